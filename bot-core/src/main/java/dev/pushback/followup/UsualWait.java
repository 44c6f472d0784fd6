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

  /** An answer tells as much about the table as so many open asks. */
  private static final double ANSWER_TELLS = 2.5;

  /**
   * Learns, within the bounds of the rules: as long as little was seen, nothing moves far away from
   * the table. Upwards the bound ends with the fifth ask, downwards with the fifth answer, so that
   * an open ask never sets an estimate free to fall.
   */
  public static UsualWait learned(WaitingRules rules, TableWait table, List<Observation> seen) {
    if (seen.isEmpty()) {
      return new UsualWait(
          0, table.medianHours(), table.q90Hours(), table.mean(), WaitCurve.of(table), 1);
    }
    LearnedWaits estimator =
        new LearnedWaits(
            rules.within(), rules.levelWeight(), rules.spreadWeight(), rules.shapeWeight());
    WaitCurve curve = estimator.estimate(table, seen);
    long answered = seen.stream().filter(Observation::answered).count();
    double least = answered == 0 ? 1 : answered < rules.settled() ? rules.least() : 0;
    double most = seen.size() < rules.settled() ? rules.most() : Double.POSITIVE_INFINITY;
    double median = curve.quantile(HALF);
    double bounded = bounded(median, table.medianHours(), least, most);
    double q90 =
        curve.quantile(NINE_OF_TEN)
            * doubt(rules, estimator, table, (int) answered, seen.size() - (int) answered);
    return new UsualWait(
        seen.size(),
        bounded,
        Math.max(bounded(q90, table.q90Hours(), least, most), bounded),
        Math.max(bounded(curve.mean(), table.mean(), least, most), bounded),
        curve,
        bounded / median);
  }

  /**
   * The estimator doubts the table, and for an unknown partner would put the ninetieth percentile
   * well beyond the table's. That doubt comes in with the first answers, or else one fresh ask
   * would move it away.
   */
  private static double doubt(
      WaitingRules rules, LearnedWaits estimator, TableWait table, int answered, int open) {
    double known = (ANSWER_TELLS * answered + open) / Math.max(1, rules.settled());
    if (known >= 1) {
      return 1;
    }
    double unknown = estimator.estimate(table, List.of()).quantile(NINE_OF_TEN);
    return Math.pow(table.q90Hours() / unknown, 1 - known);
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
