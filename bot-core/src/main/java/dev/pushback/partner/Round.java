package dev.pushback.partner;

import java.time.Instant;
import java.util.Optional;

/**
 * One exchange about an item.
 *
 * @param round its number, from 1
 * @param asked the words that were prepared; may be empty
 * @param askedAt when
 * @param answered what the partner answered; empty as long as they haven't
 * @param answeredAt when the person told it
 */
public record Round(
    int round,
    String asked,
    Instant askedAt,
    Optional<String> answered,
    Optional<Instant> answeredAt) {
  /** Checks that an answer has its time. */
  public Round {
    if (answered.isPresent() != answeredAt.isPresent()) {
      throw new IllegalArgumentException("an answer has a time");
    }
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "round " + round;
  }
}
