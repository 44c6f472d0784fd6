package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.CleanText;
import java.util.regex.Pattern;

/**
 * Words that stay what they are. Teams reads markdown, dates and times in a TextBlock; a TextRun
 * has no markdown ("RichTextBlock does not support markdown", learn.microsoft.com, Text features),
 * but it, too, is searched for {@code {{DATE(…)}}} and {@code {{TIME(…)}}}.
 */
final class Plain {
  private static final String UNSEEN = "\u2060";

  /** Between the braces of what Teams would work out. */
  private static final Pattern FUNCTION = Pattern.compile("(?<=\\{)(?=\\{(?:DATE|TIME)\\()");

  /** Nothing in it means anything in markdown, wherever it stands. */
  private static final Pattern HARMLESS =
      Pattern.compile("(?!\\d+[.)]\\s)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ,.'’“”?!:;()–-]*");

  private Plain() {}

  /** Whether it reads the same with and without markdown. */
  static boolean isHarmless(String text) {
    return HARMLESS.matcher(text).matches();
  }

  /**
   * For what is one string and no rich text, a label: the one place where a sign is added, which
   * can't be seen, between the braces of what Teams would work out.
   */
  static String label(String text, int most) {
    return FUNCTION.matcher(CleanText.cut(text, most)).replaceAll(UNSEEN);
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
