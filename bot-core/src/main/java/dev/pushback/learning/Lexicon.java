package dev.pushback.learning;

import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Groups of words that mean much the same ("cues"): those of the playbook, and months, weekdays and
 * currencies as the JDK knows them. They let the reader profit from words it met in no example.
 */
public final class Lexicon {
  private final Map<String, List<String>> groupsByWord;

  private Lexicon(Map<String, List<String>> groupsByWord) {
    this.groupsByWord = groupsByWord;
  }

  /**
   * A lexicon of these groups and of what the JDK knows.
   *
   * @param words the words of each group, in lower case
   */
  public static Lexicon of(Map<String, List<String>> words) {
    Map<String, List<String>> groups = new HashMap<>();
    words.forEach((group, members) -> members.forEach(word -> add(groups, word, group)));
    DateFormatSymbols names = DateFormatSymbols.getInstance(Locale.ENGLISH);
    addAll(groups, names.getMonths(), "month");
    addAll(groups, names.getShortMonths(), "month");
    addAll(groups, names.getWeekdays(), "weekday");
    addAll(groups, names.getShortWeekdays(), "weekday");
    for (Currency currency : Currency.getAvailableCurrencies()) {
      add(groups, currency.getCurrencyCode(), "currency");
    }
    return new Lexicon(groups);
  }

  /** The groups a word belongs to; none for most words. */
  public List<String> groups(String lowerCaseWord) {
    return groupsByWord.getOrDefault(lowerCaseWord, List.of());
  }

  /** Whether the word belongs to the group. */
  public boolean isIn(String group, String lowerCaseWord) {
    return groups(lowerCaseWord).contains(group);
  }

  private static void addAll(Map<String, List<String>> groups, String[] words, String group) {
    for (String word : words) {
      add(groups, word, group);
    }
  }

  private static void add(Map<String, List<String>> groups, String word, String group) {
    if (!word.isEmpty()) {
      List<String> all =
          groups.computeIfAbsent(word.toLowerCase(Locale.ROOT), none -> new ArrayList<>(2));
      if (!all.contains(group)) {
        all.add(group);
      }
    }
  }
}
