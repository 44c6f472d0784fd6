package dev.pushback.operating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.nudge.Step;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step of a nudge is counted as what it is. */
class NudgeWatchTest {
  private final Metrics metrics = new Metrics();
  private final AtomicLong ticks = new AtomicLong();
  private final NudgeWatch watch =
      new NudgeWatch(metrics, "slack", () -> ticks.addAndGet(40_000_000));

  @ParameterizedTest
  @CsvSource({
    "SENT, sent",
    "PUT_OFF, refused",
    "IN_DOUBT, in-doubt",
    "UNKNOWN, unknown",
    "PARKED, parked"
  })
  void anOutcomeIsCountedUnderItsName(Step step, String outcome) {
    watch.accept(step);

    assertThat(metrics.scrape())
        .containsOnlyOnce("pushback_nudges_total{")
        .contains("pushback_nudges_total{outcome=\"" + outcome + "\",platform=\"slack\"} 1.0");
  }

  @Test
  void aTryIsMeasuredFromItsBeginningToItsEnd() {
    watch.accept(Step.BEGUN);
    watch.accept(Step.TRIED);

    assertThat(metrics.scrape())
        .contains("pushback_send_seconds_count{platform=\"slack\"} 1")
        .contains("pushback_send_seconds_sum{platform=\"slack\"} 0.04");
  }

  @Test
  void withoutAPortNobodyWatches() throws IOException {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-10T10:00:00Z"));
    try (Store store = TestStores.inMemory(clock)) {
      assertThat(Operations.start(Map.of("PUSHBACK_OPS_PORT", " "), store, clock)).isEmpty();
    }
  }

  @Test
  void whatIsDueIsNoNumberWhileTheMemoryIsAway() {
    metrics.nudgesDueUnknown();

    assertThat(metrics.scrape())
        .contains("pushback_nudges_due NaN")
        .contains("pushback_nudges_oldest_due_seconds NaN");
  }
}
