package dev.pushback.door;

import java.util.function.Function;
import java.util.function.Predicate;

/** What is to be found at one address. */
public sealed interface Route {
  /** Answers; may take a while, as whoever waits for it has a thread of their own. */
  Function<Incoming, Answer> answer();

  /** Something to read: {@code GET} and {@code HEAD}. */
  record Reading(Function<Incoming, Answer> answer) implements Route {}

  /**
   * Something to be told: {@code POST}.
   *
   * @param takes whether the headers are those of something that it takes; else it is answered with
   *     415, and the body isn't read
   */
  record Posting(Predicate<Incoming> takes, Function<Incoming, Answer> answer) implements Route {}
}
