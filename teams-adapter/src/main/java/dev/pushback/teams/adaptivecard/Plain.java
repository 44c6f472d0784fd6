package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Words that stay what they are. Teams reads markdown, dates and times in a TextBlock; a TextRun
 * has no markdown ("RichTextBlock does not support markdown", learn.microsoft.com, Text features),
 * but it, too, is searched for {@code {{DATE(…)}}} and {@code {{TIME(…)}}}.
 */
final class Plain {
  private static final String MORE = " …";
  private static final String NOTHING = "…";
  private static final String UNSEEN = "\u2060";

  /** Control signs, marks that turn the direction of what follows, and halves of signs. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

  /** Between the braces of what Teams would work out. */
  private static final Pattern FUNCTION = Pattern.compile("(?<=\\{)(?=\\{(?:DATE|TIME)\\()");

  /** Nothing in it means anything in markdown, wherever it stands. */
  private static final Pattern HARMLESS =
      Pattern.compile("(?!\\d+[.)]\\s)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ,.'’“”?!:;()–-]*");

  private Plain() {}

  /** Without what can't be seen; may be empty. */
  static String clean(String text) {
    return REFUSED.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
  }

  /** Cleaned, no longer than this, never cut through a sign, and never empty. */
  static String cut(String text, int most) {
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

  /** Whether it reads the same with and without markdown. */
  static boolean isHarmless(String text) {
    return HARMLESS.matcher(text).matches();
  }

  /**
   * For what is one string and no rich text, a label: the one place where a sign is added, which
   * can't be seen, between the braces of what Teams would work out.
   */
  static String label(String text, int most) {
    return FUNCTION.matcher(cut(text, most)).replaceAll(UNSEEN);
  }

  /**
   * Adds it to a rich text as runs that look like this one. What Teams would work out is cut into
   * two runs, which look like one; not a sign is added.
   */
  static void addRuns(ArrayNode runs, String text, ObjectNode look) {
    for (String part : FUNCTION.splitAsStream(text).toList()) {
      ObjectNode run = JsonNodeFactory.instance.objectNode();
      run.put("type", "TextRun").put("text", part);
      run.setAll(look);
      runs.add(run);
    }
  }
}
