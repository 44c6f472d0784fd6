package dev.pushback.script;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.playbook.Guard;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.SituationReader;
import dev.pushback.situation.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fits a vouched fact, as the person worded it, into the places of its lines. */
final class FactLine {
  private static final int LONGEST = 22;
  private static final Set<String> VERBS =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "has",
          "have",
          "had",
          "must",
          "need",
          "needs",
          "can",
          "can't",
          "cannot",
          "will",
          "closes",
          "opens",
          "starts",
          "ends",
          "expires",
          "leaves",
          "prints",
          "wants",
          "want",
          "do",
          "does",
          "did",
          "got",
          "set",
          "gave",
          "approved",
          "we're",
          "it's",
          "we've",
          "goes",
          "begins",
          "meets",
          "launch",
          "launches",
          "sits",
          "runs",
          "come",
          "comes");
  private static final Set<String> SUBJECTS =
      Set.of(
          "we", "our", "the", "it", "they", "this", "i", "my", "there", "we're", "it's", "we've");

  private static final Pattern ASKS =
      Pattern.compile(
          "^(?:(?:s?he|they|my boss|my manager|the boss) )?(?:wants?|would like|needs?|asks? for|asked for|expects?|says?|said) ",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEED = Pattern.compile("(?i)(?:(?:us|me) )?to (.+)");
  private static final Pattern THING =
      Pattern.compile("(?i)(?:the|an?|our|some|at least|more|less|\\d|\\p{Sc}|net \\d).*|\\S+s");

  private static final Set<String> CLAUSE_WORDS =
      Set.of("when", "because", "since", "which", "that");
  private static final Pattern NUMBER = Pattern.compile("[^\\p{L}]*\\d[\\d.,]*\\W?\\w{0,4}");
  private static final Pattern WE_WILL =
      Pattern.compile(
          "^(?:(?:we|i)(?:'ll| will| would|'d)? )?(?:have to |to )?", Pattern.CASE_INSENSITIVE);

  private final SituationReader reader;
  private final Wording wording;
  private final Guard guard;
  private final Lexicon lexicon;

  FactLine(SituationReader reader, Wording wording, Guard guard, Lexicon lexicon) {
    this.reader = reader;
    this.wording = wording;
    this.guard = guard;
    this.lexicon = lexicon;
  }

  /**
   * The places that a vouched fact can fill.
   *
   * @param name budget, deadline or quote; of a quote nothing but its amount is said, since the
   *     other vendor's name stays with us
   */
  Map<String, String> fit(String name, String fact) {
    ObjectionReading measures = reader.readObjection(fact);
    // "5% less" is a difference and no price.
    Optional<String> sum =
        one(measures.amounts()).filter(amount -> !name.equals("quote") || !amount.contains("%"));
    Optional<String> when = one(measures.dates()).map(Times::bare);
    Map<String, String> words = new HashMap<>();
    Optional<String> said =
        wording
            .impersonal(fact)
            .filter(one -> mayBeSaid(name, one) && !name.equals("quote"))
            .filter(one -> name.equals("deadline") || !namesSomebody(one));
    if (said.isPresent()) {
      words.putAll(whole(name, said.get(), sum, when));
    } else if (name.equals("deadline")) {
      when.ifPresent(date -> words.put("fact:when", date));
    } else {
      sum.ifPresent(amount -> words.put("fact:sum", amount));
    }
    return words;
  }

  private Map<String, String> whole(
      String name, String said, Optional<String> sum, Optional<String> when) {
    String bare = Times.bare(said);
    boolean isDate = when.isPresent() && isWhole(when.get(), bare);
    boolean isSum = sum.isPresent() && isWhole(sum.get(), said);
    List<String> tokens = Token.of(said).stream().map(Token::lower).toList();
    if (name.equals("deadline") && (isDate || (isSum && tokens.size() <= 2))) {
      return Map.of("fact:when", bare);
    }
    if (isSum || NUMBER.matcher(said).matches()) {
      return Map.of("fact:sum", said);
    }
    if (isDate) {
      return Map.of("fact:when", bare);
    }
    if (isSentence(tokens)) {
      return Map.of("fact:says", Wording.sentence(said));
    }
    return tokens.size() > LONGEST ? Map.of() : Map.of("fact:noun", said);
  }

  /** Whether the fact claims nothing beyond itself: no boss or threat inside a budget. */
  private boolean mayBeSaid(String name, String said) {
    return guard.claims(said).stream().allMatch(claim -> claim.id().equals(name));
  }

  /** A name inside, which may be another vendor's or a person's; months and days are none. */
  private boolean namesSomebody(String said) {
    return Token.of(said).stream()
        .skip(1)
        .filter(token -> token.shape().startsWith("Xx"))
        .anyMatch(
            token ->
                !lexicon.isIn("month", token.lower())
                    && !lexicon.isIn("weekday", token.lower())
                    && !token.lower().startsWith("i'"));
  }

  private Optional<String> one(List<Slot> slots) {
    return slots.size() == 1 ? wording.impersonal(slots.get(0).text()) : Optional.empty();
  }

  /** The places that what the boss wants can fill: "15% off", "to finish in May", "us to wait". */
  Map<String, String> fitWish(String wish) {
    Map<String, String> words = new HashMap<>();
    wording
        .impersonal(ASKS.matcher(wish).replaceFirst(""))
        .filter(said -> mayBeSaid("", said) && !namesSomebody(said))
        .ifPresent(
            said -> {
              Matcher deed = DEED.matcher(said);
              if (deed.matches()) {
                words.put("fact:do", deed.group(1));
              } else {
                words.put("fact:noun", THING.matcher(said).matches() ? said : "this: " + said);
              }
            });
    return words;
  }

  /** What would be done and by when, if both can be said as they are. */
  Map<String, String> fitThreat(Facts.Threat threat) {
    Optional<String> act =
        wording
            .impersonal(WE_WILL.matcher(threat.act()).replaceFirst(""))
            .filter(said -> mayBeSaid("threat", said) && !namesSomebody(said));
    Optional<String> date =
        wording.impersonal(threat.date()).filter(said -> mayBeSaid("", said)).map(Times::bare);
    return act.isPresent() && date.isPresent()
        ? Map.of("fact:do", act.get(), "fact:when", date.get())
        : Map.of();
  }

  private static boolean isWhole(String part, String whole) {
    return whole.strip().toLowerCase(Locale.ROOT).endsWith(part.strip().toLowerCase(Locale.ROOT))
        && whole.length() - part.length() <= 4;
  }

  private static boolean isSentence(List<String> tokens) {
    boolean verb = tokens.stream().skip(1).anyMatch(VERBS::contains);
    boolean startsWithMeasure = Character.isDigit(tokens.get(0).charAt(0));
    boolean subject = SUBJECTS.contains(tokens.get(0)) || tokens.size() > 4;
    boolean clause = tokens.stream().anyMatch(CLAUSE_WORDS::contains);
    return verb && subject && !startsWithMeasure && (!clause || SUBJECTS.contains(tokens.get(0)));
  }
}
