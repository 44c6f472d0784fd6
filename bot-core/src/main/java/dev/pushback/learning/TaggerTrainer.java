package dev.pushback.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns a {@link SpanTagger}: an averaged structured perceptron (Collins 2002). The same examples
 * give the same weights.
 */
public final class TaggerTrainer {
  private static final long SEED = 1;

  private final int rounds;

  /**
   * @param rounds how often each example is looked at
   */
  public TaggerTrainer(int rounds) {
    this.rounds = rounds;
  }

  /** One labelled text: its tokens, their features, and the right spans. */
  @SuppressWarnings(
      "ArrayRecordComponent") // features are made once and never shown outside training
  public record Example(List<Token> tokens, int[][] features, List<Span> spans) {
    /** Copies the lists. */
    public Example {
      tokens = List.copyOf(tokens);
      spans = List.copyOf(spans);
    }
  }

  /** Learns the labels that the examples have. */
  public SpanTagger train(List<Example> examples, int bits) {
    List<String> labels =
        examples.stream()
            .flatMap(example -> example.spans().stream())
            .map(Span::label)
            .distinct()
            .sorted()
            .toList();
    return train(examples, labels, bits);
  }

  /** Learns from the examples. */
  public SpanTagger train(List<Example> examples, List<String> labels, int bits) {
    return new Run(labels, bits).train(examples);
  }

  /** One training run: the weights so far, and the sums that give their average. */
  private final class Run {
    private final List<String> labels;
    private final int tags;
    private final float[] weights;
    private final double[] weightSums;
    private final float[] moves;
    private final double[] moveSums;
    private double clock = 1;

    Run(List<String> labels, int bits) {
      this.labels = labels;
      this.tags = SpanTagger.tagCount(labels);
      this.weights = new float[tags << bits];
      this.weightSums = new double[tags << bits];
      this.moves = new float[(tags + 1) * tags];
      this.moveSums = new double[(tags + 1) * tags];
    }

    SpanTagger train(List<Example> examples) {
      List<Example> shuffled = new ArrayList<>(examples);
      Random random = new Random(SEED);
      for (int round = 0; round < rounds; round++) {
        Collections.shuffle(shuffled, random);
        for (Example example : shuffled) {
          int[] right = tags(example);
          int[] found = decode(example.features());
          if (!Arrays.equals(right, found)) {
            update(example.features(), right, 1);
            update(example.features(), found, -1);
          }
          clock++;
        }
      }
      return pack();
    }

    private int[] tags(Example example) {
      int[] tags = new int[example.tokens().size()];
      for (Span span : example.spans()) {
        int label = labels.indexOf(span.label());
        boolean first = true;
        for (int i = 0; i < tags.length; i++) {
          Token token = example.tokens().get(i);
          if (token.start() < span.end() && token.end() > span.start() && tags[i] == 0) {
            tags[i] = first ? SpanTagger.begin(label) : SpanTagger.goOn(label);
            first = false;
          }
        }
      }
      return tags;
    }

    private void update(int[][] features, int[] path, float change) {
      int before = tags;
      for (int i = 0; i < path.length; i++) {
        for (int bucket : features[i]) {
          weights[bucket * tags + path[i]] += change;
          weightSums[bucket * tags + path[i]] += change * clock;
        }
        moves[before * tags + path[i]] += change;
        moveSums[before * tags + path[i]] += change * clock;
        before = path[i];
      }
    }

    private int[] decode(int[][] features) {
      int length = features.length;
      float[][] best = new float[length][tags];
      int[][] from = new int[length][tags];
      for (int i = 0; i < length; i++) {
        for (int to = 0; to < tags; to++) {
          float top = Float.NEGATIVE_INFINITY;
          for (int before = i == 0 ? tags : 0; before < (i == 0 ? tags + 1 : tags); before++) {
            float score = (i == 0 ? 0 : best[i - 1][before]) + moves[before * tags + to];
            if (score > top && SpanTagger.mayFollow(before == tags ? -1 : before, to)) {
              top = score;
              from[i][to] = before;
            }
          }
          for (int bucket : features[i]) {
            top += weights[bucket * tags + to];
          }
          best[i][to] = top;
        }
      }
      return path(best, from);
    }

    private int[] path(float[][] best, int[][] from) {
      int[] path = new int[best.length];
      int tag = 0;
      for (int i = best.length - 1; i >= 0; i--) {
        if (i == best.length - 1) {
          for (int candidate = 1; candidate < tags; candidate++) {
            tag = best[i][candidate] > best[i][tag] ? candidate : tag;
          }
        }
        path[i] = tag;
        tag = from[i][tag];
      }
      return path;
    }

    private SpanTagger pack() {
      double[] averaged = new double[weights.length];
      double[] averagedMoves = new double[moves.length];
      double largest = 0;
      for (int i = 0; i < averaged.length; i++) {
        averaged[i] = weights[i] - weightSums[i] / clock;
        largest = Math.max(largest, Math.abs(averaged[i]));
      }
      for (int i = 0; i < averagedMoves.length; i++) {
        averagedMoves[i] = moves[i] - moveSums[i] / clock;
        largest = Math.max(largest, Math.abs(averagedMoves[i]));
      }
      return new SpanTagger(labels, bytes(averaged, largest), bytes(averagedMoves, largest));
    }

    private static byte[] bytes(double[] values, double largest) {
      double unit = Math.max(largest, 1e-9) / Byte.MAX_VALUE;
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Math.round(values[i] / unit);
      }
      return bytes;
    }
  }
}
