package dev.pushback.nudge;

import dev.pushback.people.Profile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * Nobody is disturbed outside the hours they chose, nor on a day off.
 *
 * @param zone where people's clocks are who didn't say so
 * @param isDayOff whether a person doesn't work on a day
 */
public record QuietHours(ZoneId zone, BiPredicate<Profile, LocalDate> isDayOff)
    implements BiFunction<Profile, Instant, Instant> {
  /** After so many days off in a row something is wrong with the calendar. */
  private static final int LONGEST = 60;

  /** With Saturdays and Sundays off. */
  public static QuietHours withWeekends(ZoneId zone) {
    return new QuietHours(
        zone,
        (profile, day) ->
            day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  /** The first instant, from this one on, at which the person may be disturbed. */
  @Override
  public Instant apply(Profile profile, Instant from) {
    ZonedDateTime now = from.atZone(profile.zone().orElse(zone));
    LocalDate day = now.toLocalDate();
    if (now.toLocalTime().isBefore(profile.dayTo()) && !isDayOff.test(profile, day)) {
      return now.toLocalTime().isBefore(profile.dayFrom()) ? start(profile, day, now) : from;
    }
    for (int i = 1; i <= LONGEST; i++) {
      if (!isDayOff.test(profile, day.plusDays(i))) {
        return start(profile, day.plusDays(i), now);
      }
    }
    return from;
  }

  /** In a gap of the clock, the moment after it. */
  private static Instant start(Profile profile, LocalDate day, ZonedDateTime now) {
    return day.atTime(profile.dayFrom()).atZone(now.getZone()).toInstant();
  }
}
