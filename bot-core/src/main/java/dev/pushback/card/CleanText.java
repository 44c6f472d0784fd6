package dev.pushback.card;

import java.util.regex.Pattern;

/** Words as platforms take them: nothing that can't be seen, and no longer than there is room. */
public final class CleanText {
  private static final String MORE = " …";
  private static final String NOTHING = "…";

  /** Control signs, marks that turn the direction of what follows, and halves of signs. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

  private CleanText() {}

  /** Without what can't be seen; may be empty. */
  public static String clean(String text) {
    return REFUSED.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
  }

  /** Cleaned, no longer than this, never cut through a sign, and never empty. */
  public static String cut(String text, int most) {
    String clean = clean(text).strip();
    if (clean.isEmpty()) {
      return NOTHING;
    }
    if (clean.length() <= most) {
      return clean;
    }
    int end = most - MORE.length();
    if (Character.isHighSurrogate(clean.charAt(end - 1))) {
      end--;
    }
    return clean.substring(0, end).strip() + MORE;
  }
}
