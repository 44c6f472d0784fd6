package dev.pushback.teams.web;

import dev.pushback.nudge.Outcome;
import java.time.Duration;
import java.time.Instant;

/** Says what came of something in a few words. */
final class Outcomes {
  private Outcomes() {}

  static String show(Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Sent sent) {
      return "sent " + sent.ref();
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.code() + (rejected.forGood() ? " for good" : " for now");
    }
    if (outcome instanceof Outcome.RateLimitedUntil limited) {
      return "wait " + Duration.between(now, limited.at()).toMillis() / 1000.0;
    }
    return outcome instanceof Outcome.NotSent notSent
        ? "not sent: " + notSent.code()
        : "in doubt: " + ((Outcome.InDoubt) outcome).code();
  }
}
