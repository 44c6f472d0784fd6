package dev.pushback.learning;

import java.util.Collection;
import java.util.List;

/**
 * The features of a whole text for a {@link Classifier}: words, pairs of words, beginnings, ends
 * and inner parts of words (which serve as stems and forgive typing errors), and the groups they
 * belong to.
 */
public final class TextFeatures {
  /** Table size as a power of two. */
  public static final int BITS = 17;

  /** The first kind of feature for marks; each mark counts as much as this many words. */
  private static final int MARKS = 13;

  private static final int WEIGHT = 4;

  private final Lexicon lexicon;
  private final int bits;

  /**
   * Features of a table of the usual size.
   *
   * @param lexicon groups of words that mean much the same
   */
  public TextFeatures(Lexicon lexicon) {
    this(lexicon, BITS);
  }

  /**
   * @param lexicon groups of words that mean much the same
   * @param bits table size as a power of two
   */
  public TextFeatures(Lexicon lexicon, int bits) {
    this.lexicon = lexicon;
    this.bits = bits;
  }

  /** Buckets of a text, ascending, each once. */
  public int[] of(List<Token> tokens) {
    return of(tokens, List.of());
  }

  /**
   * Buckets of a text of which something more is known, ascending, each once.
   *
   * @param marks what is known, in any words
   */
  public int[] of(List<Token> tokens, Collection<String> marks) {
    Buckets out = new Buckets(bits);
    for (int kind = MARKS; kind < MARKS + WEIGHT; kind++) {
      int copy = kind;
      marks.forEach(mark -> out.add(copy, mark));
    }
    String before = "^";
    String twoBefore = "^^";
    List<String> beforeCues = List.of();
    int words = 0;
    for (Token token : tokens) {
      String word = token.hasDigit() ? token.shape() : token.lower();
      out.add(1, word);
      out.add(2, before, word);
      out.add(3, twoBefore, word);
      if (token.isWord() && !token.hasDigit()) {
        parts(out, word);
        words++;
        if (words <= 2) {
          out.add(8, word);
        }
      }
      List<String> here = lexicon.groups(token.lower());
      for (String cue : here) {
        out.add(9, cue);
        out.add(10, before, cue);
        for (String earlier : beforeCues) {
          out.add(11, earlier, cue);
        }
      }
      if (!here.isEmpty()) {
        beforeCues = here;
      }
      twoBefore = before;
      before = word;
    }
    out.add(2, before, "$");
    out.add(12, Integer.numberOfLeadingZeros(words));
    return out.toSet();
  }

  private static void parts(Buckets out, String word) {
    int length = word.length();
    if (length >= 5) {
      out.add(4, word.substring(0, 4));
      out.add(5, word.substring(length - 3));
    }
    if (length >= 6) {
      out.add(4, word.substring(0, 5));
    }
    for (int i = 1; i + 4 < length; i++) {
      out.add(6, word.substring(i, i + 4));
    }
  }
}
