package dev.pushback.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No faster than Teams allows, and hardly slower. */
class ThrottleTest {
  private static final int NO_LIMIT = 1_000_000;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

  private Throttle throttle(int perTenant) {
    return new Throttle(now::get, perTenant);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static String show(Optional<Throttle.Held> held) {
    return held.map(
            one -> one.time().toMillis() + " ms" + (one.wholeTenant() ? " for everybody" : ""))
        .orElse("now");
  }

  /** The nanoseconds of the clock may run over meanwhile. */
  @ParameterizedTest(name = "after {0}, one every {1} ms: {2}")
  @CsvSource({
    "0, 0, now",
    "6, 0, now",
    "7, 0, 1000 ms",
    "7, 100, 300 ms",
    "7, 142, 6 ms",
    "7, 143, now",
    "8, 200, 400 ms",
    "8, 249, 8 ms",
    "8, 250, now",
    "59, 400, now",
    "60, 400, 6000 ms",
    "60, 499, 60 ms",
    "60, 500, now",
    "1799, 1900, now",
    "1800, 1900, 180000 ms",
    "1800, 2000, now"
  })
  void aConversationWaits(int sent, int every, String expected) {
    Throttle throttle = throttle(NO_LIMIT);
    for (int i = 0; i < sent; i++) {
      assertThat(throttle.take("t", "c", false)).isEmpty();
      pass(Duration.ofMillis(every));
    }
    assertThat(show(throttle.take("t", "c", false))).isEqualTo(expected);
    assertThat(show(throttle.take("t", "other", false))).isEqualTo("now");
    assertThat(show(throttle.take("other", "c", false))).isEqualTo("now");
  }

  @ParameterizedTest(name = "after {0}, by itself: {1}; {2}")
  @CsvSource({
    "14, true, now",
    "15, true, 1000 ms for everybody",
    "15, false, now",
    "29, false, now",
    "30, false, 1000 ms for everybody",
    "30, true, 1000 ms for everybody"
  })
  void anOrganisationWaits(int sent, boolean byItself, String expected) {
    Throttle throttle = throttle(30);
    for (int i = 0; i < sent; i++) {
      assertThat(throttle.take("t", "c" + i, false)).isEmpty();
    }
    assertThat(show(throttle.take("t", "c", byItself))).isEqualTo(expected);
    assertThat(show(throttle.take("other", "c", byItself))).isEqualTo("now");
    pass(Duration.ofSeconds(1));
    assertThat(show(throttle.take("t", "c", byItself))).isEqualTo("now");
  }

  @Test
  void whoeverIsHeldUsesNothingUp() {
    Throttle throttle = throttle(30);
    for (int i = 0; i < 7; i++) {
      assertThat(throttle.take("t", "c", false)).isEmpty();
    }
    for (int i = 0; i < 100; i++) {
      assertThat(show(throttle.take("t", "c", false))).isEqualTo("1000 ms");
    }
    pass(Duration.ofSeconds(1));
    assertThat(show(throttle.take("t", "c", false))).isEqualTo("now");
  }

  /** Whatever the rhythm: counted by hand, no window ever has more than it may. */
  @ParameterizedTest
  @CsvSource({"1, 20", "2, 150", "3, 700", "4, 2500"})
  void noWindowEverHasMore(long seed, int upToMillis) {
    Throttle throttle = throttle(NO_LIMIT);
    Random random = new Random(seed);
    List<Long> taken = new ArrayList<>();
    long begin = now.get();
    for (int i = 0; i < 6_000; i++) {
      pass(Duration.ofMillis(random.nextInt(upToMillis)));
      if (throttle.take("t", "c", false).isEmpty()) {
        taken.add(now.get() - begin);
      }
    }
    assertThat(taken).hasSizeGreaterThan(100);
    mostWithin(taken, 7, Duration.ofSeconds(1));
    mostWithin(taken, 8, Duration.ofSeconds(2));
    mostWithin(taken, 60, Duration.ofSeconds(30));
    mostWithin(taken, 1_800, Duration.ofHours(1));
  }

  private static void mostWithin(List<Long> taken, int most, Duration window) {
    for (int i = most; i < taken.size(); i++) {
      assertThat(taken.get(i) - taken.get(i - most))
          .as("%s within %s, at %s", most + 1, window, i)
          .isGreaterThanOrEqualTo(window.toNanos());
    }
  }

  @Test
  void whoWaitsAsLongAsTheyWereToldMayGo() {
    Throttle throttle = throttle(NO_LIMIT);
    int waits = 0;
    for (int i = 0; i < 4_000; i++) {
      Optional<Throttle.Held> held = throttle.take("t", "c", false);
      if (held.isPresent()) {
        waits++;
        pass(held.get().time());
        assertThat(throttle.take("t", "c", false)).isEmpty();
      }
    }
    assertThat(waits).isGreaterThan(500);
  }
}
