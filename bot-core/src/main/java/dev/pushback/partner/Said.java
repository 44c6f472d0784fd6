package dev.pushback.partner;

/** Looks for whole words in a text. */
final class Said {
  private Said() {}

  /**
   * Whether the words stand in the text with neither letter nor digit right beside them.
   *
   * @param text in lower case
   * @param words in lower case
   */
  static boolean in(String text, String words) {
    return at(text, words) >= 0;
  }

  /** Where the words stand for the first time; -1 if they don't. */
  static int at(String text, String words) {
    int at = text.indexOf(words);
    while (at >= 0) {
      int end = at + words.length();
      boolean startsFree =
          at == 0
              || !Character.isLetterOrDigit(words.charAt(0))
              || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean endsFree = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (startsFree && endsFree) {
        return at;
      }
      at = text.indexOf(words, at + 1);
    }
    return -1;
  }
}
