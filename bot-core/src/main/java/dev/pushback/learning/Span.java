package dev.pushback.learning;

/**
 * A stretch of a text with what it is.
 *
 * @param label what it is
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Span(String label, int start, int end) {
  /** Checks that the span is not empty. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no text from " + start + " to " + end);
    }
  }

  /** The words of the span. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
