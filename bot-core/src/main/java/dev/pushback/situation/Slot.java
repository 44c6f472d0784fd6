package dev.pushback.situation;

import dev.pushback.learning.Span;

/**
 * A stretch of what a person wrote, taken over as it stands.
 *
 * @param text the words, exactly as written
 * @param start offset of the first character in the person's text
 * @param end offset after the last character
 */
public record Slot(String text, int start, int end) {
  /** Checks that words and offsets agree. */
  public Slot {
    if (text.isBlank() || end - start != text.length()) {
      throw new IllegalArgumentException("a slot holds the words between its offsets");
    }
  }

  /** The words of a span. */
  public static Slot of(Span span, String text) {
    return new Slot(span.in(text), span.start(), span.end());
  }
}
