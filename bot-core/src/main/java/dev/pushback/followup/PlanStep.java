package dev.pushback.followup;

import dev.pushback.playbook.WaitingDefault;
import java.util.List;

/**
 * One thing on the way: somebody has to answer before the next can be asked.
 *
 * @param row the table's row for it
 * @param calendar when they work
 * @param history what was known of their waits, on that calendar
 */
public record PlanStep(WaitingDefault row, WorkingCalendar calendar, List<Observation> history) {
  /** Copies. */
  public PlanStep {
    history = List.copyOf(history);
  }
}
