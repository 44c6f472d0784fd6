package dev.pushback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AskTest {
  private static final WorkingCalendar UTC = WorkingCalendar.in(ZoneOffset.UTC);
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
  private static final Instant A_YEAR_LATER = Instant.parse("2027-03-02T09:00:00Z");

  @Test
  void whatWasLetGoIsKnownToHaveTakenLongerThanItWasWatchedAndNoMore() {
    assertThat(Ask.abandoned(MONDAY, TUESDAY).at(A_YEAR_LATER, UTC))
        .contains(new Observation(8, false));
  }

  @Test
  void whatIsOpenIsKnownToHaveTakenLongerThanUntilNow() {
    assertThat(Ask.open(MONDAY).at(TUESDAY, UTC)).contains(new Observation(8, false));
  }

  @Test
  void anAnswerToComeIsNotKnownYet() {
    assertThat(Ask.answered(MONDAY, A_YEAR_LATER).at(TUESDAY, UTC))
        .contains(new Observation(8, false));
  }

  @Test
  void whatIsStillToBeAskedTellsNothing() {
    assertThat(Ask.open(A_YEAR_LATER).at(MONDAY, UTC)).isEmpty();
  }
}
