package dev.pushback.script;

import dev.pushback.playbook.Firmness;
import dev.pushback.situation.Reading;
import java.util.Optional;

/**
 * What a script is asked for.
 *
 * @param reading what the person wrote, read
 * @param round which exchange about this item it is, from 1
 * @param firmness how firm
 * @param facts what the person vouched for
 * @param partnerKind id of partner-kinds.yaml, if the person named one
 * @param channel where it will be sent
 * @param bossUsed whether the boss line was used in this case already
 */
public record ScriptRequest(
    Reading reading,
    int round,
    Firmness firmness,
    Facts facts,
    Optional<String> partnerKind,
    Channel channel,
    boolean bossUsed) {

  /** Checks the round. */
  public ScriptRequest {
    if (round < 1) {
      throw new IllegalArgumentException("rounds are counted from 1");
    }
  }

  /** A first, steady script without facts, for a chat. */
  public static ScriptRequest first(Reading reading) {
    return new ScriptRequest(
        reading, 1, Firmness.STEADY, Facts.NONE, Optional.empty(), Channel.CHAT, false);
  }
}
