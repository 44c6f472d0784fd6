package dev.pushback.nudge;

import dev.pushback.followup.FollowUp;
import dev.pushback.store.Backoff;
import dev.pushback.store.Memory;
import dev.pushback.store.NudgeEntry;
import dev.pushback.store.NudgeEntry.Kind;
import dev.pushback.store.NudgeEntry.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes down what came of a nudge, within one transaction of the person it is for. */
final class Recording {
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Memory memory;
  private final NudgeRules rules;
  private final Duration patience;

  Recording(Memory memory, NudgeRules rules, Duration patience) {
    this.memory = memory;
    this.rules = rules;
    this.patience = patience;
  }

  /** What a try brought. */
  Step tried(NudgeEntry entry, List<Todo.Item> about, Outcome outcome) {
    if (outcome instanceof Outcome.Sent sent) {
      return sent(entry, about, sent.ref());
    }
    if (outcome instanceof Outcome.RateLimitedUntil limited) {
      return again(entry, "rate-limited", within(limited.at()));
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.forGood()
          ? refused(entry, Parked.refused(rejected.code()), rejected.code())
          : again(entry, rejected.code(), backoff(entry));
    }
    if (outcome instanceof Outcome.NotSent notSent) {
      return notSent.passes()
          ? again(entry, notSent.code(), backoff(entry))
          : refused(entry, Parked.refused(notSent.code()), notSent.code());
    }
    String code = ((Outcome.InDoubt) outcome).code();
    memory.nudges().putOff(entry, State.SENDING, code, memory.now().plus(patience));
    return Step.IN_DOUBT;
  }

  /** What the platform said about a try that ended nobody knows how. */
  Step asked(NudgeEntry entry, Lookup answer) {
    if (answer instanceof Lookup.Found found) {
      return sent(entry, items(entry), found.ref());
    }
    if (answer instanceof Lookup.Missing) {
      memory.nudges().putOff(entry, State.PENDING, entry.code(), memory.now());
      return Step.PUT_OFF;
    }
    if (answer instanceof Lookup.NotNow && !isOld(entry)) {
      memory.nudges().putOff(entry, State.SENDING, entry.code(), backoff(entry));
      return Step.IN_DOUBT;
    }
    return unknown(entry);
  }

  private Step sent(NudgeEntry entry, List<Todo.Item> about, String ref) {
    if (memory.nudges().end(entry, State.SENT, "", Optional.of(ref))) {
      broughtUp(entry, about, true);
    }
    return Step.SENT;
  }

  /**
   * It isn't sent again. The follow-up keeps its next time, and the person is told of the doubt.
   */
  Step unknown(NudgeEntry entry) {
    if (memory.nudges().end(entry, State.UNKNOWN, entry.code(), Optional.empty())) {
      broughtUp(entry, items(entry), false);
    }
    return Step.UNKNOWN;
  }

  private void broughtUp(NudgeEntry entry, List<Todo.Item> about, boolean counts) {
    Instant asOf = entry.sendingSince().orElse(entry.madeAt());
    about.forEach(
        item -> memory.followUps().broughtUp(item.followUpId(), asOf, item.next(), counts));
  }

  private List<Todo.Item> items(NudgeEntry entry) {
    Function<FollowUp, Optional<Instant>> next = rules.next().apply(memory);
    return memory.nudges().about(entry.id()).stream()
        .map(id -> new Todo.Item(id, nextOf(id, next)))
        .toList();
  }

  private Optional<Instant> nextOf(String followUpId, Function<FollowUp, Optional<Instant>> next) {
    try {
      return memory.followUps().find(followUpId).flatMap(next);
    } catch (RuntimeException e) {
      memory.followUps().park(followUpId, Parked.unwordable(e));
      return Optional.empty();
    }
  }

  private Step again(NudgeEntry entry, String code, Instant at) {
    if (isOld(entry)) {
      return refused(entry, Parked.gaveUp(code), code);
    }
    memory.nudges().putOff(entry, State.PENDING, code, at);
    return Step.PUT_OFF;
  }

  private Step refused(NudgeEntry entry, String why, String code) {
    List<String> about =
        entry.kind() == Kind.REMINDER ? memory.nudges().about(entry.id()) : List.of();
    if (memory.nudges().end(entry, State.FAILED, code, Optional.empty())) {
      about.forEach(id -> memory.followUps().park(id, why));
    }
    return Step.PARKED;
  }

  private boolean isOld(NudgeEntry entry) {
    return entry.madeAt().plus(Backoff.LIMIT).isBefore(memory.now());
  }

  private Instant backoff(NudgeEntry entry) {
    return memory.now().plus(Backoff.after(entry.attempt()));
  }

  /** Whatever the platform says: not at once, and not next year. */
  private Instant within(Instant at) {
    Instant soonest = memory.now().plus(SHORTEST_WAIT);
    Instant latest = memory.now().plus(LONGEST_WAIT);
    return at.isBefore(soonest) ? soonest : at.isAfter(latest) ? latest : at;
  }
}
