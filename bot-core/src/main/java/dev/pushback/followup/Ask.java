package dev.pushback.followup;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing a partner was asked for, earlier or elsewhere.
 *
 * @param askedAt when
 * @param answeredAt when the answer came; empty while there is none
 */
public record Ask(Instant askedAt, Optional<Instant> answeredAt) {
  /** Checks the order. */
  public Ask {
    if (answeredAt.isPresent() && answeredAt.get().isBefore(askedAt)) {
      throw new IllegalArgumentException("an answer before the question: " + answeredAt.get());
    }
  }

  /** One that was answered. */
  public static Ask answered(Instant askedAt, Instant answeredAt) {
    return new Ask(askedAt, Optional.of(answeredAt));
  }

  /** One without an answer so far, or ever. */
  public static Ask open(Instant askedAt) {
    return new Ask(askedAt, Optional.empty());
  }

  /** What was known of it at an instant; empty when it had not been asked yet. */
  public Optional<Observation> at(Instant now, WorkingCalendar calendar) {
    if (askedAt.isAfter(now)) {
      return Optional.empty();
    }
    boolean known = answeredAt.filter(at -> !at.isAfter(now)).isPresent();
    Instant end = known ? answeredAt.orElse(now) : now;
    return Optional.of(new Observation(calendar.hoursBetween(askedAt, end), known));
  }
}
