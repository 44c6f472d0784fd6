package dev.pushback.door;

import java.util.OptionalInt;
import java.util.function.Function;

/** What is to be found at one address. */
public sealed interface Route {
  /** Answers; may take a while, as whoever waits for it has a thread of their own. */
  Function<Incoming, Answer> answer();

  /** Something to read: {@code GET} and {@code HEAD}. */
  record Reading(Function<Incoming, Answer> answer) implements Route {}

  /**
   * Something to be told: {@code POST}.
   *
   * @param refusal the status with which it is refused by its headers alone, before its body is
   *     read; nothing if it is worth reading
   * @param answer answers the rest
   */
  record Posting(Function<Incoming, OptionalInt> refusal, Function<Incoming, Answer> answer)
      implements Route {}
}
