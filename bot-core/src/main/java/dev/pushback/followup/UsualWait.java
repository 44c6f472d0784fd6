package dev.pushback.followup;

import dev.pushback.playbook.WaitingRules;
import java.util.List;

/**
 * How long a partner usually takes, in working hours.
 *
 * @param seen how many asks it was learned from, open ones included
 * @param medianHours half of the answers are there by then
 * @param q90Hours nine of ten are
 * @param meanHours the mean
 * @param curve the whole curve, before bounds
 * @param stretch by what the bounds made it longer or shorter
 */
public record UsualWait(
    int seen,
    double medianHours,
    double q90Hours,
    double meanHours,
    WaitCurve curve,
    double stretch) {
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  /**
   * Learns, within the bounds of the rules: as long as little was seen, nothing moves far away from
   * the table. Upwards the bound ends with the fifth ask, downwards with the fifth answer, so that
   * an open ask never sets an estimate free to fall.
   */
  static UsualWait learned(WaitingRules rules, TableWait table, List<Observation> seen) {
    WaitCurve curve =
        new LearnedWaits(
                rules.within(), rules.levelWeight(), rules.spreadWeight(), rules.shapeWeight())
            .estimate(table, seen);
    long answered = seen.stream().filter(Observation::answered).count();
    double least = answered < rules.settled() ? rules.least() : 0;
    double most = seen.size() < rules.settled() ? rules.most() : Double.POSITIVE_INFINITY;
    if (seen.isEmpty()) {
      double mean = table.medianHours() * Math.exp(table.spread() * table.spread() / 2);
      return new UsualWait(0, table.medianHours(), table.q90Hours(), mean, WaitCurve.of(table), 1);
    }
    double median = curve.quantile(HALF);
    double bounded = bounded(median, table.medianHours(), least, most);
    double q90 = bounded(curve.quantile(NINE_OF_TEN), table.q90Hours(), least, most);
    return new UsualWait(
        seen.size(),
        bounded,
        Math.max(q90, bounded),
        Math.max(curve.mean() * bounded / median, bounded),
        curve,
        bounded / median);
  }

  private static double bounded(double value, double table, double least, double most) {
    return Math.min(Math.max(value, table * least), table * most);
  }

  /** The share of asks, 0 to 1, for which waiting longer than this is normal. */
  public double stillNormal(double hours) {
    return curve.beyond(hours / stretch);
  }

  /**
   * The hours by which a share of the answers is there.
   *
   * @param share between 0 and 1
   */
  public double quantile(double share) {
    return curve.quantile(share) * stretch;
  }
}
