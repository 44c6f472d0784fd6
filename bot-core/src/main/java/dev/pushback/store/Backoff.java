package dev.pushback.store;

import java.time.Duration;

/** How long to wait before the next try: a minute, twice as long each time, at most an hour. */
public final class Backoff {
  /** After so long nobody tries any more, and a person has to look at it. */
  public static final Duration LIMIT = Duration.ofHours(24);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 6;

  private Backoff() {}

  /**
   * The wait after a try.
   *
   * @param tries how many there were, from 1
   */
  public static Duration after(int tries) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), DOUBLINGS));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /** Whether so many tries have taken longer than the limit. */
  public static boolean isOver(int tries) {
    Duration all = Duration.ZERO;
    for (int i = 1; i <= tries; i++) {
      all = all.plus(after(i));
    }
    return all.compareTo(LIMIT) > 0;
  }
}
