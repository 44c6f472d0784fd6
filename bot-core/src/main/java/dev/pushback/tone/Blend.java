package dev.pushback.tone;

import dev.pushback.learning.Detector;
import java.util.List;

/**
 * How much each opinion counts for how harsh a text is.
 *
 * @param weights one for each of {@link Opinions}
 * @param bias log odds of harsh where no opinion leans either way
 */
public record Blend(List<Double> weights, double bias) {
  /** Copies the weights. */
  public Blend {
    weights = List.copyOf(weights);
  }

  /** How harsh, 0 to 1. */
  public double harsh(List<Double> opinions) {
    return Detector.probability(bias + sum(opinions));
  }

  /** The opinions' weighted sum, without the bias. */
  public double sum(List<Double> opinions) {
    if (opinions.size() != weights.size()) {
      throw new IllegalArgumentException(
          opinions.size() + " opinions for " + weights.size() + " weights");
    }
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += weights.get(i) * opinions.get(i);
    }
    return sum;
  }
}
