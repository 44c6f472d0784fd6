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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fits the person's own words into the places of {@link Phrase}: finds out what shape they have,
 * turns them round, and leaves out what does not fit or must not be said.
 */
final class Fitter {
  private static final int LONGEST_NOUN = 9;
  private static final int LONGEST_DEED = 12;
  private static final int LONGEST_REASON = 24;
  private static final int SHORTEST_REASON = 3;

  private static final Pattern WISHES =
      Pattern.compile(
          "^(?:(?:i|we)(?:'d| would| really| just| only| all)* (?:want|need|like|prefer|love)|"
              + "need|want|wants|asking for|ask for|get|all (?:i|we) (?:want|ask|need) is)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIMIT_WORDS =
      Pattern.compile(
          "\\s+(?:max|maximum|tops|at most|at the most|at least|minimum|min)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DETERMINER =
      Pattern.compile(
          "^(?:the|a|an|our|your|my|their|his|her|its|this|that|these|those|some|any|no|all|both|"
              + "each|every|another|one|two|three|four|five|six|seven|eight|nine|ten|half|more|less|"
              + "fewer|only|someone|somebody|something|anything|everything|whatever|what|at|in|on|"
              + "before|after|by|until|from|within|net|less|better|faster|mid|early|late|next|last)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("(\\d[\\d.,']*(?: \\d{3})*)(\\s?[kK]\\b)?");
  private static final Pattern EACH_END =
      Pattern.compile("\\s+(?:per|a|an|each|max|min|/)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEASON =
      Pattern.compile(
          "spring|summer|autumn|fall|winter|easter|christmas|xmas|ramadan|eid|diwali|new|noon|midnight|morning"
              + "|evening|tomorrow|today|tonight|holidays?|harvest|mid.*|term|semester|season|rains");
  private static final Pattern LOOSE_POINT =
      Pattern.compile("^(?:this (?:week|month|year)|after)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern FREQUENCY =
      Pattern.compile(
          "\\b(?:every|each|daily|weekly|monthly|fortnightly|quarterly|twice|times|once)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final double LEAST_SHARE = 0.3;
  private static final double THOUSAND = 1000;

  /** Amounts further apart than this are not of one kind. */
  private static final double LIKE = 5;

  private static final Pattern PLAIN_NUMBER = Pattern.compile("[\\d.,' ]+");
  private static final Pattern UNIT_NUMBER = Pattern.compile("\\d[\\d.,']*(?: \\d{3})*");
  private static final Pattern INDEFINITE =
      Pattern.compile(
          "^(?:an?|one|some|any|no|another|more|less|all|both|at|something|anything|faster|better|\\d.*)\\b|,",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEAD_END =
      Pattern.compile(" (?:of|for|in|on|by|from|with|without|at|to|and|or|before|after|until) .*");
  private static final Pattern TRAILING_DATE_WORD =
      Pattern.compile("\\s+(?:in|on|by|at|before|from|for|until|till|to|of|after|as of)$");
  private static final Pattern DURATION_WORD =
      Pattern.compile(
          ".*\\b(?:days?|weeks?|months?|years?|hours?|minutes?|hrs?|wks?|yrs?|mins?|mths?|nights?|"
              + "quarters?)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POINT_START =
      Pattern.compile(
          "^(?:next|this|last|end|the end|the first|first week|mid|early|late|by|before|after|"
              + "the week|week|\\d+(?:st|nd|rd|th) week|the \\d+).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OWN_PREPOSITION =
      Pattern.compile(
          "^(?:by|before|until|till|in|on|at|from|since|within|for|as of|around|about)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_OR_AFTER =
      Pattern.compile("^(?:before|after|over|more|less|about)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_WAIT =
      Pattern.compile(".*\\b(for|since|been)\\s+(?:over |about |almost |nearly |more than )?$");
  private static final Pattern BEFORE_PROMISE =
      Pattern.compile(
          ".*\\b(?:due|promised(?: (?:us|it|them|me))?(?: (?:by|for|on))?|supposed to (?:be|come) \\w* ?(?:by|on)?)\\s+(?:on |by |for |last )?$");
  private static final Pattern LOOSE_START =
      Pattern.compile(
          "^(?:it's|its|it is|it was|that|that's|those|these|this|if|next one|you're|you are|you|and|but|or|so|then|which|who|to|as"
              + "|how|why|what|when|where|because|not|yes|no,|ok)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOSE_END =
      Pattern.compile(
          "(?:\\b(?:i thought|i think|i know|though|tho|is|isn't|are|aren't|was|the|a|an|and|or|of|for|to|with|at|on|by|from|my|our"
              + "|your|too|either|anyway|lately|in the middle|not)|^\\D*\\b(?:in|for|to) \\d+)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHERS =
      Pattern.compile(
          "^(?:my|our|the|half of|most of|all of|some of|both)\\b[^.]*\\b(?:s|people|staff|team|volunteers|crew|children|kids|patients|guests|members|students|cooks|customers|families)\\b.*\\b(?:you|your|yours)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHOUT_WE =
      Pattern.compile(
          "^(?:can't|cannot|won't|need|have|had|got|already|agreed|ordered|paid|signed|booked|don't|haven't|never|only have|are)\\b(?! (?:is|was|are|were|has)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_NOUN =
      Pattern.compile(
          "^(?!(?:the|a|an|our|my|your|we|i|it|they|you|there|this|that|some|all|half|most|no|two|three|four|five|six|seven|eight|nine|ten|both|each|every|everyone|everybody|nobody|someone|people|one|what|only|last|next)\\b)"
              + "\\p{Ll}+ (?:is|isn't|was|wasn't|has|hasn't|opens|closes|starts|ends|leaves|covers|blocks|prints|meets|needs|won't|can't|doesn't|goes|begins|says|runs|sits|lands|expires)\\b");
  private static final Pattern CLAUSE_START =
      Pattern.compile(
          "(?:[,.;:!?)(\\n–—&+-]|->|→|\\b(?:because|since|as|cause|cos|bc|and|but|so|while|when|given|given"
              + " that|though|although|plus|that))$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "[.;!?)(\\n]+(?=\\s|$)|,(?=\\s)|\\s[–—-]+\\s|\\s(?=(?:and|but|so|because|while|which) (?:i|we|they|he|she|it|the|how|what|can|now|then)\\b)|$",
          Pattern.CASE_INSENSITIVE);

  /** Takes no article when nothing is said about it. */
  private static final Pattern MASS =
      Pattern.compile(
          "^(?:early|free|full|equal|proper|written|direct|exclusive|replacement|exclusivity|access|payment|delivery|compensation"
              + "|confirmation|feedback|help|support|parking|breakfast|training|wifi|clarity|silence|net|face)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_NOUN_START =
      Pattern.compile(
          "^(?:onto|through|as|still|during|over|than|instead|not|to|you|us|we|i|me|them|it|open|fit|fits|stop|make|be|is|are"
              + "|have|get|let|do|does|go|going|say|says|said|having|by|per|about|around|if|because|how|why|please|pls|only if"
              + "|just|really|until|unless|\\+|-)\\b|^[+-]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_NOUN_INSIDE =
      Pattern.compile(
          ".\\b(?:is|are|was|were|has|stays?|stops?|covers|says|can|will|would|should|must|if|because|don't|doesn't|won't|can't|isn't"
              + "|gets?|goes|keeps?|wants?|needs?|thinks?|having|you|them|i|we|he|she)\\b|. \\p{L}+ed(?= (?:by|for|in|on|to|over|from|before|at)\\b|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_NOUN_END =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}/-])(?:the|an?|our|your|over|in|for|of|and|or|with|without|to|at|on|by|per|from|than|as|extra|fine|only|quicker|sooner|faster|earlier|later"
              + "|cheaper|lower|back|already|instead|again|up|out|off|too|also|ever|now|then|year|ago|non-refundable|refusal|reply|wording|email|mail)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HELP_WITH_WORDS =
      Pattern.compile(
          "\\b(?:how (?:do|can|should|could|would) (?:i|we)|how to|words for|wording for|look(?:ing)? like|sound(?:ing)? like|feel(?:ing)? like|without|a (?:nice|polite|kind) way to)\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** At least one word that means something by itself. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "\\b(?!(?:the|an|our|your|all|any|some|this|that|these|those|least|most|more|less|it|and|or|for|with|in|on|at|to|of|by|be|us|you)\\b)[\\p{L}\\p{N}/'-]{2,}",
          Pattern.CASE_INSENSITIVE);

  private static final Set<Situation> ABOUT_AMOUNTS =
      EnumSet.of(
          Situation.PRICE_LOWER,
          Situation.PRICE_INCREASE,
          Situation.TERMS,
          Situation.DEADLOCK,
          Situation.LOSING,
          Situation.MONEY_OWED);
  private static final Set<Situation> ABOUT_DATES =
      EnumSet.of(Situation.SCHEDULE_LATER, Situation.SCHEDULE_SOONER, Situation.MISSED_DEADLINE);

  private final SituationReader reader;
  private final Lexicon lexicon;
  private final Wording wording;
  private final Guard guard;

  Fitter(SituationReader reader, Lexicon lexicon, Wording wording, Guard guard) {
    this.reader = reader;
    this.lexicon = lexicon;
    this.wording = wording;
    this.guard = guard;
  }

  /** The words for each place that can be filled from this reading. */
  Map<String, String> fit(Reading reading) {
    Map<String, String> words = new HashMap<>();
    reading.slots().want().ifPresent(slot -> want(words, slot, reading));
    reading.slots().theyWant().ifPresent(slot -> theirs(words, slot, reading));
    reading.slots().reason().ifPresent(slot -> reason(words, slot, reading));
    sensiblePrices(words, reading);
    wait(words, reading);
    if (reading.situation() == Situation.MONEY_OWED) {
      money(reading).ifPresent(sum -> words.put("owed.sum", sum));
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
    typed = typed.replaceFirst("^(?i)to (?=\\p{L})", "");
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
        shape == Shape.SENTENCE ? wholeClause(slot, reading.text()) : Optional.of(slot.text());
    fitting = fitting.flatMap(typed -> speakable(typed, reading));
    if (fitting.isEmpty()) {
      return;
    }
    String said = fitting.get();
    int length = count(said);
    boolean standsAlone =
        !LOOSE_START.matcher(said).find()
            && !LOOSE_END.matcher(said).find()
            && !isAboutOthers(said);
    if (shape == Shape.SENTENCE
        && standsAlone
        && length >= SHORTEST_REASON
        && length <= LONGEST_REASON) {
      String whole = withSubject(said);
      words.put("reason.says", Wording.sentence(whole));
      words.put("reason.clause", whole);
    } else if (shape == Shape.NOUN && length <= LONGEST_NOUN) {
      noun(slot, Wording.asOrganisation(said), reading)
          .ifPresent(noun -> words.put("reason.noun", noun));
    }
  }

  /** Whether "you" in it may have been a "they" that were not the partner: our guests, my staff. */
  private static boolean isAboutOthers(String said) {
    return OTHERS.matcher(said).find();
  }

  /** Chat style drops "the" and "we" at the start; a sentence needs them. */
  private String withSubject(String said) {
    if (WITHOUT_WE.matcher(said).find()) {
      return "we " + Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }
    String first = Token.of(said).get(0).lower();
    Matcher bareNoun = BARE_NOUN.matcher(said);
    boolean isThing = !lexicon.isIn("month", first) && !lexicon.isIn("weekday", first);
    return bareNoun.find() && isThing ? "the " + said : said;
  }

  /**
   * The clause that the slot stands for, up to where the clause ends; nothing when the slot begins
   * in the middle of one. A reason cut short would make no sense to the partner.
   */
  private static Optional<String> wholeClause(Slot slot, String text) {
    String before = text.substring(0, slot.start()).stripTrailing();
    if (!before.isEmpty() && !CLAUSE_START.matcher(before).find()) {
      return Optional.empty();
    }
    Matcher end = CLAUSE_END.matcher(text);
    int until = end.find(slot.end()) ? end.start() : text.length();
    return Optional.of(text.substring(slot.start(), until));
  }

  /** A single date or amount inside a slot can be used whatever the rest of it looks like. */
  private void measures(Map<String, String> words, String slotName, Slot slot, Reading reading) {
    List<Slot> dates = inside(slot, reading.slots().dates());
    List<Slot> amounts = inside(slot, reading.slots().amounts());
    if (dates.size() == 1) {
      Slot date = dates.get(0);
      wording
          .toPartner(date.text())
          .ifPresent(
              when -> {
                if (isDuration(when)) {
                  if (slotName.equals("want")) {
                    words.put("want.span", when);
                  }
                  if (reading.situation() == Situation.TERMS
                      || reading.situation() == Situation.DEADLOCK) {
                    words.put(slotName + ".sum", when);
                  }
                } else if (isUsablePoint(when, reading.situation())) {
                  words.put(slotName + ".when", point(when, date, reading.text()));
                }
              });
    }
    if (amounts.size() == 1 && ABOUT_AMOUNTS.contains(reading.situation())) {
      wording
          .toPartner(amounts.get(0).text())
          .map(sum -> EACH_END.matcher(sum).replaceFirst(""))
          .filter(sum -> NUMBER.matcher(sum).find())
          .ifPresent(sum -> words.put(slotName + ".sum", sum));
    }
  }

  /** Whether "move it to …" or "have it by …" can be said with this date. */
  private boolean isUsablePoint(String when, Situation situation) {
    boolean loose = LOOSE_POINT.matcher(when).find();
    return ABOUT_DATES.contains(situation)
        && !(loose && situation != Situation.SCHEDULE_LATER)
        && !FREQUENCY.matcher(when).find()
        && Token.of(when).stream().anyMatch(this::namesTime);
  }

  private boolean namesTime(Token token) {
    return token.hasDigit()
        || lexicon.isIn("month", token.lower())
        || lexicon.isIn("weekday", token.lower())
        || lexicon.isIn("time-units", token.lower())
        || SEASON.matcher(token.lower()).matches();
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

  /** A wish for less must be less, and not absurdly so; otherwise the amounts were misread. */
  private static void sensiblePrices(Map<String, String> words, Reading reading) {
    shareUnit(words);
    OptionalDouble ours = number(words.getOrDefault("want.sum", ""));
    OptionalDouble theirs = number(words.getOrDefault("theirs.sum", ""));
    boolean aboutPrice =
        reading.situation() == Situation.PRICE_LOWER
            || reading.situation() == Situation.PRICE_INCREASE;
    if (aboutPrice && ours.isPresent() && theirs.isPresent()) {
      double ratio = ours.getAsDouble() / theirs.getAsDouble();
      boolean share = words.getOrDefault("want.sum", "").contains("%");
      if (share || ratio >= 1 || ratio < LEAST_SHARE) {
        words.remove("theirs.sum");
      }
      if (!share && (ratio >= 1 || ratio < LEAST_SHARE)) {
        words.remove("want.sum");
        words.remove("want.noun");
      }
    }
  }

  /** "4" beside "9.5 %" means 4 %; a bare number beside no unit at all says nothing. */
  private static void shareUnit(Map<String, String> words) {
    String ours = words.getOrDefault("want.sum", "");
    String theirs = words.getOrDefault("theirs.sum", "");
    if (!ours.isEmpty() && PLAIN_NUMBER.matcher(ours).matches()) {
      boolean near = ratio(ours, theirs) > 1.0 / LIKE && ratio(ours, theirs) < LIKE;
      if (!theirs.isEmpty() && !PLAIN_NUMBER.matcher(theirs).matches() && near) {
        words.put(
            "want.sum", UNIT_NUMBER.matcher(theirs).replaceFirst(Matcher.quoteReplacement(ours)));
      } else if (theirs.isEmpty() && ours.length() < 3) {
        words.remove("want.sum");
      }
    }
  }

  private static double ratio(String ours, String theirs) {
    OptionalDouble first = number(ours);
    OptionalDouble second = number(theirs);
    return first.isPresent() && second.isPresent() ? first.getAsDouble() / second.getAsDouble() : 0;
  }

  private static OptionalDouble number(String words) {
    Matcher digits = NUMBER.matcher(words);
    if (!digits.find()) {
      return OptionalDouble.empty();
    }
    String plain = digits.group(1).replaceAll("[ ,.'](?=\\d{3}(?:\\D|$))", "").replace(',', '.');
    double value = Double.parseDouble(plain.replaceAll("\\.(?=.*\\.)", ""));
    return OptionalDouble.of(digits.group(2) == null ? value : value * THOUSAND);
  }

  private void wait(Map<String, String> words, Reading reading) {
    boolean waits =
        reading.situation() == Situation.APPROVAL_SLOW || reading.situation() == Situation.NO_REPLY;
    for (Slot date : reading.slots().dates()) {
      String before = reading.text().substring(0, date.start()).toLowerCase(Locale.ROOT);
      Matcher waiting = BEFORE_WAIT.matcher(before);
      Optional<String> when =
          wording
              .toPartner(date.text())
              .filter(w -> !BEFORE_OR_AFTER.matcher(w).find())
              .map(Fitter::bare);
      if (waits && when.isPresent() && waiting.matches()) {
        boolean since = waiting.group(1).equals("since");
        if (since != isDuration(when.get())) {
          words.putIfAbsent("waited", (since ? "since " : "for ") + when.get());
        }
      }
      if (reading.situation() == Situation.MISSED_DEADLINE
          && when.isPresent()
          && !isDuration(when.get())
          && BEFORE_PROMISE.matcher(before).matches()) {
        words.putIfAbsent("promised.when", when.get());
      }
    }
  }

  private Optional<String> money(Reading reading) {
    List<Slot> sums =
        reading.slots().amounts().stream()
            .filter(amount -> isMoney(amount, reading.text()))
            .toList();
    return sums.size() == 1 ? wording.toPartner(sums.get(0).text()) : Optional.empty();
  }

  private boolean isMoney(Slot amount, String text) {
    boolean sign = text.substring(amount.start(), amount.end()).matches(".*\\p{Sc}.*");
    boolean named =
        Token.of(amount.text()).stream().anyMatch(token -> lexicon.isIn("currency", token.lower()));
    return sign || named;
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
    return wording.toPartner(typed);
  }

  private static String lower(Slot slot) {
    return slot.text().toLowerCase(Locale.ROOT);
  }

  /** A noun with the article it had in the text, or with one that serves. */
  private Optional<String> noun(Slot slot, String words, Reading reading) {
    String before = reading.text().substring(0, slot.start()).stripTrailing();
    boolean startsSentence =
        before.isEmpty() || ".!?:".indexOf(before.charAt(before.length() - 1)) >= 0;
    String said = startsSentence ? lowerStart(words) : words;
    if (!CONTENT.matcher(said).find()
        || NO_NOUN_START.matcher(said).find()
        || NO_NOUN_INSIDE.matcher(said).find()
        || NO_NOUN_END.matcher(said).find()
        || isOnlyMeasure(slot, reading)) {
      return Optional.empty();
    }
    if (DETERMINER.matcher(said).matches() || Character.isDigit(said.charAt(0)) || isName(said)) {
      return Optional.of(said);
    }
    String last =
        before
            .substring(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1)
            .toLowerCase(Locale.ROOT);
    return Optional.of(
        switch (last) {
          case "a",
              "an",
              "the",
              "our",
              "this",
              "that",
              "these",
              "those",
              "some",
              "more",
              "another" ->
              last + " " + said;
          case "my" -> "our " + said;
          case "their" -> "your " + said;
          case "his", "her", "its" -> "the " + said;
          default -> isPlural(said) || MASS.matcher(said).find() ? said : "the " + said;
        });
  }

  /** Whether a date, or outside of talk about terms an amount, is all that the slot holds. */
  private static boolean isOnlyMeasure(Slot slot, Reading reading) {
    boolean onlyDate = isAll(slot, reading.slots().dates());
    boolean onlyAmount = isAll(slot, reading.slots().amounts());
    return onlyDate || (onlyAmount && !ABOUT_AMOUNTS.contains(reading.situation()));
  }

  private static boolean isAll(Slot slot, List<Slot> measures) {
    return measures.stream()
        .anyMatch(measure -> measure.start() <= slot.start() + 4 && measure.end() >= slot.end());
  }

  private static boolean isName(String said) {
    return !said.equals(said.toLowerCase(Locale.ROOT)) && Character.isUpperCase(said.charAt(0));
  }

  /** Whether the noun is probably plural, so that it needs no article. */
  private static boolean isPlural(String said) {
    String head = HEAD_END.matcher(said).replaceFirst("");
    return head.endsWith("s") && !head.endsWith("ss");
  }

  /** Whether a date tells how long and not when. */
  private static boolean isDuration(String when) {
    return DURATION_WORD.matcher(when).matches() && !POINT_START.matcher(when).matches();
  }

  /** A date as it stands after "to" or "by": without a preposition, with its article. */
  private static String point(String when, Slot date, String text) {
    String bare = bare(when);
    String before = text.substring(0, date.start()).stripTrailing().toLowerCase(Locale.ROOT);
    boolean article =
        before.endsWith(" the")
            || bare.matches(
                "(?i)(?:end|beginning|start|middle|first|last|second|\\d+(?:st|nd|rd|th))\\b.*");
    return article && !bare.startsWith("the ") ? "the " + bare : bare;
  }

  /** Without its preposition; "after Easter" keeps it, since "Easter" would be another date. */
  private static String bare(String when) {
    return OWN_PREPOSITION.matcher(when).replaceFirst("");
  }

  private static void put(Map<String, String> words, String place, String said, boolean fits) {
    if (fits && !said.isBlank()) {
      words.put(place, lowerStart(said));
    }
  }

  /** Inside a sentence a typed capital at the start is only kept for names and "I". */
  private static String lowerStart(String said) {
    int space = said.indexOf(' ');
    String first = space < 0 ? said : said.substring(0, space);
    boolean plainWord =
        first.length() > 1
            && first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT));
    return plainWord && !first.equals("I") && !first.startsWith("I'")
        ? Character.toLowerCase(said.charAt(0)) + said.substring(1)
        : said;
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
