package dev.pushback.nudge;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tenants whose platform said "too many", and until when: nothing is tried for anybody of such
 * a tenant, so that a large one neither hammers its platform nor keeps the threads from the others.
 * This process only; another one finds out by its own first try. Safe for use by many threads.
 */
final class Limited {
  private static final Duration LONGEST = Duration.ofHours(1);

  /** No larger than there are such tenants: whoever was refused comes again, and clears up. */
  private final Map<String, Instant> tenants = new ConcurrentHashMap<>();

  /** Nothing for this tenant until then. */
  void until(String tenant, Instant at) {
    tenants.merge(tenant, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** When something may be sent to this tenant again; nothing if it may now. */
  Optional<Instant> at(String tenant, Instant now) {
    Optional<Instant> until = Optional.ofNullable(tenants.get(tenant));
    if (until.isPresent() && !until.get().isAfter(now)) {
      tenants.remove(tenant, until.get());
      return Optional.empty();
    }
    Instant latest = now.plus(LONGEST);
    return until.map(at -> at.isAfter(latest) ? latest : at);
  }
}
