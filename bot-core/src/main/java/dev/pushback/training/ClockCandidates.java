package dev.pushback.training;

import dev.pushback.followup.LearnedWaits;
import dev.pushback.followup.Normal;
import dev.pushback.followup.Observation;
import dev.pushback.followup.TableWait;
import dev.pushback.followup.UsualWait;
import dev.pushback.followup.WaitCurve;
import dev.pushback.playbook.WaitingRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/** Ways to learn a partner's waits. The first is the clock's; the others are here to be beaten. */
final class ClockCandidates {
  /** As how many asks the table counts in the ones that are not in use. */
  private static final int WEIGHT = 4;

  private static final int POINTS = 240;
  private static final double REACH = 6;

  private ClockCandidates() {}

  /** By name, each tells the ninetieth percentile in hours from the table and what was seen. */
  static Map<String, ToDoubleBiFunction<TableWait, List<Observation>>> all(WaitingRules rules) {
    Map<String, ToDoubleBiFunction<TableWait, List<Observation>>> all = new LinkedHashMap<>();
    all.put("the clock", (table, seen) -> UsualWait.learned(rules, table, seen).q90Hours());
    all.put(
        "log-normal only",
        q90(
            new LearnedWaits(rules.within(), rules.levelWeight(), rules.spreadWeight(), 1e9)
                ::estimate));
    all.put("joint grid, table x4", q90(ClockCandidates::jointGrid));
    all.put("Kaplan-Meier, table x4", q90(ClockCandidates::kaplanMeier));
    all.put("quantiles, table x4", q90(ClockCandidates::quantiles));
    all.put("quantiles, no open", q90(ClockCandidates::answeredOnly));
    all.put("the table alone", (table, seen) -> table.q90Hours());
    return all;
  }

  private static ToDoubleBiFunction<TableWait, List<Observation>> q90(
      BiFunction<TableWait, List<Observation>, WaitCurve> estimator) {
    return (table, seen) -> estimator.apply(table, seen).quantile(0.9);
  }

  /** Level and spread learned together on 41 x 31 points, the table counting as four answers. */
  static WaitCurve jointGrid(TableWait table, List<Observation> seen) {
    double spread = table.spread();
    int levels = 41;
    int spreads = 31;
    double[][] weight = new double[levels][spreads];
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < levels; j++) {
      double mu = table.level() + (j - 20) * spread / 5;
      for (int k = 0; k < spreads; k++) {
        double sigma = spread * Math.exp((k - 15) / 12.0);
        double sum =
            -WEIGHT * Math.pow((mu - table.level()) / sigma, 2) / 2
                - WEIGHT * Math.pow((k - 15) / 12.0, 2);
        for (Observation one : seen) {
          double z = (Math.log(Math.max(one.hours(), 0.1)) - mu) / sigma;
          sum +=
              one.answered()
                  ? -z * z / 2 - Math.log(sigma)
                  : Math.log(Math.max(1e-300, Normal.above(z)));
        }
        weight[j][k] = sum;
        most = Math.max(most, sum);
      }
    }
    double first = table.level() - REACH * spread;
    double step = 2 * REACH * spread / (POINTS - 1);
    double[] beyond = new double[POINTS];
    double all = 0;
    for (int j = 0; j < levels; j++) {
      double mu = table.level() + (j - 20) * spread / 5;
      for (int k = 0; k < spreads; k++) {
        double w = Math.exp(weight[j][k] - most);
        all += w;
        if (w > 1e-6) {
          for (int i = 0; i < POINTS; i++) {
            beyond[i] +=
                w * Normal.above((first + i * step - mu) / (spread * Math.exp((k - 15) / 12.0)));
          }
        }
      }
    }
    for (int i = 0; i < POINTS; i++) {
      beyond[i] /= all;
    }
    return new WaitCurve(first, step, beyond);
  }

  /** Kaplan and Meier's curve over the asks and four asks drawn evenly from the table. */
  static WaitCurve kaplanMeier(TableWait table, List<Observation> seen) {
    return smooth(table, seen);
  }

  /** Quantiles that take an open ask as if it were answered now. */
  static WaitCurve quantiles(TableWait table, List<Observation> seen) {
    return smooth(table, seen.stream().map(one -> new Observation(one.hours(), true)).toList());
  }

  /** Quantiles that forget open asks. */
  static WaitCurve answeredOnly(TableWait table, List<Observation> seen) {
    return smooth(table, seen.stream().filter(Observation::answered).toList());
  }

  private static WaitCurve smooth(TableWait table, List<Observation> seen) {
    record Weighted(double hours, boolean answered, double weight) {}
    double spread = table.spread();
    double first = table.level() - REACH * spread;
    double step = 2 * REACH * spread / (POINTS - 1);
    List<Weighted> all = new ArrayList<>();
    seen.forEach(one -> all.add(new Weighted(one.hours(), one.answered(), 1)));
    for (int i = 1; i < POINTS; i++) {
      double part =
          Normal.above((first + (i - 1) * step - table.level()) / spread)
              - Normal.above((first + i * step - table.level()) / spread);
      all.add(new Weighted(Math.exp(first + i * step), true, WEIGHT * part));
    }
    all.sort(Comparator.comparingDouble(Weighted::hours).thenComparing(one -> !one.answered()));
    double atRisk = all.stream().mapToDouble(Weighted::weight).sum();
    double left = 1;
    double[] beyond = new double[POINTS];
    int next = 0;
    for (int i = 0; i < POINTS; i++) {
      while (next < all.size() && all.get(next).hours() <= Math.exp(first + i * step) * 1.000001) {
        Weighted one = all.get(next++);
        if (one.answered() && atRisk > 1e-12) {
          left *= Math.max(0, 1 - one.weight() / atRisk);
        }
        atRisk -= one.weight();
      }
      beyond[i] = left;
    }
    return new WaitCurve(first, step, beyond);
  }
}
