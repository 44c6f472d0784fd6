package dev.pushback.followup;

/** The standard normal distribution. */
public final class Normal {
  private static final double[] SERIES = {
    0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429
  };
  private static final double P = 0.3275911;

  private Normal() {}

  /** The probability of a value above z; wrong by less than 1e-7 (Abramowitz and Stegun 7.1.26). */
  public static double above(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + P * x);
    double sum = 0;
    for (int i = SERIES.length - 1; i >= 0; i--) {
      sum = (sum + SERIES[i]) * t;
    }
    double tail = sum * Math.exp(-x * x) / 2;
    return z >= 0 ? tail : 1 - tail;
  }
}
