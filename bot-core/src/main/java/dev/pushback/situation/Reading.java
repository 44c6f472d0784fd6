package dev.pushback.situation;

import java.util.List;

/**
 * What a person's message was read as.
 *
 * @param text the message as it was written
 * @param situation what they are up against
 * @param confidence how sure that is, from 0 to 1
 * @param also other situations it may be, most likely first
 * @param kind for {@link Situation#NOT_PUSHBACK}: what it is instead, an id of needs-a-person.yaml;
 *     else empty
 * @param objection what the partner is quoted as saying, or {@link Objection#NONE}
 * @param slots the words that say who and what
 */
public record Reading(
    String text,
    Situation situation,
    double confidence,
    List<Situation> also,
    String kind,
    Objection objection,
    Slots slots) {

  /** Below this the coach asks a short question back and does not guess. */
  public static final double SURE_ENOUGH = 0.40;

  /** Copies the list. */
  public Reading {
    also = List.copyOf(also);
  }

  /** Whether the reader is sure enough to write a script without asking back. */
  public boolean isClear() {
    return confidence >= SURE_ENOUGH;
  }
}
