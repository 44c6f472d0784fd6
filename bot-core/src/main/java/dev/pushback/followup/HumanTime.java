package dev.pushback.followup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them: "9 working days", "half a working day", "Tuesday 14 March". */
public final class HumanTime {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
  private static final DateTimeFormatter DATE_WITH_YEAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final double NEARLY = 0.125;
  private static final int TEN = 10;
  private static final int HALVES_UP_TO = 3;

  private HumanTime() {}

  /**
   * A length of working time.
   *
   * @param hours worked
   * @param hoursPerDay of a working day
   */
  public static String duration(double hours, double hoursPerDay) {
    double days = hours / hoursPerDay;
    if (hours < NEARLY) {
      return "no time";
    }
    if (hours < 0.75) {
      return "half a working hour";
    }
    if (Math.abs(days - 0.5) < NEARLY / 2) {
      return "half a working day";
    }
    if (days < 1 - NEARLY) {
      return count(Math.round(hours), "working hour");
    }
    double halves = Math.round(days * 2) / 2.0;
    if (halves < HALVES_UP_TO && halves != Math.rint(halves)) {
      return halves == 1.5 ? "a working day and a half" : "two and a half working days";
    }
    return count(Math.round(days), "working day");
  }

  /** A number with its noun: "1 working day", "4 working days". */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A day, with its year where it is not this one. */
  public static String day(LocalDate day, LocalDate today) {
    return (day.getYear() == today.getYear() ? DATE : DATE_WITH_YEAR).format(day);
  }

  /** A day as seen from today: "today", "tomorrow", "Tuesday 14 March". */
  public static String near(LocalDate day, LocalDate today) {
    if (day.equals(today)) {
      return "today";
    }
    return day.equals(today.plusDays(1)) ? "tomorrow" : day(day, today);
  }

  /** When something was or will be: "yesterday", "on Tuesday 14 March". */
  static String on(LocalDate day, LocalDate today) {
    if (day.equals(today.minusDays(1))) {
      return "yesterday";
    }
    String near = near(day, today);
    return near.startsWith("to") ? near : "on " + near;
  }

  /** A share as people say it: "about 6 asks in 10". */
  public static String share(double share) {
    long tenths = Math.round(share * TEN);
    if (tenths >= TEN) {
      return "nearly every ask";
    }
    return tenths <= 0 ? "fewer than 1 ask in 10" : "about " + count(tenths, "ask") + " in 10";
  }

  /** How often: "once", "twice", "3 times". */
  static String times(int number) {
    return switch (number) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> number + " times";
    };
  }
}
