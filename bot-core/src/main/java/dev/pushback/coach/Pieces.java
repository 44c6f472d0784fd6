package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.playbook.Notice;
import dev.pushback.script.Refusal;
import dev.pushback.script.SendableText;
import java.util.ArrayList;
import java.util.List;

/** Pieces of cards that several journeys show. */
final class Pieces {
  private Pieces() {}

  /** Words to send, and what is still to be filled in. */
  static List<Block> words(String label, SendableText words) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Words(label, words));
    if (!words.blanks().isEmpty()) {
      blocks.add(new Block.Note("Fill in what stands in [brackets] before you send it."));
    }
    return blocks;
  }

  /** What was left out on purpose, if anything was. */
  static List<Block> leftOut(List<Refusal> refused) {
    return refused.isEmpty()
        ? List.of()
        : List.of(
            new Block.Facts(
                "Left out on purpose",
                refused.stream()
                    .map(refusal -> new Block.Row("", refusal.why().words()))
                    .toList()));
  }

  /** A notice of the playbook. */
  static Card notice(Notice notice) {
    return Card.of(notice.title(), notice.say());
  }
}
