package dev.pushback.learning;

import java.util.List;

/** The features of a stretch of text in its surroundings, for a {@link Classifier}. */
public final class SpanFeatures {
  /** Table size as a power of two. */
  public static final int BITS = 14;

  private static final String EDGE = "";

  private final Lexicon lexicon;

  /**
   * @param lexicon groups of words that mean much the same
   */
  public SpanFeatures(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Buckets of the span from {@code start} to {@code end}.
   *
   * @param topic what is known about the whole text
   */
  public int[] of(List<Token> tokens, int start, int end, String topic) {
    int first = 0;
    while (first < tokens.size() - 1 && tokens.get(first).end() <= start) {
      first++;
    }
    int last = first;
    while (last < tokens.size() - 1 && tokens.get(last + 1).start() < end) {
      last++;
    }
    Buckets out = new Buckets(BITS);
    out.add(0, topic);
    out.add(1, Integer.toString(Math.min(last - first, 8)));
    edge(out, 10, word(tokens, first));
    edge(out, 20, word(tokens, last));
    edge(out, 30, word(tokens, first - 1));
    out.add(40, word(tokens, first - 2), word(tokens, first - 1));
    out.add(41, word(tokens, first - 1), word(tokens, first));
    out.add(42, word(tokens, first), first < last ? word(tokens, first + 1) : EDGE);
    out.add(43, topic, word(tokens, first));
    out.add(44, topic, word(tokens, first - 1));
    out.add(45, word(tokens, first - 3), word(tokens, first - 2));
    for (int i = first; i <= last; i++) {
      out.add(50, word(tokens, i));
      for (String group : lexicon.groups(word(tokens, i))) {
        out.add(51, group);
      }
      if (i > first && i <= first + 2) {
        edge(out, 60, word(tokens, i));
      }
    }
    return out.toSet();
  }

  private void edge(Buckets out, int kind, String word) {
    out.add(kind, word);
    if (word.length() > 3) {
      out.add(kind + 1, word.substring(word.length() - 2));
      out.add(kind + 2, word.substring(word.length() - 3));
    }
    for (String group : lexicon.groups(word)) {
      out.add(kind + 3, group);
    }
  }

  private static String word(List<Token> tokens, int i) {
    if (i < 0 || i >= tokens.size()) {
      return EDGE;
    }
    Token token = tokens.get(i);
    return token.hasDigit() ? token.shape() : token.lower();
  }
}
