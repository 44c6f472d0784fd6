package dev.pushback.script;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.playbook.Guard;
import dev.pushback.playbook.Phrase;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Shape;
import dev.pushback.situation.Situation;
import dev.pushback.situation.SituationReader;
import dev.pushback.situation.SituationReader.SlotKind;
import dev.pushback.situation.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fits the person's own words into the places of {@link Phrase}: finds out what shape they have,
 * turns them round, and leaves out what does not fit or must not be said.
 */
final class Fitter {
  private static final int LONGEST_NOUN = 9;
  private static final int LONGEST_DEED = 12;

  private static final Pattern WISHES =
      Pattern.compile(
          "^(?:(?:i|we)(?:'d| would| really| just| only| all)* (?:want|need|like|prefer|love)|"
              + "need|want|wants|asking for|ask for|get|all (?:i|we) (?:want|ask|need) is)\\s+",
          Pattern.CASE_INSENSITIVE);

  /** What is ours is used by us: "use our own template". */
  private static final Pattern OUR_DEED =
      Pattern.compile(
          "^(?:use|keep|bring|have|work with|stay with|stick to|stick with) (?:our|my)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LIMIT_WORDS =
      Pattern.compile(
          "\\s+(?:max|maximum|tops|at most|at the most|at least|minimum|min)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INDEFINITE =
      Pattern.compile(
          "^(?:an?|one|some|any|no|another|more|less|all|both|at|something|anything|faster|better|\\d.*)\\b|,",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAILING_DATE_WORD =
      Pattern.compile("\\s+(?:in|on|by|at|before|from|for|until|till|to|of|after|as of)$");

  private static final Pattern HELP_WITH_WORDS =
      Pattern.compile(
          "\\b(?:how (?:do|can|should|could|would) (?:i|we)|how to|words for|wording for|look(?:ing)? like|sound(?:ing)? like|feel(?:ing)? like|without|a (?:nice|polite|kind) way to)\\W*$",
          Pattern.CASE_INSENSITIVE);

  private final SituationReader reader;
  private final Wording wording;
  private final Guard guard;
  private final Times times;
  private final Sums sums;
  private final ReasonSentence reasons;

  Fitter(SituationReader reader, Lexicon lexicon, Wording wording, Guard guard) {
    this.reader = reader;
    this.wording = wording;
    this.guard = guard;
    this.times = new Times(lexicon, wording);
    this.sums = new Sums(lexicon, wording);
    this.reasons = new ReasonSentence(lexicon);
  }

  /** The words for each place that can be filled from this reading. */
  Map<String, String> fit(Reading reading) {
    Map<String, String> words = new HashMap<>();
    reading.slots().want().ifPresent(slot -> want(words, slot, reading));
    reading.slots().theyWant().ifPresent(slot -> theirs(words, slot, reading));
    reading.slots().reason().ifPresent(slot -> reason(words, slot, reading));
    Sums.makeSense(words, reading);
    times.waiting(words, reading);
    if (reading.situation() == Situation.MONEY_OWED) {
      sums.owed(reading).ifPresent(sum -> words.put("owed.sum", sum));
    }
    return words;
  }

  private void want(Map<String, String> words, Slot slot, Reading reading) {
    if (HELP_WITH_WORDS.matcher(reading.text().substring(0, slot.start())).find()) {
      // They want help with saying it; it is not what the partner shall do.
      measures(words, "want", slot, reading);
      return;
    }
    Shape shape = reader.shape(SlotKind.WANT, slot, reading);
    String typed = LIMIT_WORDS.matcher(slot.text()).replaceFirst("");
    Matcher wish = WISHES.matcher(typed);
    if (wish.find()) {
      typed = typed.substring(wish.end());
      if (shape == Shape.SENTENCE) {
        shape = typed.toLowerCase(Locale.ROOT).startsWith("to ") ? Shape.WE_DO : Shape.NOUN;
      }
    }
    String deed = typed.replaceFirst("^(?i)to (?=\\p{L})", "");
    if (shape == Shape.NOUN && !deed.equals(typed)) {
      shape = Shape.WE_DO; // "to keep ours" is no thing
    }
    typed = deed;
    if (shape == Shape.THEY_DO && OUR_DEED.matcher(typed).find()) {
      shape = Shape.WE_DO;
    }
    measures(words, "want", slot, reading);
    Optional<String> fitting = speakable(typed, reading).map(Wording::asOrganisation);
    if (fitting.isEmpty()) {
      return;
    }
    String said = fitting.get();
    int length = count(said);
    switch (shape) {
      case NOUN -> {
        if (length <= LONGEST_NOUN && said.indexOf(',') < 0) {
          noun(slot, said, reading).ifPresent(noun -> words.put("want.noun", noun));
          item(words, slot, reading);
        }
      }
      case WE_DO -> put(words, "want.do", said, length <= LONGEST_DEED);
      case THEY_DO -> put(words, "want.them", said, length <= LONGEST_DEED);
      case STATE -> put(words, "want.state", said, length <= LONGEST_NOUN);
      case DOING, SENTENCE, OTHER -> {
        // Only a date or an amount inside it can be used.
      }
    }
  }

  private void theirs(Map<String, String> words, Slot slot, Reading reading) {
    measures(words, "theirs", slot, reading);
    if (reader.shape(SlotKind.THEIRS, slot, reading) == Shape.NOUN) {
      Optional<String> said = speakable(slot.text(), reading).map(Wording::asOrganisation);
      if (said.isPresent() && count(said.get()) <= LONGEST_NOUN && said.get().indexOf(',') < 0) {
        noun(slot, said.get(), reading).ifPresent(noun -> words.put("theirs.noun", noun));
        item(words, slot, reading);
      }
    }
  }

  private void reason(Map<String, String> words, Slot slot, Reading reading) {
    Shape shape = reader.shape(SlotKind.REASON, slot, reading);
    Optional<String> fitting =
        shape == Shape.SENTENCE
            ? ReasonSentence.wholeClause(slot, reading.text())
            : Optional.of(slot.text());
    fitting = fitting.flatMap(typed -> speakable(typed, reading));
    if (fitting.isEmpty()) {
      return;
    }
    String said = fitting.get();
    if (shape == Shape.SENTENCE) {
      reasons
          .of(said)
          .ifPresent(
              whole -> {
                words.put("reason.says", Wording.sentence(whole));
                words.put("reason.clause", whole);
              });
    } else if (shape == Shape.NOUN && count(said) <= LONGEST_NOUN) {
      noun(slot, Wording.asOrganisation(said), reading)
          .ifPresent(noun -> words.put("reason.noun", noun));
    }
  }

  /** A single date or amount inside a slot can be used whatever the rest of it looks like. */
  private void measures(Map<String, String> words, String whose, Slot slot, Reading reading) {
    times.named(words, whose, inside(slot, reading.slots().dates()), reading);
    sums.named(words, whose + ".sum", inside(slot, reading.slots().amounts()), reading.situation());
  }

  private static Optional<String> noun(Slot slot, String said, Reading reading) {
    return isOnlyMeasure(slot, reading)
        ? Optional.empty()
        : NounPhrase.of(slot, said, reading.text());
  }

  /** What it is about: a noun without the date at its end. */
  private void item(Map<String, String> words, Slot slot, Reading reading) {
    String typed = slot.text();
    List<Slot> dates = inside(slot, reading.slots().dates());
    if (dates.size() == 1 && dates.get(0).end() == slot.end()) {
      typed = typed.substring(0, dates.get(0).start() - slot.start()).strip();
      typed = TRAILING_DATE_WORD.matcher(typed).replaceFirst("");
    } else if (!dates.isEmpty()) {
      return;
    }
    if (!inside(slot, reading.slots().amounts()).isEmpty() || typed.isBlank()) {
      return;
    }
    speakable(typed, reading)
        .map(Wording::asOrganisation)
        .filter(said -> count(said) <= 5 && !INDEFINITE.matcher(said).find())
        .flatMap(said -> noun(slot, said, reading))
        .ifPresent(noun -> words.putIfAbsent("item", noun));
  }

  /** The person's words as they can be said to the partner, or nothing. */
  private Optional<String> speakable(String typed, Reading reading) {
    boolean namesPartner =
        reading
            .slots()
            .partner()
            .map(partner -> typed.toLowerCase(Locale.ROOT).contains(lower(partner)))
            .orElse(false);
    if (namesPartner
        || typed.contains("?")
        || typed.contains("\n")
        || !guard.claims(typed).isEmpty()) {
      return Optional.empty();
    }
    // Shorthand written out may say what the guard did not see before: "mgmt".
    return wording.toPartner(typed).filter(said -> guard.claims(said).isEmpty());
  }

  private static String lower(Slot slot) {
    return slot.text().toLowerCase(Locale.ROOT);
  }

  /** Whether a date, or outside of talk about terms an amount, is all that the slot holds. */
  private static boolean isOnlyMeasure(Slot slot, Reading reading) {
    boolean onlyDate = isAll(slot, reading.slots().dates());
    boolean onlyAmount = isAll(slot, reading.slots().amounts());
    return onlyDate || (onlyAmount && !Sums.matter(reading.situation()));
  }

  private static boolean isAll(Slot slot, List<Slot> measures) {
    return measures.stream()
        .anyMatch(measure -> measure.start() <= slot.start() + 4 && measure.end() >= slot.end());
  }

  private static void put(Map<String, String> words, String place, String said, boolean fits) {
    if (fits && !said.isBlank()) {
      words.put(place, NounPhrase.lowerStart(said));
    }
  }

  private static List<Slot> inside(Slot slot, List<Slot> others) {
    return others.stream()
        .filter(other -> other.start() >= slot.start() && other.end() <= slot.end())
        .toList();
  }

  private static int count(String said) {
    return (int) Token.of(said).stream().filter(Token::isWord).count();
  }
}
