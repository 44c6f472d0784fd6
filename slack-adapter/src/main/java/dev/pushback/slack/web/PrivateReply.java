package dev.pushback.slack.web;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** An answer that only the person sees who did something. There is no other kind. */
public sealed interface PrivateReply {
  /** A new message. */
  record Fresh(List<LayoutBlock> blocks) implements PrivateReply {
    /** Copies. */
    public Fresh {
      blocks = List.copyOf(blocks);
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
      return "Fresh[" + blocks.size() + " blocks]";
    }
  }

  /** In place of the message whose button was pressed. */
  record Instead(List<LayoutBlock> blocks) implements PrivateReply {
    /** Copies. */
    public Instead {
      blocks = List.copyOf(blocks);
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
      return "Instead[" + blocks.size() + " blocks]";
    }
  }

  /** Takes away the message whose button was pressed. */
  record Away() implements PrivateReply {}
}
