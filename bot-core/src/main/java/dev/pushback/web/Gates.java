package dev.pushback.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Holds back one kind of request of one tenant, after the platform said "too many": a method of
 * Slack's, or what goes to one conversation in Teams. Safe for threads.
 */
public final class Gates {
  private static final int MOST = 10_000;

  private record Key(String tenant, String what) {}

  private final LongSupplier ticker;
  private final Recent<Key, Long> opensAt = new Recent<>(MOST);

  /** All open. */
  public Gates(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /** Holds it back for a while. */
  public void close(String tenant, String what, Duration time) {
    opensAt.put(new Key(tenant, what), ticker.getAsLong() + time.toNanos());
  }

  /** How long it is still held back. */
  public Optional<Duration> heldFor(String tenant, String what) {
    long now = ticker.getAsLong();
    return opensAt
        .get(new Key(tenant, what))
        .map(opens -> Duration.ofNanos(opens - now))
        .filter(time -> !time.isNegative() && !time.isZero());
  }
}
