package dev.pushback.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * By when to ask, to have something in time.
 *
 * @param by the day to ask on, at the latest, for the odds that were wanted
 * @param at the same as an instant, the morning of that day
 * @param odds that were wanted, 0 to 1
 * @param table the day for other odds: 0.5, 0.8 and 0.9
 * @param oddsNow the odds for asking now
 * @param passed whether that day is over
 * @param text a sentence for the person
 */
public record AskBy(
    LocalDate by,
    Instant at,
    double odds,
    Map<Double, LocalDate> table,
    double oddsNow,
    boolean passed,
    String text) {
  /** Copies. */
  public AskBy {
    table = Map.copyOf(table);
  }
}
