package dev.pushback.slack.web;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.Optional;

/**
 * What is posted to one person.
 *
 * @param blocks what it shows
 * @param nudgeId for a message that the coach sends by itself: the id it can be found by. Other
 *     apps of the workspace may read it, so it is opaque
 */
public record DmMessage(List<LayoutBlock> blocks, Optional<String> nudgeId) {
  /** What a lock screen shows; nothing of what the message says. */
  static final String NOTIFICATION = "pushback: something for you";

  /** Copies. */
  public DmMessage {
    blocks = List.copyOf(blocks);
  }

  /** An answer to what somebody wrote. */
  public static DmMessage answer(List<LayoutBlock> blocks) {
    return new DmMessage(blocks, Optional.empty());
  }

  /** A message that the coach sends by itself. */
  public static DmMessage nudge(List<LayoutBlock> blocks, String id) {
    return new DmMessage(blocks, Optional.of(id));
  }

  /** Nothing of what it says. */
  @Override
  public String toString() {
    return "DmMessage[" + blocks.size() + " blocks]";
  }
}
