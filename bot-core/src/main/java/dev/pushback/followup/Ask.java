package dev.pushback.followup;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing a partner was asked for, earlier or elsewhere.
 *
 * @param askedAt when
 * @param answeredAt when the answer came; empty while there is none
 * @param watchedUntil when nobody looked out for it any more; later than that nothing is known
 */
public record Ask(Instant askedAt, Optional<Instant> answeredAt, Optional<Instant> watchedUntil) {
  /** Checks the order. */
  public Ask {
    if (answeredAt.isPresent() && answeredAt.get().isBefore(askedAt)) {
      throw new IllegalArgumentException("an answer before the question: " + answeredAt.get());
    }
  }

  /** One that was answered. */
  public static Ask answered(Instant askedAt, Instant answeredAt) {
    return new Ask(askedAt, Optional.of(answeredAt), Optional.empty());
  }

  /** One without an answer so far, or ever. */
  public static Ask open(Instant askedAt) {
    return new Ask(askedAt, Optional.empty(), Optional.empty());
  }

  /** One on which the person gave up: how long it would have taken stays unknown. */
  public static Ask abandoned(Instant askedAt, Instant until) {
    return new Ask(askedAt, Optional.empty(), Optional.of(until));
  }

  /** What was known of it at an instant; empty when it had not been asked yet. */
  public Optional<Observation> at(Instant now, WorkingCalendar calendar) {
    if (askedAt.isAfter(now)) {
      return Optional.empty();
    }
    boolean known = answeredAt.filter(at -> !at.isAfter(now)).isPresent();
    Instant end = known ? answeredAt.orElse(now) : watchedUntil.filter(now::isAfter).orElse(now);
    return Optional.of(new Observation(calendar.hoursBetween(askedAt, end), known));
  }
}
