package dev.pushback.playbook;

import java.util.Locale;

/**
 * A length of waiting as people say it.
 *
 * @param amount how many; not negative
 * @param unit of what
 */
public record Wait(double amount, Unit unit) {
  /** What a wait is counted in. */
  public enum Unit {
    /** Hours in which the partner works. */
    WORKING_HOURS,
    /** Days on which the partner works. */
    WORKING_DAYS,
    /** Days on the calendar, as rules of law count them. */
    CALENDAR_DAYS
  }

  private static final double WORKING_DAYS_IN_A_WEEK = 5;
  private static final double DAYS_IN_A_WEEK = 7;

  /** Checks the amount. */
  public Wait {
    if (!(amount >= 0) || amount > 10_000) {
      throw new IllegalArgumentException("a wait is between 0 and 10,000, not " + amount);
    }
  }

  /**
   * Reads {@code 0.5 wd}, {@code 4 h} or {@code 30 days}.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  public static Wait parse(String text) {
    String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    if (parts.length != 2 || !parts[0].matches("\\d+(\\.\\d+)?")) {
      throw unreadable(text);
    }
    return new Wait(
        Double.parseDouble(parts[0]),
        switch (parts[1]) {
          case "h" -> Unit.WORKING_HOURS;
          case "wd" -> Unit.WORKING_DAYS;
          case "days" -> Unit.CALENDAR_DAYS;
          default -> throw unreadable(text);
        });
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is no wait; write '2 wd' for working days, '4 h' for working hours or '30 days'"
            + " for days on the calendar");
  }

  /**
   * About as many working hours.
   *
   * @param hoursPerDay of a working day
   */
  public double hours(double hoursPerDay) {
    return switch (unit) {
      case WORKING_HOURS -> amount;
      case WORKING_DAYS -> amount * hoursPerDay;
      case CALENDAR_DAYS -> amount * WORKING_DAYS_IN_A_WEEK / DAYS_IN_A_WEEK * hoursPerDay;
    };
  }

  /** The same, longer or shorter. */
  public Wait times(double factor) {
    return new Wait(amount * factor, unit);
  }
}
