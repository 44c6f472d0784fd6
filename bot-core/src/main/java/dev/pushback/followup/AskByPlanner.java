package dev.pushback.followup;

import dev.pushback.playbook.WaitingDefault;
import dev.pushback.playbook.WaitingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Plans backwards: "to have it signed by 14 May with 80 % odds, ask by 22 April". Each draw takes
 * one wait for every step and walks back from the goal on each partner's own calendar, which gives
 * the last moment at which asking would have been in time; the odds are the share of draws that
 * were asked in time. Waits are drawn evenly over their curve and shuffled by a fixed seed, so that
 * the same question gets the same answer.
 */
public final class AskByPlanner {
  private static final int DRAWS = 2000;
  private static final long SEED = 20260514;
  private static final double[] TABLE = {0.5, 0.8, 0.9};

  private final WaitingRules rules;

  /**
   * A planner.
   *
   * @param rules the table and its adjusters
   */
  public AskByPlanner(WaitingRules rules) {
    this.rules = rules;
  }

  /**
   * Plans.
   *
   * @param goal what shall be there, such as "it signed"
   * @param steps one after the other; at least one
   * @param deadline when it has to be there
   * @param odds that are wanted, above 0 and below 1
   * @param now when the question is asked
   */
  public AskBy plan(String goal, List<PlanStep> steps, Instant deadline, double odds, Instant now) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one step");
    }
    if (!(odds > 0 && odds < 1)) {
      throw new IllegalArgumentException("odds are between 0 and 1, not " + odds);
    }
    Instant[] latest = latest(steps, deadline);
    WorkingCalendar first = steps.get(0).calendar();
    Instant at = first.morningBefore(latest[rank(odds)]);
    Map<Double, LocalDate> table = new TreeMap<>();
    for (double one : TABLE) {
      table.put(one, first.date(first.morningBefore(latest[rank(one)])));
    }
    double oddsNow = inTime(latest, now);
    LocalDate by = first.date(at);
    LocalDate today = first.date(now);
    boolean passed = by.isBefore(today);
    String text =
        Sentences.fill(
            rules.sentence(passed ? "plan_passed" : "plan_by"),
            Map.of(
                "goal",
                goal + " by " + HumanTime.day(last(steps).date(deadline), today),
                "odds",
                Math.round(odds * 100) + " %",
                "by",
                HumanTime.day(by, today),
                "share",
                Math.round(oddsNow * 100) + " %"));
    return new AskBy(by, at, odds, table, oddsNow, passed, text);
  }

  private static WorkingCalendar last(List<PlanStep> steps) {
    return steps.get(steps.size() - 1).calendar();
  }

  /** The share of draws, 0 to 1, in which asking at this moment is in time. */
  private static double inTime(Instant[] latest, Instant asked) {
    int late = Arrays.binarySearch(latest, asked);
    int before = late >= 0 ? late : -late - 1;
    while (before > 0 && !latest[before - 1].isBefore(asked)) {
      before--;
    }
    return (latest.length - before) / (double) latest.length;
  }

  /** Asking by the draw of this rank is in time in the wanted share of draws. */
  private static int rank(double odds) {
    return (int) Math.floor((1 - odds) * (DRAWS - 1));
  }

  private Instant[] latest(List<PlanStep> steps, Instant deadline) {
    SplittableRandom chance = new SplittableRandom(SEED);
    Instant[] latest = new Instant[DRAWS];
    Arrays.fill(latest, deadline);
    for (int i = steps.size() - 1; i >= 0; i--) {
      PlanStep step = steps.get(i);
      double[] waits = waits(step);
      shuffle(waits, chance);
      for (int draw = 0; draw < DRAWS; draw++) {
        latest[draw] = step.calendar().minus(latest[draw], waits[draw]);
      }
    }
    Arrays.sort(latest);
    return latest;
  }

  /** Waits at the middle of equal shares of the curve. */
  private double[] waits(PlanStep step) {
    WaitingDefault row = step.row();
    double day = step.calendar().hoursPerDay();
    double extra = row.dueAfter().map(wait -> wait.hours(day)).orElse(0.0);
    double median = Math.max(extra + row.median().hours(day), 0.5);
    UsualWait usual =
        UsualWait.learned(
            rules,
            new TableWait(median, Math.max(extra + row.overdue().hours(day), median * 1.01)),
            step.history());
    double[] waits = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      waits[draw] = usual.quantile((draw + 0.5) / DRAWS);
    }
    return waits;
  }

  private static void shuffle(double[] values, SplittableRandom chance) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = chance.nextInt(i + 1);
      double swap = values[i];
      values[i] = values[other];
      values[other] = swap;
    }
  }
}
