package dev.pushback.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A linear classifier over hashed binary features: one row of small integer weights a bucket, one
 * column a label.
 *
 * @param labels the labels, in the order of the columns
 * @param weights bucket times label count plus label, as eighths of nothing: multiply by {@code
 *     scale}
 * @param scale what one unit of a weight is worth
 * @param bias added to each label's score
 */
@SuppressWarnings("ArrayRecordComponent") // a table of millions of weights; never shown outside
public record Classifier(List<String> labels, byte[] weights, float scale, float[] bias) {

  /** Checks that the table fits the labels. */
  public Classifier {
    labels = List.copyOf(labels);
    if (bias.length != labels.size() || weights.length % labels.size() != 0) {
      throw new IllegalArgumentException("weights do not fit " + labels.size() + " labels");
    }
  }

  /** One label with its probability. */
  public record Guess(String label, double probability) {}

  /** All labels, most likely first; probabilities sum to one. */
  public List<Guess> guesses(int[] buckets) {
    double[] probabilities = probabilities(buckets);
    List<Guess> guesses = new ArrayList<>(probabilities.length);
    for (int label = 0; label < probabilities.length; label++) {
      guesses.add(new Guess(labels.get(label), probabilities[label]));
    }
    guesses.sort(Comparator.comparingDouble(Guess::probability).reversed());
    return guesses;
  }

  /** The most likely label, the first of {@link #guesses}. */
  public Guess best(int[] buckets) {
    double[] probabilities = probabilities(buckets);
    int best = 0;
    for (int label = 1; label < probabilities.length; label++) {
      best = probabilities[label] > probabilities[best] ? label : best;
    }
    return new Guess(labels.get(best), probabilities[best]);
  }

  private double[] probabilities(int[] buckets) {
    int count = labels.size();
    int[] sums = new int[count];
    for (int bucket : buckets) {
      int row = bucket * count;
      for (int label = 0; label < count; label++) {
        sums[label] += weights[row + label];
      }
    }
    double norm = buckets.length == 0 ? 0 : scale / Math.sqrt(buckets.length);
    double[] scores = new double[count];
    double best = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < count; label++) {
      scores[label] = sums[label] * norm + bias[label];
      best = Math.max(best, scores[label]);
    }
    double total = 0;
    for (int label = 0; label < count; label++) {
      scores[label] = Math.exp(scores[label] - best);
      total += scores[label];
    }
    for (int label = 0; label < count; label++) {
      scores[label] /= total;
    }
    return scores;
  }
}
