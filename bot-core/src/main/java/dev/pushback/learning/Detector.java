package dev.pushback.learning;

/**
 * A linear answer to one question of yes or no, over hashed binary features: one small integer
 * weight a bucket.
 *
 * @param weights one weight a bucket; multiply by {@code scale}
 * @param scale what one unit of a weight is worth
 * @param bias log odds of yes where nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // a table of weights; never shown outside
public record Detector(byte[] weights, float scale, float bias) {
  /** How much one sign weighs beside all words together. */
  static final double SIGN = 0.15;

  /** Log odds of yes. */
  public double logOdds(Clues clues) {
    double words = sum(clues.words()) / Math.sqrt(Math.max(1, clues.words().length));
    return bias + scale * (words + SIGN * sum(clues.signs()));
  }

  /** Probability of yes. */
  public double probability(Clues clues) {
    return probability(logOdds(clues));
  }

  /** The probability with these log odds. */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private int sum(int[] buckets) {
    int sum = 0;
    for (int bucket : buckets) {
      sum += weights[bucket];
    }
    return sum;
  }
}
