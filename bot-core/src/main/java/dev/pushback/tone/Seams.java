package dev.pushback.tone;

import dev.pushback.script.Redraft;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a rewrite can be read where something was taken out: no rewrite is better than a torn
 * one.
 */
final class Seams {
  /** A comma or a full stop where none can stand, or two links in a row. */
  private static final Pattern TORN =
      Pattern.compile(
          "[ \\t][,;.?!](?!\\S)|[,;:][ \\t]*[,;.?!]|[.?!][ \\t]+[,;:]|[?!]\\.(?!\\S)|^[,;:.]"
              + "|(?i:\\b(?:and|or|but|so)[ \\t]+(?:and|or|but)\\b|\\b(?:and|or|but|so|to|the|a)[ \\t]*[.?!])");

  private Seams() {}

  /** Whether it is torn nowhere where the draft wasn't, too. */
  static boolean hold(String draft, Redraft rewrite) {
    String words = rewrite.words().words();
    return !rewrite.isChanged()
        || (count(words) <= count(draft) && (beginsWell(words) || !beginsWell(draft)));
  }

  private static boolean beginsWell(String text) {
    return ",;:.?!".indexOf(text.strip().charAt(0)) < 0;
  }

  private static int count(String text) {
    int count = 0;
    Matcher torn = TORN.matcher(text);
    while (torn.find()) {
      count++;
    }
    return count;
  }
}
