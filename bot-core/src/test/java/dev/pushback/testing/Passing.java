package dev.pushback.testing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How time passes in dialogues: "3 working days later", "on 2026-03-16 at 09:00". */
public final class Passing {
  private static final Pattern LATER =
      Pattern.compile("(\\d{1,4}) (minute|hour|day|working day|week)s? later");
  private static final Pattern ON = Pattern.compile("on (\\S+) at (\\S+)");

  private Passing() {}

  /**
   * When it is after that, by Greenwich time.
   *
   * @throws IllegalArgumentException if it can't be understood
   */
  public static Instant after(Instant before, String words) {
    Matcher later = LATER.matcher(words);
    Matcher on = ON.matcher(words);
    if (later.matches()) {
      return later(before.atZone(ZoneOffset.UTC), Integer.parseInt(later.group(1)), later.group(2))
          .toInstant();
    }
    if (on.matches()) {
      return LocalDateTime.parse(on.group(1) + "T" + on.group(2)).toInstant(ZoneOffset.UTC);
    }
    throw new IllegalArgumentException("how late is: " + words);
  }

  private static ZonedDateTime later(ZonedDateTime from, int count, String unit) {
    return switch (unit) {
      case "minute" -> from.plusMinutes(count);
      case "hour" -> from.plusHours(count);
      case "working day" -> workingDays(from, count);
      case "week" -> from.plusWeeks(count);
      default -> from.plusDays(count);
    };
  }

  private static ZonedDateTime workingDays(ZonedDateTime from, int count) {
    ZonedDateTime day = from;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
