package dev.pushback.learning;

import java.util.List;

/** The features of one token among its neighbours, for a {@link SpanTagger}. */
public final class TokenFeatures {
  /** Table size as a power of two. */
  public static final int BITS = 16;

  private static final String EDGE = "";

  private final Lexicon lexicon;

  /**
   * @param lexicon what a word can be: a month, a unit of time, a currency, …
   */
  public TokenFeatures(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Buckets for every token.
   *
   * @param topic what is known about the whole text, such as its situation; may be empty
   */
  public int[][] of(List<Token> tokens, String topic) {
    int[][] all = of(tokens);
    return topic.isEmpty() ? all : withTopic(all, tokens, topic);
  }

  /** Buckets for every token of a text of which nothing is known. */
  public int[][] of(List<Token> tokens) {
    int[][] all = new int[tokens.size()][];
    Buckets out = new Buckets(BITS);
    for (int i = 0; i < all.length; i++) {
      out.clear();
      one(out, tokens, i);
      all[i] = out.toArray();
    }
    return all;
  }

  /** These buckets, and those that tell what the whole text is about. */
  public int[][] withTopic(int[][] plain, List<Token> tokens, String topic) {
    int[][] all = new int[plain.length][];
    Buckets out = new Buckets(BITS);
    for (int i = 0; i < all.length; i++) {
      out.clear();
      out.addAll(plain[i]);
      out.add(21, topic, word(tokens, i));
      out.add(22, topic, word(tokens, i - 1));
      out.add(26, topic);
      all[i] = out.toArray();
    }
    return all;
  }

  private void one(Buckets out, List<Token> tokens, int i) {
    String here = word(tokens, i);
    String last = word(tokens, i - 1);
    String next = word(tokens, i + 1);
    Token token = tokens.get(i);
    out.add(0, "bias");
    out.add(1, here);
    out.add(2, last);
    out.add(3, next);
    out.add(4, word(tokens, i - 2));
    out.add(5, word(tokens, i + 2));
    out.add(6, last, here);
    out.add(7, here, next);
    out.add(8, word(tokens, i - 2), last);
    out.add(9, next, word(tokens, i + 2));
    out.add(10, token.shape());
    out.add(11, shape(tokens, i - 1), token.shape());
    out.add(12, token.shape(), shape(tokens, i + 1));
    if (here.length() > 3) {
      out.add(13, here.substring(0, 3));
      out.add(14, here.substring(here.length() - 3));
    }
    List<String> kindsBefore = lexicon.groups(last);
    List<String> kindsAfter = lexicon.groups(next);
    for (String kind : lexicon.groups(here)) {
      out.add(15, kind);
      out.add(16, last, kind);
      out.add(17, kind, next);
      for (String before : kindsBefore) {
        out.add(18, before, kind);
      }
      for (String after : kindsAfter) {
        out.add(23, kind, after);
      }
    }
    for (String kind : kindsBefore) {
      out.add(19, kind);
      out.add(24, kind, token.shape());
    }
    for (String kind : kindsAfter) {
      out.add(20, kind);
      out.add(25, token.shape(), kind);
    }
    out.add(27, Math.min(i, 3));
    out.add(28, last, token.shape());
    out.add(29, token.shape(), next);
    out.add(30, shape(tokens, i - 2), shape(tokens, i - 1));
    out.add(31, shape(tokens, i + 1), shape(tokens, i + 2));
    out.add(
        32,
        Buckets.join(shape(tokens, i - 1).hashCode(), token.shape().hashCode()) * 31
            + shape(tokens, i + 1).hashCode());
  }

  private static String word(List<Token> tokens, int i) {
    if (i < 0 || i >= tokens.size()) {
      return EDGE;
    }
    Token token = tokens.get(i);
    return token.hasDigit() ? token.shape() : token.lower();
  }

  private static String shape(List<Token> tokens, int i) {
    return i < 0 || i >= tokens.size() ? EDGE : tokens.get(i).shape();
  }
}
