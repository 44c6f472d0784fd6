package dev.pushback.teams.web;

import java.util.Arrays;
import java.util.Optional;

/** The last times at which something happened, no more of them than anybody will ask for. */
final class Times {
  private static final int FIRST = 8;

  private final int most;
  private long[] ring;
  private int begin;
  private int size;

  /** None yet; of so many it will know. */
  Times(int most) {
    this.most = most;
    this.ring = new long[Math.min(FIRST, most)];
  }

  void add(long at) {
    if (size == most) {
      begin = (begin + 1) % ring.length;
      size--;
    } else if (size == ring.length) {
      // Only those that are full grow, and they begin at the front until they are as large as can
      // be.
      ring = Arrays.copyOf(ring, Math.min(most, 2 * size));
    }
    ring[(begin + size) % ring.length] = at;
    size++;
  }

  /** The last but so many, counted from 1; empty if there weren't as many. */
  Optional<Long> last(int count) {
    return count > size
        ? Optional.empty()
        : Optional.of(ring[(begin + size - count) % ring.length]);
  }
}
