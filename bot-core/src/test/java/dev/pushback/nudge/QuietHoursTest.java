package dev.pushback.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.people.Profile;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody may be disturbed who works from 9 to 17. */
class QuietHoursTest {
  @ParameterizedTest(name = "{0}: {1} becomes {2} ({3})")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          UTC              ; 2026-03-10T12:00:00Z ; 2026-03-10T12:00:00Z ; within the hours
          UTC              ; 2026-03-10T09:00:00Z ; 2026-03-10T09:00:00Z ; at their start
          UTC              ; 2026-03-10T08:59:59Z ; 2026-03-10T09:00:00Z ; before
          UTC              ; 2026-03-10T17:00:00Z ; 2026-03-11T09:00:00Z ; at their end
          UTC              ; 2026-03-13T17:00:00Z ; 2026-03-16T09:00:00Z ; Friday evening
          UTC              ; 2026-03-14T12:00:00Z ; 2026-03-16T09:00:00Z ; Saturday
          UTC              ; 2026-03-16T03:00:00Z ; 2026-03-16T09:00:00Z ; Monday night
          Europe/Berlin    ; 2026-03-27T18:00:00Z ; 2026-03-30T07:00:00Z ; over the start of summer time
          America/New_York ; 2026-03-10T12:00:00Z ; 2026-03-10T13:00:00Z ; their morning
          Asia/Kathmandu   ; 2026-03-10T12:00:00Z ; 2026-03-11T03:15:00Z ; a quarter of an hour
          """)
  void theNextMomentAtWhichSomebodyMayBeDisturbed(
      String zone, Instant from, Instant next, String why) {
    Profile profile =
        Profile.UNKNOWN
            .withZone(ZoneId.of(zone))
            .withHours(LocalTime.of(9, 0), LocalTime.of(17, 0));
    assertThat(QuietHours.withWeekends(ZoneOffset.UTC).apply(profile, from))
        .as(why)
        .isEqualTo(next);
  }
}
