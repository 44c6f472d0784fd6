package dev.pushback.tone;

import dev.pushback.playbook.DraftProblem;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import java.util.Optional;
import java.util.Set;

/**
 * A draft to be checked.
 *
 * @param text the draft
 * @param round which exchange about the item it belongs to, from 1
 * @param channel where it will be sent, if known
 * @param facts what the person vouched for
 * @param muted what the person doesn't want to hear of
 */
public record DraftRequest(
    String text, int round, Optional<Channel> channel, Facts facts, Set<DraftProblem> muted) {
  /** The longest draft that is read, in characters. */
  public static final int LONGEST = 5000;

  /** Checks that there is something to read, and not too much. */
  public DraftRequest {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a draft of " + text.length() + " characters");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("a draft without words");
    }
    muted = Set.copyOf(muted);
  }

  /** A draft of which nothing else is known. */
  public static DraftRequest of(String text) {
    return new DraftRequest(text, 1, Optional.empty(), Facts.NONE, Set.of());
  }

  /** Says nothing of the text. */
  @Override
  public String toString() {
    return "a draft";
  }
}
