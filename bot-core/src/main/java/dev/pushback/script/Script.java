package dev.pushback.script;

import dev.pushback.playbook.Firmness;
import dev.pushback.situation.Situation;
import java.util.List;

/**
 * Words to send and how to go on.
 *
 * @param situation what it is about
 * @param round which exchange about this item it is, from 1
 * @param firmness how firm the words are
 * @param sendable the message
 * @param moves the steps it consists of, in order
 * @param ifTheySay answers to what they may say
 * @param refused what was deliberately left out
 * @param stop when to stop, and what then
 * @param counsel what to know before sending
 * @param goodToKnow what is special about this kind of partner
 * @param namesBoss whether the boss line was used, which is allowed once a case
 */
public record Script(
    Situation situation,
    int round,
    Firmness firmness,
    SendableText sendable,
    List<Step> moves,
    List<Prepared> ifTheySay,
    List<Refusal> refused,
    CoachText stop,
    List<CoachText> counsel,
    List<CoachText> goodToKnow,
    boolean namesBoss) {
  /** Copies the lists. */
  public Script {
    moves = List.copyOf(moves);
    ifTheySay = List.copyOf(ifTheySay);
    refused = List.copyOf(refused);
    counsel = List.copyOf(counsel);
    goodToKnow = List.copyOf(goodToKnow);
  }
}
