package dev.pushback.learning;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One word, number or sign of a text, with its place in it.
 *
 * @param start offset of the first character in the text
 * @param end offset after the last character
 * @param lower the token in lower case, with typographic quotes made plain
 * @param shape {@code X} capital, {@code x} small, {@code 9} digit, other signs as they are; runs
 *     are shortened to two
 */
public record Token(int start, int end, String lower, String shape) {

  /** All tokens of a text in order; white space is no token. */
  public static List<Token> of(String text) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.ENGLISH);
    // Curly apostrophes would split a word; one sign for one sign keeps all offsets.
    words.setText(text.replace('’', '\'').replace('‘', '\'').replace('`', '\''));
    List<Token> tokens = new ArrayList<>(text.length() / 4 + 1);
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
      if (!Character.isWhitespace(text.codePointAt(start))) {
        String raw = text.substring(start, end);
        tokens.add(new Token(start, end, plain(raw), shapeOf(raw)));
      }
    }
    return tokens;
  }

  /** Whether the token holds at least one letter or digit. */
  public boolean isWord() {
    return shape.indexOf('x') >= 0 || shape.indexOf('X') >= 0 || shape.indexOf('9') >= 0;
  }

  /** Whether the token holds a digit. */
  public boolean hasDigit() {
    return shape.indexOf('9') >= 0;
  }

  private static String plain(String raw) {
    return raw.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'').replace('`', '\'');
  }

  private static String shapeOf(String raw) {
    StringBuilder shape = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char sign = shapeOf(raw.charAt(i));
      int length = shape.length();
      boolean third =
          length >= 2 && shape.charAt(length - 1) == sign && shape.charAt(length - 2) == sign;
      if (!third) {
        shape.append(sign);
      }
    }
    return shape.toString();
  }

  private static char shapeOf(char c) {
    if (Character.isUpperCase(c)) {
      return 'X';
    }
    if (Character.isDigit(c)) {
      return '9';
    }
    return Character.isLetter(c) ? 'x' : c;
  }
}
