package dev.pushback.script;

import dev.pushback.playbook.Nudges;
import java.util.Optional;

/**
 * What the coach brings up by itself.
 *
 * @param kind why it comes up
 * @param what what it is about, in the person's words
 * @param partner who it is waited for from, in the person's words
 * @param waited how long so far: "nine working days"
 * @param usual how long they usually take: "six working days"
 * @param promised the day that was named: "20 May"
 */
public record NudgeRequest(
    Nudges.Kind kind,
    String what,
    String partner,
    Optional<String> waited,
    Optional<String> usual,
    Optional<String> promised) {
  /** Checks that it is about something. */
  public NudgeRequest {
    if (what.isBlank()) {
      throw new IllegalArgumentException("a nudge is about something");
    }
  }
}
