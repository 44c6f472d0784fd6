package dev.pushback.dates;

import dev.pushback.dates.DateReading.On;
import dev.pushback.dates.DateReading.Past;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Today and the days around it, and days of the week. "Friday" is the next one, and on a Friday the
 * one in a week: for the same day people say "today". "Next Friday" is the Friday of next week,
 * "this Friday" that of this week.
 */
final class Weekdays {
  private static final Pattern DAY =
      Pattern.compile(
          "(?:(this|next|last) )?(" + Names.WEEKDAY + ")(?:[ ,]+(?:of )?(next|this) week)?");
  private static final Pattern WEEK_FIRST =
      Pattern.compile("(next|this) week (" + Names.WEEKDAY + ")");

  private static final Pattern COUNTED =
      Pattern.compile(
          "(first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) ("
              + Names.WEEKDAY
              + ")(?: (?:of|in) (?:(this|next) )?(month|"
              + Names.MONTH
              + "))?");

  private final LocalDate today;

  Weekdays(LocalDate today) {
    this.today = today;
  }

  Optional<DateReading> read(String plain) {
    Optional<DateReading> near =
        switch (plain) {
          case "today" -> Optional.of(On.day(today));
          case "tomorrow" -> Optional.of(On.day(today.plusDays(1)));
          case "day after tomorrow" -> Optional.of(On.day(today.plusDays(2)));
          case "yesterday" -> Optional.of(new Past(today.minusDays(1)));
          default -> Optional.empty();
        };
    if (near.isPresent()) {
      return near;
    }
    Matcher weekFirst = WEEK_FIRST.matcher(plain);
    if (weekFirst.matches()) {
      return Optional.of(day(weekFirst.group(1), Names.weekday(weekFirst.group(2))));
    }
    Matcher counted = COUNTED.matcher(plain);
    if (counted.matches() && (counted.group(4) != null || !counted.group(1).equals("last"))) {
      return Optional.of(counted(counted));
    }
    Matcher day = DAY.matcher(plain);
    if (!day.matches()) {
      return Optional.empty();
    }
    String which = day.group(3) != null ? day.group(3) : day.group(1) != null ? day.group(1) : "";
    return Optional.of(day(which, Names.weekday(day.group(2))));
  }

  /** "The last Friday of May": the next one that is not over. */
  private DateReading counted(Matcher found) {
    int count =
        switch (found.group(1).substring(0, 1)) {
          case "l" -> -1;
          case "f" -> found.group(1).equals("first") ? 1 : 4;
          case "s" -> 2;
          case "t" -> 3;
          default -> found.group(1).charAt(0) - '0';
        };
    DayOfWeek weekday = Names.weekday(found.group(2));
    String unit = found.group(4) == null ? "month" : found.group(4);
    boolean yearly = !unit.equals("month");
    LocalDate month =
        yearly
            ? today.withDayOfMonth(1).withMonth(Names.month(unit).getValue())
            : today.withDayOfMonth(1).plusMonths("next".equals(found.group(3)) ? 1 : 0);
    LocalDate date = month.with(TemporalAdjusters.dayOfWeekInMonth(count, weekday));
    return On.day(
        date.isBefore(today)
            ? month
                .plusMonths(yearly ? 12 : 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(count, weekday))
            : date);
  }

  private DateReading day(String which, DayOfWeek weekday) {
    return switch (which) {
      case "next" -> On.day(today.with(DayOfWeek.MONDAY).plusWeeks(1).with(weekday));
      case "this" -> {
        LocalDate date = today.with(weekday);
        yield date.isBefore(today) ? new Past(date) : On.day(date);
      }
      case "last" -> new Past(today.with(TemporalAdjusters.previous(weekday)));
      default -> On.day(today.with(TemporalAdjusters.next(weekday)));
    };
  }
}
