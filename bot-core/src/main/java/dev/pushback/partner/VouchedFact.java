package dev.pushback.partner;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a person vouched for, within a case.
 *
 * @param kind what it is
 * @param words the fact in the person's words; for a boss, what they want, which may be empty
 * @param source where the person has it from; may be empty
 * @param consent for a boss: whether they agreed to be named (T-087)
 * @param vouchedAt when
 * @param expiresAt when it has to be asked for again
 */
public record VouchedFact(
    Kind kind, String words, String source, boolean consent, Instant vouchedAt, Instant expiresAt) {

  /** What can be vouched for. */
  public enum Kind {
    /** What may be spent. */
    BUDGET,
    /** An outside date that must be met. */
    DEADLINE,
    /** Another vendor's real and current quote. */
    QUOTE,
    /** What the person's boss wants. */
    BOSS;

    /** The name used in commands. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this id, if there is one. */
    public static Optional<Kind> byId(String id) {
      return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /** Checks the order of times. */
  public VouchedFact {
    if (expiresAt.isBefore(vouchedAt)) {
      throw new IllegalArgumentException("a fact can't expire before it was vouched for");
    }
  }

  /** Whether it has to be asked for again. */
  public boolean isStale(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "fact about the " + kind.id();
  }
}
