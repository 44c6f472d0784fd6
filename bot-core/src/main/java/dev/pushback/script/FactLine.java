package dev.pushback.script;

import dev.pushback.learning.Token;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.SituationReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
          "^(?:(?:s?he|they|my boss|my manager|the boss) )?(?:wants?|would like|needs?|asks? for|asked for|expects?) ",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEED = Pattern.compile("(?i)(?:(?:us|me) )?to (.+)");
  private static final Pattern THING =
      Pattern.compile("(?i)(?:the|an?|our|some|at least|more|less|\\d|\\p{Sc}|net \\d).*|\\S+s");

  private final SituationReader reader;
  private final Wording wording;

  FactLine(SituationReader reader, Wording wording) {
    this.reader = reader;
    this.wording = wording;
  }

  /**
   * The places a fact can fill.
   *
   * @param onlyMeasure whether nothing but its amount may be said, as with another vendor's quote,
   *     whose name stays with us
   */
  Map<String, String> fit(String fact, boolean onlyMeasure) {
    Map<String, String> words = new HashMap<>();
    ObjectionReading measures = reader.readObjection(fact);
    String said = wording.tidy(fact).orElse("");
    boolean isSum =
        measures.amounts().size() == 1 && isWhole(measures.amounts().get(0).text(), said);
    if (onlyMeasure) {
      sums(measures).forEach(sum -> words.putIfAbsent("fact:sum", sum));
      return words;
    }
    List<String> tokens = Token.of(said).stream().map(Token::lower).toList();
    if (said.isEmpty() || tokens.size() > LONGEST) {
      sums(measures).forEach(sum -> words.putIfAbsent("fact:sum", sum));
      return words;
    }
    if (isSum
        || (said.matches("[^a-zA-Z]*\\d[\\d.,]*\\W*\\w{0,6}") && !said.matches(".*\\s.*\\s.*"))) {
      words.put("fact:sum", said);
    } else if (measures.dates().size() == 1 && isWhole(measures.dates().get(0).text(), said)) {
      words.put("fact:when", said);
    } else if (isSentence(tokens)) {
      words.put("fact:says", Wording.sentence(said));
    } else if (tokens.get(0).equals("to") && tokens.size() > 1) {
      words.put("fact:do", said.substring(3));
    }
    if (words.isEmpty()) {
      words.put("fact:noun", said);
    }
    return words;
  }

  /** The places that what the boss wants can fill: "15% off", "to finish in May", "us to wait". */
  Map<String, String> fitWish(String wish) {
    Map<String, String> words = new HashMap<>();
    wording
        .tidy(ASKS.matcher(wish).replaceFirst(""))
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

  private static List<String> sums(ObjectionReading measures) {
    return measures.amounts().stream().map(slot -> slot.text().strip()).toList();
  }

  private static boolean isWhole(String part, String whole) {
    return whole.strip().toLowerCase(Locale.ROOT).endsWith(part.strip().toLowerCase(Locale.ROOT))
        && whole.length() - part.length() <= 4;
  }

  private static boolean isSentence(List<String> tokens) {
    boolean verb = tokens.stream().skip(1).anyMatch(VERBS::contains);
    boolean subject = SUBJECTS.contains(tokens.get(0)) || tokens.size() > 4;
    return verb && subject;
  }
}
