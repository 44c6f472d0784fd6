package dev.pushback.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Holds back one method for one tenant, after Slack said "too many". Safe for threads. */
public final class Gates {
  private static final int MOST = 10_000;

  private record Key(String tenant, String method) {}

  private final LongSupplier ticker;
  private final Recent<Key, Long> opensAt = new Recent<>(MOST);

  /** All open. */
  public Gates(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /** Holds it back for a while. */
  public void close(String tenant, String method, Duration time) {
    opensAt.put(new Key(tenant, method), ticker.getAsLong() + time.toNanos());
  }

  /** How long it is still held back. */
  public Optional<Duration> heldFor(String tenant, String method) {
    long now = ticker.getAsLong();
    return opensAt
        .get(new Key(tenant, method))
        .map(opens -> Duration.ofNanos(opens - now))
        .filter(time -> !time.isNegative() && !time.isZero());
  }
}
