package dev.pushback.followup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The estimator in use. Answered asks tell how long the answers take; asks that are still open tell
 * only that they take longer, and are never thrown away: doing so would call slow partners overdue
 * when they are not (follow-up-norms 4.6).
 *
 * <p>Two parts are mixed. The first is a log-normal curve whose level and spread are learned on a
 * grid. The second is Kaplan and Meier's curve of the waits as they were, which knows a partner who
 * answers every Monday; it counts the more, the more was answered.
 *
 * <p>An ask that is still open can only raise the estimate: the spread is learned from answers
 * alone, and for every spread an open ask can only raise the level. Learned together, a young open
 * ask would narrow the spread and so pull the ninetieth percentile down.
 */
public final class LearnedWaits {
  private static final int LEVELS = 41;
  private static final int SPREADS = 15;

  /** How many points of the curve lie between two levels of the grid. */
  private static final int FINE = 2;

  /** How many standard deviations of the table's level the grid reaches to each side. */
  private static final double REACH = 4;

  private static final double NARROWEST = 0.25;
  private static final double WIDEST = 2.5;
  private static final double TAIL = 3.5;

  /** An answer within minutes is no news about the rest; it counts as this share of the median. */
  private static final double LEAST = 0.05;

  private final double within;
  private final double levelWeight;
  private final double spreadWeight;
  private final double shapeWeight;

  /**
   * An estimator.
   *
   * @param within how far one partner's waits lie apart, as a share of the table's spread
   * @param levelWeight as how many answers the table counts for the level
   * @param spreadWeight the same for the spread
   * @param shapeWeight how many answers it takes until the waits as they were count half
   */
  public LearnedWaits(double within, double levelWeight, double spreadWeight, double shapeWeight) {
    this.within = within;
    this.levelWeight = levelWeight;
    this.spreadWeight = spreadWeight;
    this.shapeWeight = shapeWeight;
  }

  /**
   * Estimates. The same input gives the same answer.
   *
   * @param table what to believe of a partner nobody knows
   * @param seen what they were asked before, in any order
   */
  public WaitCurve estimate(TableWait table, List<Observation> seen) {
    Grid grid = new Grid(table);
    double[] beyond = grid.curve(seen, table.medianHours() * LEAST);
    int answered = (int) seen.stream().filter(Observation::answered).count();
    if (answered > 0) {
      double share = shapeWeight / (shapeWeight + answered);
      double[] asTheyWere = asTheyWere(grid, beyond, seen);
      for (int i = 0; i < beyond.length; i++) {
        beyond[i] = share * beyond[i] + (1 - share) * asTheyWere[i];
      }
    }
    return new WaitCurve(grid.first, grid.fine, beyond);
  }

  /** Kaplan and Meier's curve; after the last ask nothing is known, and the smooth one goes on. */
  private static double[] asTheyWere(Grid grid, double[] smooth, List<Observation> seen) {
    List<Observation> sorted =
        seen.stream()
            .sorted(
                Comparator.comparingDouble(Observation::hours)
                    .thenComparing(one -> !one.answered()))
            .toList();
    double[] beyond = new double[smooth.length];
    double left = 1;
    int next = 0;
    for (int i = 0; i < beyond.length; i++) {
      double hours = Math.exp(grid.first + i * grid.fine);
      while (next < sorted.size() && sorted.get(next).hours() <= hours) {
        if (sorted.get(next).answered()) {
          left *= 1 - 1.0 / (sorted.size() - next);
        }
        next++;
      }
      beyond[i] = next < sorted.size() ? left : Math.min(left, smooth[i]);
    }
    return beyond;
  }

  /** The table's belief about level and spread, and what becomes of it. */
  private final class Grid {
    final double coarse;
    final double fine;
    final double lowest;
    final double first;
    final int points;
    final double level;
    final double[] believed = new double[LEVELS];
    final double[] spreads = new double[SPREADS];
    final double[] spreadBelieved = new double[SPREADS];

    Grid(TableWait table) {
      double spread = table.spread() * within;
      double deviation = spread / Math.sqrt(levelWeight);
      level = table.level();
      coarse = 2 * REACH * deviation / (LEVELS - 1);
      fine = coarse / FINE;
      lowest = level - REACH * deviation;
      int beside = (int) Math.ceil(TAIL * WIDEST * spread / fine);
      first = lowest - beside * fine;
      points = 2 * beside + (LEVELS - 1) * FINE + 1;
      for (int j = 0; j < LEVELS; j++) {
        double z = (lowest + j * coarse - level) / deviation;
        believed[j] = -z * z / 2;
      }
      double ratio = Math.pow(WIDEST / NARROWEST, 1.0 / (SPREADS - 1));
      for (int k = 0; k < SPREADS; k++) {
        double factor = NARROWEST * Math.pow(ratio, k);
        spreads[k] = spread * factor;
        spreadBelieved[k] = -Math.pow(Math.log(factor), 2) * spreadWeight;
      }
    }

    double[] curve(List<Observation> seen, double least) {
      double[] logs =
          seen.stream()
              .filter(Observation::answered)
              .mapToDouble(one -> Math.log(Math.max(one.hours(), least)))
              .toArray();
      double[] open =
          seen.stream()
              .filter(one -> !one.answered() && one.hours() > 0)
              .mapToDouble(one -> Math.log(one.hours()))
              .toArray();
      double mean = Arrays.stream(logs).average().orElse(level);
      double squares = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum();
      double[][] weights = new double[SPREADS][];
      double[] ofSpread = new double[SPREADS];
      for (int k = 0; k < SPREADS; k++) {
        double[] likely = new double[LEVELS];
        for (int j = 0; j < LEVELS; j++) {
          double away = mean - (lowest + j * coarse);
          likely[j] =
              believed[j]
                  - (squares + logs.length * away * away) / (2 * spreads[k] * spreads[k])
                  - logs.length * Math.log(spreads[k]);
        }
        ofSpread[k] = spreadBelieved[k] + logOfSum(likely);
        for (double one : open) {
          for (int j = 0; j < LEVELS; j++) {
            likely[j] +=
                Math.log(
                    Math.max(
                        Double.MIN_NORMAL,
                        Normal.above((one - (lowest + j * coarse)) / spreads[k])));
          }
        }
        weights[k] = shares(likely);
      }
      return mixed(weights, shares(ofSpread));
    }

    private double[] mixed(double[][] weights, double[] ofSpread) {
      double[] beyond = new double[points];
      int longest = points + (LEVELS - 1) * FINE;
      double[] above = new double[longest];
      for (int k = 0; k < SPREADS; k++) {
        for (int i = 0; i < longest; i++) {
          above[i] = Normal.above((first - lowest + (i - (LEVELS - 1) * FINE) * fine) / spreads[k]);
        }
        for (int j = 0; j < LEVELS; j++) {
          double weight = ofSpread[k] * weights[k][j];
          if (weight > 1e-9) {
            int shift = (LEVELS - 1 - j) * FINE;
            for (int i = 0; i < points; i++) {
              beyond[i] += weight * above[i + shift];
            }
          }
        }
      }
      return beyond;
    }
  }

  private static double logOfSum(double[] logs) {
    double most = Arrays.stream(logs).max().orElse(0);
    return most + Math.log(Arrays.stream(logs).map(x -> Math.exp(x - most)).sum());
  }

  private static double[] shares(double[] logs) {
    double all = logOfSum(logs);
    return Arrays.stream(logs).map(x -> Math.exp(x - all)).toArray();
  }
}
