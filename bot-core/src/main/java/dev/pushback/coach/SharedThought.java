package dev.pushback.coach;

import dev.pushback.card.Block;
import java.util.List;

/**
 * A reframe as it is shared with a teammate: no name, no amount and no limit is in it, unless the
 * sender left them in.
 *
 * @param title the grievance in plain words
 * @param reframe the thought, turned round
 * @param question the joint question
 * @param whom whom it is about; empty unless the sender left the name in
 */
record SharedThought(String title, String reframe, String question, String whom) {
  private static final String BETWEEN = "\n\u001e\n";
  private static final int PARTS = 3;

  /** As it is kept until it is sent. */
  String body() {
    String all = String.join(BETWEEN, title, reframe, question);
    return whom.isEmpty() ? all : all + BETWEEN + whom;
  }

  /**
   * From what was kept.
   *
   * @throws IllegalArgumentException if it isn't one
   */
  static SharedThought parse(String body) {
    List<String> parts = List.of(body.split(BETWEEN, -1));
    if (parts.size() != PARTS && parts.size() != PARTS + 1) {
      throw new IllegalArgumentException("not a shared thought");
    }
    return new SharedThought(
        parts.get(0), parts.get(1), parts.get(2), parts.size() > PARTS ? parts.get(PARTS) : "");
  }

  /** What a button was made for: pressed when it would send something else, it shows that. */
  String mark() {
    return Integer.toHexString(body().hashCode());
  }

  /** As the teammate sees it, and the sender before. */
  List<Block> blocks() {
    return List.of(
        new Block.Text("The thought: " + title + ". Turned round:"),
        new Block.Quote(reframe),
        new Block.Text(
            "A question to put to "
                + (whom.isEmpty() ? "them" : Shown.shortened(whom, Shown.BUTTON))
                + ":"),
        new Block.Quote(question));
  }
}
