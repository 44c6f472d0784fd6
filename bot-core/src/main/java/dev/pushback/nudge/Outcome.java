package dev.pushback.nudge;

import java.time.Instant;

/** What came of one try to send a nudge. A code is the platform's own word, for the operator. */
public sealed interface Outcome {
  /**
   * It arrived.
   *
   * @param ref what the platform calls it
   */
  record Sent(String ref) implements Outcome {}

  /**
   * The platform said no; nothing arrived.
   *
   * @param forGood whether it will say no again
   */
  record Rejected(String code, boolean forGood) implements Outcome {}

  /** The platform said "too many"; nothing arrived. */
  record RateLimitedUntil(Instant at) implements Outcome {}

  /**
   * It never left: no connection, for instance.
   *
   * @param passes whether another try makes sense
   */
  record NotSent(String code, boolean passes) implements Outcome {}

  /**
   * It may have arrived: the reply was lost, came too late, or was an error that says neither (any
   * HTTP 5xx).
   */
  record InDoubt(String code) implements Outcome {}
}
