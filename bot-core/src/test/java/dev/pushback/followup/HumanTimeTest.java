package dev.pushback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people say them. */
class HumanTimeTest {
  @ParameterizedTest(name = "{0} hours are {1}")
  @CsvSource({
    "0, no time",
    "0.5, half a working hour",
    "1, 1 working hour",
    "2, 2 working hours",
    "4, half a working day",
    "6, 6 working hours",
    "8, 1 working day",
    "12, a working day and a half",
    "16, 2 working days",
    "20, two and a half working days",
    "24, 3 working days",
    "72, 9 working days",
    "800, 100 working days",
  })
  void aWait(double hours, String said) {
    assertThat(HumanTime.duration(hours, 8)).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-03-14, Saturday 14 March",
    "2026-03-10, today",
    "2026-03-11, tomorrow",
    "2027-01-04, Monday 4 January 2027",
  })
  void aDaySeenFromTheTenthOfMarch(LocalDate day, String said) {
    assertThat(HumanTime.near(day, LocalDate.of(2026, 3, 10))).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1, nearly every ask",
    "0.96, nearly every ask",
    "0.6, about 6 asks in 10",
    "0.1, about 1 ask in 10",
    "0.02, fewer than 1 ask in 10",
  })
  void aShare(double share, String said) {
    assertThat(HumanTime.share(share)).isEqualTo(said);
  }
}
