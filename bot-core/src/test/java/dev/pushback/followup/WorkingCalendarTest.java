package dev.pushback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pushback.playbook.Playbooks;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working hours of a place, across weekends, holidays and changes of the clock. */
class WorkingCalendarTest {
  private static final WorkingCalendars CALENDARS =
      new WorkingCalendars(Playbooks.builtIn().read().waiting());

  /** 1 January 2024 and 31 December 2027. */
  private static final long FIRST = 1_704_067_200L;

  private static final long LAST = 1_830_211_200L;

  private static WorkingCalendar place(String zone, String country) {
    return CALENDARS.in(ZoneId.of(zone), country).orElseThrow();
  }

  private static Instant at(String local, WorkingCalendar calendar) {
    return LocalDateTime.parse(local).atZone(calendar.zone()).toInstant();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "Europe/Berlin, DE, 2026-01-01, false",
    "Europe/Berlin, DE, 2026-01-06, true",
    "Europe/Berlin, DE-BY, 2026-01-06, false",
    "Europe/Berlin, DE, 2026-04-03, false",
    "Europe/Berlin, DE, 2026-04-06, false",
    "Europe/Berlin, DE, 2026-05-01, false",
    "Europe/Berlin, DE, 2026-05-14, false",
    "Europe/Berlin, DE, 2026-05-25, false",
    "Europe/Berlin, DE, 2025-10-03, false",
    "Europe/Berlin, DE, 2026-12-24, true",
    "Europe/Berlin, DE, 2026-12-25, false",
    "Europe/Berlin, DE, 2026-03-07, false",
    "Europe/Berlin, DE, 2026-03-08, false",
    "America/New_York, US, 2026-01-19, false",
    "America/New_York, US, 2026-05-25, false",
    "America/New_York, US, 2026-06-19, false",
    "America/New_York, US, 2026-07-03, false",
    "America/New_York, US, 2026-09-07, false",
    "America/New_York, US, 2026-11-26, false",
    "America/New_York, US, 2026-12-25, false",
    "America/New_York, US, 2026-04-03, true",
    "Europe/London, GB, 2026-04-03, false",
    "Europe/London, GB-ENG, 2026-04-06, false",
    "Europe/London, GB-SCT, 2026-04-06, true",
    "Europe/London, GB, 2026-05-04, false",
    "Europe/London, GB, 2026-05-25, false",
    "Europe/London, GB, 2026-12-28, false",
    "Asia/Dubai, AE, 2026-03-06, true",
    "Asia/Dubai, AE, 2026-03-07, false",
    "Asia/Dubai, AE, 2026-12-02, false",
    "Asia/Riyadh, SA, 2026-03-06, false",
    "Asia/Riyadh, SA, 2026-03-07, false",
    "Asia/Riyadh, SA, 2026-03-08, true",
    "Asia/Riyadh, SA, 2026-09-23, false",
    "Africa/Cairo, EG, 2026-03-06, false",
    "Africa/Cairo, EG, 2026-03-08, true",
  })
  void aPlaceHasItsOwnDaysOff(String zone, String country, LocalDate day, boolean works) {
    assertThat(place(zone, country).isWorkingDay(day)).isEqualTo(works);
  }

  @ParameterizedTest(name = "{0}: {1} to {2} has {3} hours")
  @CsvSource({
    "Europe/Berlin, 2026-03-27T16:00, 2026-03-30T10:00, 2",
    "Europe/Berlin, 2026-10-23T16:00, 2026-10-26T10:00, 2",
    "America/New_York, 2026-03-06T16:00, 2026-03-09T10:00, 2",
    "America/New_York, 2026-10-30T16:00, 2026-11-02T10:00, 2",
    "Africa/Cairo, 2026-04-23T16:00, 2026-04-24T10:00, 2",
    "Africa/Cairo, 2026-10-29T16:00, 2026-10-30T10:00, 2",
    "Australia/Lord_Howe, 2026-04-03T16:00, 2026-04-06T10:00, 2",
    "Australia/Lord_Howe, 2026-10-02T16:00, 2026-10-05T10:00, 2",
    "Pacific/Apia, 2011-12-29T16:00, 2012-01-02T10:00, 2",
    "Europe/Berlin, 2026-03-02T09:00, 2026-03-02T17:00, 8",
    "Europe/Berlin, 2026-03-02T00:00, 2026-03-09T00:00, 40",
    "Europe/Berlin, 2026-03-07T09:00, 2026-03-08T17:00, 0",
    "Europe/Berlin, 2026-03-09T10:00, 2026-03-02T10:00, 0",
    "Europe/Berlin, 2026-01-01T00:00, 2027-01-01T00:00, 2088",
  })
  void theNightInWhichTheClocksChangeIsNoWork(String zone, String from, String to, double hours) {
    WorkingCalendar calendar = WorkingCalendar.in(ZoneId.of(zone));

    assertThat(calendar.hoursBetween(at(from, calendar), at(to, calendar))).isEqualTo(hours);
  }

  @ParameterizedTest(name = "{0}, {1}: {2} hours")
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 7",
    "Europe/Berlin, 2026-10-25, 9",
    "Europe/Berlin, 2026-03-30, 8",
    "America/New_York, 2026-03-08, 7",
    "America/New_York, 2026-11-01, 9",
    "Australia/Lord_Howe, 2026-10-04, 7.5",
    "Australia/Lord_Howe, 2026-04-05, 8.5",
  })
  void whoWorksThroughTheChangeWorksAnHourLessOrMore(String zone, LocalDate day, double hours) {
    WorkingCalendar night =
        new WorkingCalendar(
            ZoneId.of(zone),
            Set.of(),
            PublicHolidays.NONE,
            LocalTime.of(0, 30),
            LocalTime.of(8, 30));
    Instant midnight = day.atStartOfDay(night.zone()).toInstant();
    Instant next = day.plusDays(1).atStartOfDay(night.zone()).toInstant();

    assertThat(night.hoursBetween(midnight, next)).isEqualTo(hours);
    assertThat(night.plus(midnight, hours - 0.5)).isEqualTo(night.endOf(day).minusSeconds(1800));
    assertThat(night.minus(next, hours)).isEqualTo(night.nextOpen(midnight));
  }

  @ParameterizedTest(name = "{0} + {1} hours")
  @CsvSource({
    "2026-03-02T10:00, 0, 2026-03-02T10:00",
    "2026-03-02T10:00, 7, 2026-03-03T09:00",
    "2026-03-02T17:00, 0, 2026-03-03T09:00",
    "2026-03-06T18:00, 1, 2026-03-09T10:00",
    "2026-03-07T12:00, 0, 2026-03-09T09:00",
    "2026-03-02T09:00, 8, 2026-03-03T09:00",
    "2026-03-02T10:00, 2088, 2027-03-02T10:00",
  })
  void aMomentSoManyHoursLaterIsOneAtWork(String from, double hours, String later) {
    WorkingCalendar calendar = WorkingCalendar.in(ZoneId.of("Europe/Berlin"));

    assertThat(calendar.plus(at(from, calendar), hours)).isEqualTo(at(later, calendar));
  }

  @Test
  void theNextMorningSkipsWeekendsAndHolidays() {
    WorkingCalendar berlin = place("Europe/Berlin", "DE");

    assertThat(berlin.nextWorkingMorning(at("2026-04-02T23:00", berlin)))
        .isEqualTo(at("2026-04-07T09:00", berlin));
    assertThat(berlin.nextOpen(at("2026-04-02T17:00", berlin)))
        .isEqualTo(at("2026-04-07T09:00", berlin));
    assertThat(berlin.morningBefore(at("2026-04-06T12:00", berlin)))
        .isEqualTo(at("2026-04-02T09:00", berlin));
    assertThat(berlin.isOpen(at("2026-04-02T16:59", berlin))).isTrue();
    assertThat(berlin.isOpen(at("2026-04-02T17:00", berlin))).isFalse();
  }

  @Test
  void anUnknownPlaceIsToldApartFromOneWithoutHolidays() {
    assertThat(CALENDARS.in(ZoneId.of("UTC"), "XX")).isEmpty();
    assertThat(CALENDARS.in(ZoneId.of("UTC"), "")).isEmpty();
    assertThat(CALENDARS.in(ZoneId.of("UTC"), "DE-ZZ")).isEmpty();
    assertThat(CALENDARS.in(ZoneId.of("UTC"), "de-by")).isPresent();
  }

  @Test
  void somebodyHasToWork() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WorkingCalendar(
                    ZoneId.of("UTC"),
                    EnumSet.allOf(DayOfWeek.class),
                    PublicHolidays.NONE,
                    WorkingCalendar.NINE,
                    WorkingCalendar.FIVE));
  }

  @Provide
  Arbitrary<WorkingCalendar> places() {
    return Arbitraries.of(
        List.of(
            place("Europe/Berlin", "DE"),
            place("America/New_York", "US"),
            place("Africa/Cairo", "EG"),
            WorkingCalendar.in(ZoneId.of("Australia/Lord_Howe")),
            place("Asia/Riyadh", "SA"),
            new WorkingCalendar(
                ZoneId.of("Europe/Berlin"),
                Set.of(DayOfWeek.FRIDAY),
                PublicHolidays.NONE,
                LocalTime.of(1, 30),
                LocalTime.of(9, 0))));
  }

  /** The same by walking through the days, five minutes at a time. */
  private static double walked(WorkingCalendar calendar, Instant from, Instant to) {
    Duration five = Duration.ofMinutes(5);
    double hours = 0;
    for (Instant at = from; at.isBefore(to); at = at.plus(five)) {
      hours += calendar.isOpen(at) ? 5 / 60.0 : 0;
    }
    return hours;
  }

  @Property(tries = 60)
  void hoursAreCountedAsIfWalkedThrough(
      @ForAll("places") WorkingCalendar calendar,
      @ForAll @LongRange(min = FIRST, max = LAST) long from,
      @ForAll @LongRange(min = 0, max = 60L * 24 * 90) long minutes) {
    Instant begin = Instant.ofEpochSecond(from - from % 300);
    Instant end = begin.plusSeconds(minutes / 5 * 300);

    assertThat(calendar.hoursBetween(begin, end))
        .isCloseTo(walked(calendar, begin, end), within(1e-6));
  }

  @Property(tries = 300)
  void goingForthAndCountingBackAgree(
      @ForAll("places") WorkingCalendar calendar,
      @ForAll @LongRange(min = FIRST, max = LAST) long from,
      @ForAll @DoubleRange(min = 0, max = 3000) double hours) {
    Instant begin = Instant.ofEpochSecond(from);
    Instant later = calendar.plus(begin, hours);

    assertThat(calendar.isOpen(later)).isTrue();
    assertThat(calendar.hoursBetween(begin, later)).isCloseTo(hours, within(0.001));
    assertThat(calendar.hoursBetween(calendar.minus(begin, hours), begin))
        .isCloseTo(hours, within(0.001));
  }

  @Property(tries = 300)
  void moreHoursAreNeverEarlier(
      @ForAll("places") WorkingCalendar calendar,
      @ForAll @LongRange(min = FIRST, max = LAST) long from,
      @ForAll @DoubleRange(min = 0, max = 500) double hours,
      @ForAll @DoubleRange(min = 0, max = 100) double more) {
    Instant begin = Instant.ofEpochSecond(from);

    assertThat(calendar.plus(begin, hours + more)).isAfterOrEqualTo(calendar.plus(begin, hours));
    assertThat(calendar.plus(begin.plusSeconds(3600), hours))
        .isAfterOrEqualTo(calendar.plus(begin, hours));
    assertThat(calendar.minus(begin, hours + more)).isBeforeOrEqualTo(calendar.minus(begin, hours));
  }
}
