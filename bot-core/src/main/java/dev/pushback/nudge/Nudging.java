package dev.pushback.nudge;

import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock.Rang;
import dev.pushback.store.Memory;
import dev.pushback.store.NudgeEntry;
import dev.pushback.store.NudgeEntry.State;
import dev.pushback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Sees to one person when their alarm rings: chooses, writes down that a try begins, tries once,
 * and says what is to be written down of it.
 *
 * <p>Whoever finds a try begun and not ended doesn't know whether the message arrived: it asks the
 * platform where that can tell, and else leaves it as unknown. So a process may die at any point.
 */
final class Nudging {
  /**
   * Whoever was paused for longer than this part of the patience doesn't send any more (5 seconds
   * of 60): others may have taken over, and asked the platform.
   */
  private static final int FENCE = 12;

  private final Store store;
  private final Optional<Instant> restoredAt;
  private final NudgeRules rules;
  private final Map<String, Messenger> messengers;
  private final Spread spread;
  private final Limited limited = new Limited();
  private final Duration patience;
  private final LongSupplier ticker;
  private final Consumer<Step> watcher;

  Nudging(
      Store store,
      NudgeRules rules,
      Map<String, Messenger> messengers,
      Spread spread,
      Duration patience,
      LongSupplier ticker,
      Consumer<Step> watcher) {
    this.store = store;
    this.restoredAt = store.restoredAt();
    this.rules = rules;
    this.messengers = Map.copyOf(messengers);
    this.spread = spread;
    this.patience = patience;
    this.ticker = ticker;
    this.watcher = watcher;
  }

  /** Does one thing for a person, if there is something to do. */
  Rang ring(String personId, BooleanSupplier isOurs) {
    Todo todo =
        store.withId(personId, memory -> todo(personId, memory)).orElseGet(Todo.Nothing::new);
    if (todo instanceof Todo.Send send) {
      watcher.accept(Step.BEGUN);
      Outcome outcome = send(send, isOurs);
      watcher.accept(Step.TRIED);
      if (outcome instanceof Outcome.RateLimitedUntil until) {
        limited.until(send.nudge().to().tenant(), until.at());
      }
      return Rang.done(
          () ->
              record(personId, recording -> recording.tried(send.entry(), send.about(), outcome)));
    }
    if (todo instanceof Todo.Ask ask) {
      Lookup answer = find(ask.sought());
      return Rang.done(() -> record(personId, recording -> recording.asked(ask.entry(), answer)));
    }
    return todo instanceof Todo.Later later ? Rang.tooSoon(later.at()) : Rang.IN_VAIN;
  }

  /** Those of a tenant that has to wait come again one after the other, and not all at once. */
  private Todo todo(String personId, Memory memory) {
    Duration wait = spread.of(personId, memory.people().profile());
    return limited
        .at(memory.person().tenant(), memory.now())
        .<Todo>map(at -> new Todo.Later(at.plus(wait)))
        .orElseGet(() -> new Choice(memory, rules, restoredAt, wait, patience, ticker).choose());
  }

  private void record(String personId, Function<Recording, Step> what) {
    store
        .withId(personId, memory -> what.apply(new Recording(memory, rules, patience)))
        .ifPresent(watcher);
  }

  private Outcome send(Todo.Send send, BooleanSupplier isOurs) {
    try {
      Messenger messenger = messenger(send.nudge().to());
      if (!isOurs.getAsBoolean()
          || ticker.getAsLong() - send.ticks() > patience.dividedBy(FENCE).toNanos()) {
        return new Outcome.NotSent("too-late", true);
      }
      return messenger.send(send.nudge());
    } catch (RuntimeException e) {
      return new Outcome.InDoubt(e.getClass().getSimpleName());
    }
  }

  private Lookup find(Sought sought) {
    try {
      return messenger(sought.to()).find(sought);
    } catch (RuntimeException e) {
      return new Lookup.NotNow();
    }
  }

  private Messenger messenger(Person person) {
    return Optional.ofNullable(messengers.get(person.platform()))
        .orElseThrow(() -> new IllegalStateException("no messenger for " + person.platform()));
  }

  /** For a day nothing could be done for this person: an operator has to look at it. */
  void giveUp(String personId) {
    store.withId(
        personId,
        memory -> {
          memory.followUps().parkDue(Parked.gaveUp("error"));
          memory.nudges().live().forEach(entry -> giveUp(memory, entry));
          return true;
        });
    watcher.accept(Step.PARKED);
  }

  private static void giveUp(Memory memory, NudgeEntry entry) {
    State state = entry.state() == State.SENDING ? State.UNKNOWN : State.FAILED;
    memory.nudges().end(entry, state, "error", Optional.empty());
  }
}
