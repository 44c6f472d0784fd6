package dev.pushback.slack.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Holds back one method for one tenant, after Slack said "too many". Safe for threads. */
final class Gates {
  private static final int MOST = 10_000;

  private record Key(String tenant, String method) {}

  private final LongSupplier ticker;
  private final Recent<Key, Long> opensAt = new Recent<>(MOST);

  Gates(LongSupplier ticker) {
    this.ticker = ticker;
  }

  void close(String tenant, String method, Duration time) {
    opensAt.put(new Key(tenant, method), ticker.getAsLong() + time.toNanos());
  }

  /** How long it is still held back. */
  Optional<Duration> heldFor(String tenant, String method) {
    long now = ticker.getAsLong();
    return opensAt
        .get(new Key(tenant, method))
        .map(opens -> Duration.ofNanos(opens - now))
        .filter(time -> !time.isNegative() && !time.isZero());
  }
}
