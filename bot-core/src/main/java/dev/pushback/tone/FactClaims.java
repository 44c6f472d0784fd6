package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.script.Amounts;
import dev.pushback.script.Facts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  private static final Set<String> DAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final Facts facts;

  FactClaims(Facts facts) {
    this.facts = facts;
  }

  /** What was vouched for instead, if a sentence claims something else. */
  Optional<String> against(List<Token> sentence, String words) {
    Set<String> said = sentence.stream().map(Token::lower).collect(Collectors.toSet());
    if (meets(said, BUDGET)) {
      return facts.budget().filter(fact -> differs(fact, words, FactClaims::amounts));
    }
    if (meets(said, QUOTE) && (meets(said, RIVAL) || !meets(said, THEIRS))) {
      return facts.quote().filter(fact -> differs(fact, words, FactClaims::amounts));
    }
    if (meets(said, DEADLINE)) {
      return facts.deadline().filter(fact -> differs(fact, words, FactClaims::dates));
    }
    return Optional.empty();
  }

  private static boolean meets(Set<String> said, Set<String> words) {
    return words.stream().anyMatch(said::contains);
  }

  /** Both name something, and nothing of it is the same. */
  private static boolean differs(String fact, String words, Function<String, Set<Object>> read) {
    Set<Object> vouched = read.apply(fact);
    Set<Object> claimed = read.apply(words);
    return !vouched.isEmpty()
        && !claimed.isEmpty()
        && vouched.stream().noneMatch(claimed::contains);
  }

  private static Set<Object> amounts(String words) {
    return new HashSet<>(Amounts.in(words.replaceAll("\\d+(?:[.,]\\d+)?\\s?(?:%|percent)", " ")));
  }

  /** Days of the month and names of weekdays; a month alone is too vague to differ. */
  private static Set<Object> dates(String words) {
    return Token.of(words).stream()
        .map(Token::lower)
        .map(word -> word.replaceFirst("^(\\d{1,2})(?:st|nd|rd|th)$", "$1"))
        .filter(word -> word.matches("\\d{1,2}") || DAYS.contains(word))
        .collect(Collectors.toSet());
  }
}
