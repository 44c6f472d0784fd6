package dev.pushback.slack.web;

import dev.pushback.web.Recent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How fast a tenant is posted to: three messages every two seconds, and eight at once. What the
 * coach sends by itself leaves half of that to those who wait for an answer.
 *
 * <p>Slack takes a few hundred posts a minute, but each nudge asks about its person first, and that
 * Slack allows a hundred times a minute.
 *
 * <p>Safe for threads.
 */
final class Pace {
  /** How many may go at once. */
  static final int BURST = 8;

  private static final long NANOS_EACH = Duration.ofSeconds(2).toNanos() / 3;
  private static final int MOST = 10_000;

  /** How much there is at a time; in nanoseconds of waiting. */
  private record Purse(long nanos, long at) {}

  private final LongSupplier ticker;
  private final Recent<String, Purse> purses = new Recent<>(MOST);

  Pace(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /**
   * Takes one message's worth.
   *
   * @param byItself whether nobody waits for it
   * @return how long to wait; nothing was taken then
   */
  synchronized Optional<Duration> take(String tenant, boolean byItself) {
    long now = ticker.getAsLong();
    long full = BURST * NANOS_EACH;
    Purse before = purses.get(tenant).orElse(new Purse(full, now));
    long nanos = Math.min(full, before.nanos() + Math.max(0, now - before.at()));
    long missing = NANOS_EACH + (byItself ? full / 2 : 0) - nanos;
    purses.put(tenant, new Purse(missing > 0 ? nanos : nanos - NANOS_EACH, now));
    return missing > 0 ? Optional.of(Duration.ofNanos(missing)) : Optional.empty();
  }
}
