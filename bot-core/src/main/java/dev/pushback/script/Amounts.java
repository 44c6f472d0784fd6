package dev.pushback.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them: 8,000, 8 000, 8.5k. */
public final class Amounts {
  static final Pattern NUMBER = Pattern.compile("(\\d(?:[\\d.,']*\\d)?(?: \\d{3})*)(\\s?[kK]\\b)?");
  private static final double THOUSAND = 1000;

  private Amounts() {}

  /** Every number in some words, in order. */
  public static List<Double> in(String words) {
    List<Double> numbers = new ArrayList<>();
    Matcher digits = NUMBER.matcher(words);
    while (digits.find()) {
      String plain = digits.group(1).replaceAll("[ ,.'](?=\\d{3}(?:\\D|$))", "").replace(',', '.');
      double value = Double.parseDouble(plain.replaceAll("[^\\d.]|\\.(?=.*\\.)", ""));
      numbers.add(digits.group(2) == null ? value : value * THOUSAND);
    }
    return numbers;
  }
}
