package dev.pushback.nudge;

import dev.pushback.store.NudgeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What there is to do for a person. */
sealed interface Todo {
  /** Nothing now. */
  record Nothing() implements Todo {}

  /** Nothing before this time. */
  record Later(Instant at) implements Todo {}

  /**
   * A try has begun.
   *
   * @param about what the nudge brings up, and when that is due again
   * @param ticks when it began, by the ticker
   */
  record Send(NudgeEntry entry, Nudge nudge, List<Item> about, long ticks) implements Todo {}

  /** An earlier try ended nobody knows how. */
  record Ask(NudgeEntry entry, Sought sought) implements Todo {}

  /** A follow-up, and when it is due again. */
  record Item(String followUpId, Optional<Instant> next) {}
}
