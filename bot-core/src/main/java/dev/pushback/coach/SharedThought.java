package dev.pushback.coach;

import java.util.List;

/**
 * A reframe as it is shared with a teammate: no name, no amount and no limit is in it, unless the
 * sender left the limit in.
 *
 * @param title the grievance in plain words
 * @param reframe the thought, turned round
 * @param question the joint question
 */
record SharedThought(String title, String reframe, String question) {
  private static final String BETWEEN = "\n\u001e\n";

  /** As it is kept until it is sent. */
  String body() {
    return String.join(BETWEEN, title, reframe, question);
  }

  /**
   * From what was kept.
   *
   * @throws IllegalArgumentException if it isn't one
   */
  static SharedThought parse(String body) {
    List<String> parts = List.of(body.split(BETWEEN, -1));
    if (parts.size() != 3) {
      throw new IllegalArgumentException("not a shared thought");
    }
    return new SharedThought(parts.get(0), parts.get(1), parts.get(2));
  }
}
