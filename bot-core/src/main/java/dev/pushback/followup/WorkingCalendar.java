package dev.pushback.followup;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a partner is at work: the working days and hours of a place. Times between are counted in
 * hours that really pass there: a night in which the clocks change makes no difference, and a clock
 * that changes during the day's hours makes that day shorter or longer. The polite clock counts
 * nothing else (follow-up-norms 4.6, rule 1).
 *
 * <p>Weeks are counted, not walked through: every operation takes time in proportion to the years
 * it spans.
 */
public final class WorkingCalendar {
  /** Hours that most offices keep. */
  public static final LocalTime NINE = LocalTime.of(9, 0);

  /** When most offices close. */
  public static final LocalTime FIVE = LocalTime.of(17, 0);

  private static final int WEEK = 7;

  /** Longer waits are cut to this; nobody waits a lifetime. */
  private static final double MOST_HOURS = 40 * 365 * 8.0;

  private final ZoneId zone;
  private final Set<DayOfWeek> weekend;
  private final PublicHolidays holidays;
  private final LocalTime opens;
  private final LocalTime closes;
  private final long daySeconds;

  /**
   * A place where people work.
   *
   * @param zone its time zone
   * @param weekend the days off in every week, at most six
   * @param holidays the further days off
   * @param opens when work begins
   * @param closes when it ends, later than it begins
   */
  public WorkingCalendar(
      ZoneId zone,
      Set<DayOfWeek> weekend,
      PublicHolidays holidays,
      LocalTime opens,
      LocalTime closes) {
    if (weekend.size() >= WEEK) {
      throw new IllegalArgumentException("somebody has to work on some day");
    }
    if (!opens.plusHours(1).isAfter(opens) || closes.isBefore(opens.plusHours(1))) {
      throw new IllegalArgumentException("a working day has at least an hour");
    }
    this.zone = zone;
    this.weekend = weekend.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(weekend));
    this.holidays = holidays;
    this.opens = opens;
    this.closes = closes;
    this.daySeconds = Duration.between(opens, closes).toSeconds();
  }

  /** From nine to five, Monday to Friday, without holidays. */
  public static WorkingCalendar in(ZoneId zone) {
    return new WorkingCalendar(
        zone, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), PublicHolidays.NONE, NINE, FIVE);
  }

  /** Where the clock on the wall is read. */
  public ZoneId zone() {
    return zone;
  }

  /** The hours of an ordinary working day. */
  public double hoursPerDay() {
    return daySeconds / 3600.0;
  }

  /** Whether people work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.in(day.getYear()).contains(day);
  }

  /** Whether somebody is at work; the moment of closing is after work. */
  public boolean isOpen(Instant at) {
    LocalDate day = date(at);
    return isWorkingDay(day) && !at.isBefore(opening(day)) && at.isBefore(closing(day));
  }

  /** The instant itself if somebody is at work, or else the next opening. */
  public Instant nextOpen(Instant at) {
    LocalDate day = date(at);
    if (isWorkingDay(day) && at.isBefore(closing(day))) {
      return at.isBefore(opening(day)) ? opening(day) : at;
    }
    return opening(workingDay(day.plusDays(1), 1));
  }

  /** When work begins on the next working day after the day of the instant. */
  public Instant nextWorkingMorning(Instant at) {
    return opening(workingDay(date(at).plusDays(1), 1));
  }

  /** When work begins on the day of the instant, or on the working day before it. */
  public Instant morningBefore(Instant at) {
    LocalDate day = date(at);
    return opening(workingDay(!at.isBefore(opening(day)) ? day : day.minusDays(1), -1));
  }

  /** The day on the wall calendar. */
  public LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** When work ends on a day, whether or not it is a working day. */
  public Instant endOf(LocalDate day) {
    return closing(day);
  }

  /** The hours worked from one instant to another; 0 if the other is not later. */
  public double hoursBetween(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return 0;
    }
    LocalDate first = date(from);
    LocalDate last = date(to);
    if (first.equals(last)) {
      return worked(first, from, to) / 3600.0;
    }
    return (worked(first, from, closing(first))
            + seconds(first.plusDays(1), last)
            + worked(last, opening(last), to))
        / 3600.0;
  }

  /** The first instant at work by which so many hours were worked. */
  public Instant plus(Instant from, double hours) {
    long left = Math.round(Math.min(Math.max(hours, 0), MOST_HOURS) * 3600);
    LocalDate day = date(from);
    long today = worked(day, from, closing(day));
    if (left < today) {
      Instant begin = from.isBefore(opening(day)) ? opening(day) : from;
      return begin.plusSeconds(left);
    }
    left -= today;
    day = day.plusDays(1);
    for (long weeks = sureWeeks(left); weeks > 0; weeks = sureWeeks(left)) {
      LocalDate next = day.plusWeeks(weeks);
      left -= seconds(day, next);
      day = next;
    }
    for (long length = length(day); length <= left; length = length(day)) {
      left -= length;
      day = day.plusDays(1);
    }
    return opening(day).plusSeconds(left);
  }

  /** The last instant at work after which so many hours are worked until the given one. */
  public Instant minus(Instant to, double hours) {
    long left = Math.round(Math.min(Math.max(hours, 0), MOST_HOURS) * 3600);
    LocalDate day = date(to);
    long today = worked(day, opening(day), to);
    if (left <= today && today > 0) {
      Instant end = to.isBefore(closing(day)) ? to : closing(day);
      return end.minusSeconds(left);
    }
    left -= today;
    for (long weeks = sureWeeks(left); weeks > 0; weeks = sureWeeks(left)) {
      LocalDate before = day.minusWeeks(weeks);
      left -= seconds(before, day);
      day = before;
    }
    day = day.minusDays(1);
    for (long length = length(day); length < left || length == 0; length = length(day)) {
      left -= length;
      day = day.minusDays(1);
    }
    return closing(day).minusSeconds(left);
  }

  /** So many weeks surely hold no more than these seconds. */
  private long sureWeeks(long seconds) {
    return seconds / (WEEK * (daySeconds + 3 * 3600));
  }

  /** The first working day on or after a day, or, backwards, on or before it. */
  private LocalDate workingDay(LocalDate from, int step) {
    LocalDate day = from;
    while (!isWorkingDay(day)) {
      day = day.plusDays(step);
    }
    return day;
  }

  private Instant opening(LocalDate day) {
    return day.atTime(opens).atZone(zone).toInstant();
  }

  private Instant closing(LocalDate day) {
    return day.atTime(closes).atZone(zone).toInstant();
  }

  /** Seconds worked on one day between two instants. */
  private long worked(LocalDate day, Instant from, Instant to) {
    if (!isWorkingDay(day)) {
      return 0;
    }
    Instant begin = from.isAfter(opening(day)) ? from : opening(day);
    Instant end = to.isBefore(closing(day)) ? to : closing(day);
    return Math.max(0, Duration.between(begin, end).toSeconds());
  }

  private long length(LocalDate day) {
    return isWorkingDay(day) ? realSeconds(day) : 0;
  }

  /** Also right for a day that a zone skipped, such as 30 December 2011 in Samoa. */
  private long realSeconds(LocalDate day) {
    if (!date(opening(day)).equals(day)) {
      return 0;
    }
    return Duration.between(opening(day), closing(day)).toSeconds();
  }

  /** Seconds worked from the beginning of one day to the beginning of another. */
  private long seconds(LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      return 0;
    }
    long sum = days(from, to) * daySeconds;
    if (zone.getRules().isFixedOffset()) {
      return sum;
    }
    Instant end = to.atStartOfDay(zone).toInstant();
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(from.atStartOfDay(zone).toInstant().minusSeconds(1));
    while (change != null && change.getInstant().isBefore(end)) {
      LocalDate day = change.getDateTimeBefore().toLocalDate();
      if (!day.isBefore(from) && isWorkingDay(day)) {
        sum += realSeconds(day) - daySeconds;
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return sum;
  }

  /** Working days from one day to another, the other not counted. */
  private long days(LocalDate from, LocalDate to) {
    long all = to.toEpochDay() - from.toEpochDay();
    long days = all / WEEK * (WEEK - weekend.size());
    for (LocalDate day = from.plusDays(all / WEEK * WEEK);
        day.isBefore(to);
        day = day.plusDays(1)) {
      if (!weekend.contains(day.getDayOfWeek())) {
        days++;
      }
    }
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      List<LocalDate> off = holidays.in(year);
      for (LocalDate day : off) {
        if (!day.isBefore(from) && day.isBefore(to) && !weekend.contains(day.getDayOfWeek())) {
          days--;
        }
      }
    }
    return days;
  }
}
