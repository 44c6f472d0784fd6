package dev.pushback.script;

import dev.pushback.playbook.Rung;
import java.util.List;
import java.util.Optional;

/**
 * Words with which to follow up.
 *
 * @param rung which step of the ladder
 * @param say what to send
 * @param toPartner whether it goes to the partner; if not, it goes to the person's own boss and
 *     never to the partner
 * @param why why it is worth sending, told to the person
 * @param cites techniques or sources
 * @param next the rung for the next time; none after the last
 */
public record FollowUpWords(
    Rung rung,
    SendableText say,
    boolean toPartner,
    CoachText why,
    List<String> cites,
    Optional<Rung> next) {
  /** Copies. */
  public FollowUpWords {
    cites = List.copyOf(cites);
  }
}
