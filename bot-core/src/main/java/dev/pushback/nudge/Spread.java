package dev.pushback.nudge;

import dev.pushback.people.Profile;
import java.time.Duration;

/**
 * How long after its time a reminder is sent, so that all those of nine o'clock don't fall on one
 * instant. The same person always waits for the same while; nobody is reminded before the time.
 *
 * @param window shorter than this everybody's wait is; zero for no wait at all
 */
record Spread(Duration window) {
  /** Multiplied with this, numbers that lie close together lie far apart (Knuth, TAOCP 3, 6.4). */
  private static final int GOLDEN = 0x9E3779B9;

  private static final int INT_BITS = 32;

  Spread {
    if (window.isNegative()) {
      throw new IllegalArgumentException("nobody is reminded before the time");
    }
  }

  /** Never more than half of the hours in which the person may be disturbed. */
  Duration of(String personId, Profile profile) {
    Duration half = Duration.between(profile.dayFrom(), profile.dayTo()).dividedBy(2);
    long millis = Math.min(window.toMillis(), half.toMillis());
    long hash = Integer.toUnsignedLong(personId.hashCode() * GOLDEN);
    return Duration.ofMillis((hash * millis) >>> INT_BITS);
  }
}
