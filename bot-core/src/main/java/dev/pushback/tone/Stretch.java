package dev.pushback.tone;

/**
 * Some words of a draft, side by side.
 *
 * @param from the first token
 * @param to after the last token
 */
record Stretch(int from, int to) {
  /** Whether a token is one of them. */
  boolean holds(int token) {
    return from <= token && token < to;
  }
}
