package dev.pushback.followup;

/**
 * How many of a partner's answers take longer than so many working hours: a falling curve over
 * points whose logarithms are equally far apart.
 */
public final class WaitCurve {
  private final double first;
  private final double step;
  private final double[] beyond;

  /**
   * A curve.
   *
   * @param first the logarithm of the first point, in hours
   * @param step from one logarithm to the next
   * @param beyond the share that takes longer, at each point; made to fall where it does not
   */
  public WaitCurve(double first, double step, double[] beyond) {
    this.first = first;
    this.step = step;
    this.beyond = beyond.clone();
    for (int i = 1; i < this.beyond.length; i++) {
      this.beyond[i] = Math.min(this.beyond[i], this.beyond[i - 1]);
    }
  }

  /** The table's curve, log-normal. */
  static WaitCurve of(TableWait table) {
    int points = 241;
    double reach = 4;
    double step = 2 * reach * table.spread() / (points - 1);
    double[] beyond = new double[points];
    for (int i = 0; i < points; i++) {
      beyond[i] = Normal.above(-reach + 2 * reach * i / (points - 1));
    }
    return new WaitCurve(table.level() - reach * table.spread(), step, beyond);
  }

  /** The share of answers, 0 to 1, that take longer than this. */
  public double beyond(double hours) {
    if (hours <= 0) {
      return 1;
    }
    double at = (Math.log(hours) - first) / step;
    if (at <= 0) {
      return 1 - (1 - beyond[0]) * Math.exp(at * step);
    }
    if (at >= beyond.length - 1) {
      return beyond[beyond.length - 1];
    }
    int below = (int) at;
    return beyond[below] + (at - below) * (beyond[below + 1] - beyond[below]);
  }

  /**
   * The hours by which a share of the answers is there.
   *
   * @param share between 0 and 1
   */
  public double quantile(double share) {
    double left = 1 - share;
    if (beyond[0] <= left) {
      return Math.exp(first);
    }
    int last = beyond.length - 1;
    int low = 0;
    int high = last;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (beyond[middle] > left) {
        low = middle;
      } else {
        high = middle;
      }
    }
    if (beyond[high] > left) {
      return Math.exp(first + step * last);
    }
    double part = (beyond[low] - left) / (beyond[low] - beyond[high]);
    return Math.exp(first + step * (low + part));
  }

  /** The mean in hours; what lies beyond the last point is counted as if it ended there. */
  public double mean() {
    double sum = Math.exp(first);
    for (int i = 1; i < beyond.length; i++) {
      sum +=
          (beyond[i] + beyond[i - 1])
              / 2
              * (Math.exp(first + step * i) - Math.exp(first + step * (i - 1)));
    }
    return sum;
  }
}
