package dev.pushback.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds labelled spans in a text: each token begins a span, goes on with one, or stands outside,
 * and the best row of such tags is found by the Viterbi algorithm over learned weights.
 */
public final class SpanTagger {
  private final List<String> labels;
  private final int tags;
  private final byte[] weights;
  private final byte[] moves;

  /**
   * @param labels the kinds of span
   * @param weights bucket times tag count plus tag
   * @param moves from-tag times tag count plus to-tag; row {@code tag count} is the start
   */
  public SpanTagger(List<String> labels, byte[] weights, byte[] moves) {
    this.labels = List.copyOf(labels);
    this.tags = tagCount(labels);
    this.weights = weights;
    this.moves = moves;
    if (weights.length % tags != 0 || moves.length != (tags + 1) * tags) {
      throw new IllegalArgumentException("weights do not fit " + tags + " tags");
    }
  }

  /** Outside, and for each label: begin and go on. */
  static int tagCount(List<String> labels) {
    return 1 + 2 * labels.size();
  }

  static int begin(int label) {
    return 1 + 2 * label;
  }

  static int goOn(int label) {
    return 2 + 2 * label;
  }

  /** Whether a token tagged {@code to} may follow one tagged {@code from} (-1: the start). */
  static boolean mayFollow(int from, int to) {
    boolean goesOn = to > 0 && to % 2 == 0;
    return !goesOn || from == to || from == to - 1;
  }

  /** The kinds of span this tagger knows. */
  public List<String> labels() {
    return labels;
  }

  /**
   * The same tagger, readier to see the beginning of a span: for a text that is known to hold one.
   *
   * @param label the kind of span
   * @param by how much readier; the largest weight of a feature is 127
   */
  public SpanTagger leaningTo(String label, int by) {
    int to = begin(labels.indexOf(label));
    byte[] leaning = moves.clone();
    for (int from = 0; from <= tags; from++) {
      int move = leaning[from * tags + to] + by;
      leaning[from * tags + to] = (byte) Math.min(Byte.MAX_VALUE, move);
    }
    return new SpanTagger(labels, weights, leaning);
  }

  byte[] weights() {
    return weights;
  }

  byte[] moves() {
    return moves;
  }

  /** The spans of a text, in order, none overlapping. */
  public List<Span> spans(List<Token> tokens, int[][] features) {
    int length = tokens.size();
    if (length == 0) {
      return List.of();
    }
    int[] sums = new int[tags];
    int[][] best = new int[length][tags];
    byte[][] from = new byte[length][tags];
    for (int i = 0; i < length; i++) {
      Arrays.fill(sums, 0);
      for (int bucket : features[i]) {
        int row = bucket * tags;
        for (int tag = 0; tag < tags; tag++) {
          sums[tag] += weights[row + tag];
        }
      }
      step(i, sums, best, from);
    }
    return read(tokens, best, from);
  }

  private void step(int i, int[] sums, int[][] best, byte[][] from) {
    for (int to = 0; to < tags; to++) {
      int top = Integer.MIN_VALUE / 2;
      int argument = 0;
      if (i == 0) {
        top = mayFollow(-1, to) ? moves[tags * tags + to] : top;
      } else {
        for (int before = 0; before < tags; before++) {
          int score = best[i - 1][before] + moves[before * tags + to];
          if (score > top && mayFollow(before, to)) {
            top = score;
            argument = before;
          }
        }
      }
      best[i][to] = top + sums[to];
      from[i][to] = (byte) argument;
    }
  }

  private List<Span> read(List<Token> tokens, int[][] best, byte[][] from) {
    int last = best.length - 1;
    int tag = 0;
    for (int candidate = 1; candidate < tags; candidate++) {
      if (best[last][candidate] > best[last][tag]) {
        tag = candidate;
      }
    }
    List<Span> spans = new ArrayList<>();
    int end = -1;
    for (int i = last; i >= 0; i--) {
      if (tag > 0 && end < 0) {
        end = tokens.get(i).end();
      }
      if (tag > 0 && tag % 2 == 1) {
        spans.add(0, new Span(labels.get((tag - 1) / 2), tokens.get(i).start(), end));
        end = -1;
      }
      tag = from[i][tag];
    }
    return spans;
  }
}
