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
 * Days of the week. "Friday" is the next one, and on a Friday the one in a week: for the same day
 * people say "today". "Next Friday" is the Friday of next week, "this Friday" that of this week.
 */
final class Weekdays {
  private static final Pattern DAY =
      Pattern.compile(
          "(?:(this|next|last) )?(" + Names.WEEKDAY + ")(?:[ ,]+(?:of )?(next|this) week)?");
  private static final Pattern WEEK_FIRST =
      Pattern.compile("(next|this) week (" + Names.WEEKDAY + ")");

  private final LocalDate today;

  Weekdays(LocalDate today) {
    this.today = today;
  }

  Optional<DateReading> read(String plain) {
    Matcher weekFirst = WEEK_FIRST.matcher(plain);
    if (weekFirst.matches()) {
      return Optional.of(day(weekFirst.group(1), Names.weekday(weekFirst.group(2))));
    }
    Matcher day = DAY.matcher(plain);
    if (!day.matches()) {
      return Optional.empty();
    }
    String which = day.group(3) != null ? day.group(3) : day.group(1) != null ? day.group(1) : "";
    return Optional.of(day(which, Names.weekday(day.group(2))));
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
