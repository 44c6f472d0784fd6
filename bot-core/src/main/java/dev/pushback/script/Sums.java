package dev.pushback.script;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fits amounts: which may be asked for, in which unit, and whether they make sense together. */
final class Sums {
  private static final Set<Situation> ABOUT_AMOUNTS =
      EnumSet.of(
          Situation.PRICE_LOWER,
          Situation.PRICE_INCREASE,
          Situation.TERMS,
          Situation.DEADLOCK,
          Situation.LOSING,
          Situation.MONEY_OWED);
  private static final Pattern EACH_END =
      Pattern.compile("\\s+(?:per|a|an|each|max|min|/)$", Pattern.CASE_INSENSITIVE);
  private static final double LEAST_SHARE = 0.3;

  /** Amounts further apart than this are not of one kind. */
  private static final double LIKE = 5;

  /** "10% off" is a difference and "30 people" a number; neither is what it shall cost. */
  private static final Pattern NO_PRICE =
      Pattern.compile(
          "(?i)\\d\\s?(?:%|percent|pct)\\s*(?:off|less|lower|cheaper|discount|reduction)\\b"
              + "|\\d\\s+(?:people|persons|guests|participants|rooms|seats|pieces|pages)\\b");

  private static final Pattern PLAIN_NUMBER = Pattern.compile("[\\d.,' ]+");
  private static final Pattern UNIT_NUMBER = Pattern.compile("\\d[\\d.,']*(?: \\d{3})*");

  private final Lexicon lexicon;
  private final Wording wording;

  Sums(Lexicon lexicon, Wording wording) {
    this.lexicon = lexicon;
    this.wording = wording;
  }

  /** Whether this is a matter of amounts at all. */
  static boolean matter(Situation situation) {
    return ABOUT_AMOUNTS.contains(situation);
  }

  /** An amount that was named within a wish. */
  void named(Map<String, String> words, String place, List<Slot> amounts, Situation situation) {
    if (amounts.size() == 1 && matter(situation)) {
      wording
          .toPartner(amounts.get(0).text())
          .map(sum -> EACH_END.matcher(sum).replaceFirst(""))
          .filter(sum -> Amounts.NUMBER.matcher(sum).find())
          .ifPresent(sum -> words.put(place, sum));
    }
  }

  /** A wish for less must be less, and not absurdly so; otherwise the amounts were misread. */
  static void makeSense(Map<String, String> words, Reading reading) {
    shareUnit(words);
    OptionalDouble ours = number(words.getOrDefault("want.sum", ""));
    OptionalDouble theirs = number(words.getOrDefault("theirs.sum", ""));
    boolean aboutPrice =
        reading.situation() == Situation.PRICE_LOWER
            || reading.situation() == Situation.PRICE_INCREASE;
    if (words.getOrDefault("theirs.sum", "").matches(".*(?:%|percent|pct).*")
        && reading.situation() == Situation.PRICE_INCREASE) {
      // "10% more" is a change and no price.
      words.remove("theirs.sum");
    }
    if (!aboutPrice
        && ours.isPresent()
        && theirs.isPresent()
        && isShare(words, "want.sum") != isShare(words, "theirs.sum")) {
      // "30 days rather than 100%" compares what can't be compared.
      words.remove("theirs.sum");
    }
    String wish = reading.slots().want().map(Slot::text).orElse("");
    if (aboutPrice && NO_PRICE.matcher(wish).find()) {
      words.remove("want.sum");
      if (reading.situation() == Situation.PRICE_INCREASE) {
        // "Stay with 10% off" would be another wish.
        words.remove("want.noun");
      }
    } else if (aboutPrice && ours.isPresent() && isAbove(ours.getAsDouble(), reading)) {
      words.remove("want.sum");
      words.remove("want.noun");
    }
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

  /** Whether the text names a like amount below this one, which is then the one we want. */
  private static boolean isAbove(double ours, Reading reading) {
    return reading.slots().amounts().stream()
        .map(amount -> number(amount.text()))
        .flatMapToDouble(OptionalDouble::stream)
        .anyMatch(other -> other < ours && other >= LEAST_SHARE * ours);
  }

  private static boolean isShare(Map<String, String> words, String place) {
    return words.getOrDefault(place, "").matches(".*(?:%|percent|pct).*");
  }

  private static double ratio(String ours, String theirs) {
    OptionalDouble first = number(ours);
    OptionalDouble second = number(theirs);
    return first.isPresent() && second.isPresent() ? first.getAsDouble() / second.getAsDouble() : 0;
  }

  private static OptionalDouble number(String words) {
    return Amounts.in(words).stream().mapToDouble(Double::doubleValue).findFirst();
  }

  /** What is owed, if the text names one sum of money. */
  Optional<String> owed(Reading reading) {
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
}
