package dev.pushback.followup;

/**
 * One thing a partner was asked for.
 *
 * @param hours worked until the answer, or until now if there is none yet; not negative
 * @param answered false for an open or abandoned ask, of which only is known that it takes longer
 */
public record Observation(double hours, boolean answered) {
  /** Checks the hours. */
  public Observation {
    if (!(hours >= 0) || Double.isInfinite(hours)) {
      throw new IllegalArgumentException("hours are not negative, not " + hours);
    }
  }
}
