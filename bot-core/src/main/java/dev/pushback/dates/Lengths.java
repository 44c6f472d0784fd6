package dev.pushback.dates;

import dev.pushback.dates.DateReading.On;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time: 10 days, 5 working days, 48h; of "3-4 weeks" the longer one counts. */
final class Lengths {
  /** A length as part of a pattern; it has no groups of its own. */
  static final String LENGTH = "\\d{1,4} ?(?:working )?(?:days?|weeks?|months?|years?|d|w)";

  private static final Pattern RANGE =
      Pattern.compile(
          "\\b\\d{1,3} ?(?:-|to|or) ?(\\d{1,3}) ?(?=(?:working )?(?:day|week|month|hour|h\\b|d\\b|w\\b))");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{1,4}) ?(working )?(days?|weeks?|months?|years?|d|w)");
  private static final Pattern HOURS =
      Pattern.compile("(?:in )?(\\d{1,3}) ?(hours?|h|minutes?)(?: from today)?");

  /** Beyond this nobody tracks anything. */
  private static final int LONGEST_YEARS = 50;

  private final Predicate<LocalDate> workingDay;

  Lengths(Predicate<LocalDate> workingDay) {
    this.workingDay = workingDay;
  }

  Predicate<LocalDate> workingDay() {
    return workingDay;
  }

  static String longerOfRange(String plain) {
    return RANGE.matcher(plain).replaceAll("$1 ");
  }

  /** So long after a day, or before it. */
  Optional<LocalDate> shift(LocalDate from, String length, boolean back) {
    Matcher days = DAYS.matcher(length);
    if (!days.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(days.group(1));
    if (days.group(2) != null) {
      return count > 366 * LONGEST_YEARS || days.group(3).charAt(0) != 'd'
          ? Optional.empty()
          : Optional.of(workingDays(from, count, back));
    }
    Period period =
        switch (days.group(3).charAt(0)) {
          case 'd' -> Period.ofDays(count);
          case 'w' -> Period.ofWeeks(count);
          case 'm' -> Period.ofMonths(count);
          default -> Period.ofYears(count);
        };
    return period.toTotalMonths() > 12L * LONGEST_YEARS
        ? Optional.empty()
        : Optional.of(back ? from.minus(period) : from.plus(period));
  }

  /** The so-manieth working day after a day, or before it. */
  LocalDate workingDays(LocalDate from, int count, boolean back) {
    LocalDate day = from;
    int left = count;
    // A calendar in which nobody works for a year is a mistake, not a reason to go on for ever.
    for (int tries = 0; left > 0 && tries < 366 + 7 * count; tries++) {
      day = day.plusDays(back ? -1 : 1);
      left -= workingDay.test(day) ? 1 : 0;
    }
    return day;
  }

  /** "48h": so many hours as clocks elsewhere count them, whatever the local one does. */
  static Optional<DateReading> hours(String plain, ZonedDateTime now, ZoneId zone) {
    Matcher hours = HOURS.matcher(plain);
    if (!hours.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(hours.group(1));
    ZonedDateTime then =
        hours.group(2).startsWith("h") ? now.plusHours(count) : now.plusMinutes(count);
    ZonedDateTime local = then.withZoneSameInstant(zone);
    return Optional.of(
        new On(local.toLocalDate(), Optional.of(local.toLocalTime().withSecond(0).withNano(0))));
  }
}
