package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.script.Amounts;
import dev.pushback.script.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a claim in a draft that differs from what the person vouched for: another budget, another
 * quote, another deadline (experts.md 5.2). Claims without a figure differ from nothing.
 */
final class FactClaims {
  private static final Set<String> BUDGET =
      Set.of("budget", "budgets", "approved", "capped", "ceiling", "afford");
  private static final Set<String> QUOTE =
      Set.of("quote", "quoted", "quotes", "offer", "elsewhere", "cheaper", "bid");
  private static final Set<String> RIVAL =
      Set.of("another", "other", "second", "elsewhere", "cheaper", "competing", "lower");

  /** What they offered themselves contradicts nobody else's quote. */
  private static final Set<String> THEIRS = Set.of("you", "your", "yours");

  private static final Set<String> DEADLINE = Set.of("deadline", "deadlines");

  /** Sums further apart than this are not of one kind. */
  private static final double LIKE = 3;

  /** Numbers that are no sums: shares, times, people, dates. */
  private static final Pattern NO_SUM =
      Pattern.compile(
          "(?i)\\d+(?:[.,]\\d+)?\\s?(?:%|percent|st\\b|nd\\b|rd\\b|th\\b|days?\\b|weeks?\\b"
              + "|months?\\b|hours?\\b|minutes?\\b|people\\b|persons?\\b|guests?\\b|rooms?\\b"
              + "|pieces?\\b|pages?\\b|samples?\\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
              + "|\\b20\\d\\d\\b");

  private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*";
  private static final Pattern WEEKDAY =
      Pattern.compile("(?i)\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b");
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b\\d{1,2}(?:st|nd|rd|th)\\b|\\b\\d{1,2}(?= (?:of )?"
              + MONTH
              + ")|(?<=\\b"
              + "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6} )\\d{1,2}\\b");

  private final Facts facts;

  FactClaims(Facts facts) {
    this.facts = facts;
  }

  /** Whether a sentence claims something else than what was vouched for. */
  boolean isAgainst(List<Token> sentence, String words) {
    Set<String> said = sentence.stream().map(Token::lower).collect(Collectors.toSet());
    if (meets(said, BUDGET)) {
      return facts.budget().filter(fact -> differsInAmount(fact, words)).isPresent();
    }
    if (meets(said, QUOTE) && (meets(said, RIVAL) || !meets(said, THEIRS))) {
      return facts.quote().filter(fact -> differsInAmount(fact, words)).isPresent();
    }
    return meets(said, DEADLINE)
        && facts.deadline().filter(fact -> differsInDay(fact, words)).isPresent();
  }

  private static boolean meets(Set<String> said, Set<String> words) {
    return words.stream().anyMatch(said::contains);
  }

  /** Both name a sum of like size, and no two are the same. */
  private static boolean differsInAmount(String fact, String words) {
    List<Double> vouched = Amounts.in(NO_SUM.matcher(fact).replaceAll(" "));
    List<Double> claimed =
        Amounts.in(NO_SUM.matcher(words).replaceAll(" ")).stream()
            .filter(one -> vouched.stream().anyMatch(other -> isLike(one, other)))
            .toList();
    return !claimed.isEmpty() && vouched.stream().noneMatch(claimed::contains);
  }

  private static boolean isLike(double one, double other) {
    return one <= LIKE * other && other <= LIKE * one;
  }

  /** Both name a date, or both a weekday, and no two are the same. A month alone is too vague. */
  private static boolean differsInDay(String fact, String words) {
    return differ(found(DATE, fact), found(DATE, words))
        || differ(found(WEEKDAY, fact), found(WEEKDAY, words));
  }

  private static boolean differ(Set<String> vouched, Set<String> claimed) {
    return !vouched.isEmpty()
        && !claimed.isEmpty()
        && vouched.stream().noneMatch(claimed::contains);
  }

  private static Set<String> found(Pattern days, String words) {
    return days.matcher(words)
        .results()
        .map(day -> day.group().toLowerCase(Locale.ROOT).replaceFirst("(?<=\\d)\\D+$", ""))
        .collect(Collectors.toSet());
  }
}
