package dev.pushback.followup;

/**
 * What the playbook's table says about a wait.
 *
 * @param medianHours half of the answers are there by then
 * @param q90Hours nine of ten answers are there by then; more than the median
 */
public record TableWait(double medianHours, double q90Hours) {
  /** The 0.9 quantile of the standard normal distribution. */
  private static final double Z90 = 1.2815515655446004;

  private static final double LEAST_SPREAD = 0.05;

  /** Checks the order. */
  public TableWait {
    if (!(medianHours > 0 && q90Hours > medianHours)) {
      throw new IllegalArgumentException("0 < median < q90 is needed");
    }
  }

  /** The logarithm of the median. */
  public double level() {
    return Math.log(medianHours);
  }

  /** The standard deviation of the logarithms. */
  public double spread() {
    return Math.max(LEAST_SPREAD, Math.log(q90Hours / medianHours) / Z90);
  }

  /** The mean in hours. */
  public double mean() {
    return medianHours * Math.exp(spread() * spread() / 2);
  }
}
