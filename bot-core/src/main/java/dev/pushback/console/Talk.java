package dev.pushback.console;

import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.coach.NudgeCards;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.nudge.Step;
import dev.pushback.operating.Housekeeping;
import dev.pushback.operating.NudgeWatch;
import dev.pushback.operating.Opening;
import dev.pushback.operating.Operations;
import dev.pushback.operating.Shutdown;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.Retention;
import dev.pushback.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * An interactive conversation and all that goes with it: nudges, housekeeping, and the port for
 * those who watch. Nudges come before a prompt, on the thread of the conversation; while the person
 * types, nothing happens.
 */
final class Talk {
  private static final Duration STEP = Duration.ofSeconds(5);

  private final Opening opening;
  private final Knowledge knowledge;
  private final ZoneId zone;
  private final LongSupplier ticker;
  private final Consumer<String> complaints;

  /**
   * @param opening the settings and the clock
   * @param zone the clock of a person who hasn't said where they are
   * @param ticker nanoseconds that pass
   * @param complaints hears what goes wrong beside the conversation
   */
  Talk(
      Opening opening,
      Knowledge knowledge,
      ZoneId zone,
      LongSupplier ticker,
      Consumer<String> complaints) {
    this.opening = opening;
    this.knowledge = knowledge;
    this.zone = zone;
    this.ticker = ticker;
    this.complaints = complaints;
  }

  /**
   * Talks until the input ends or the person leaves, then closes the store.
   *
   * @param me who talks
   * @param lines as for {@link Interactive#talk}
   * @throws IOException if the port for those who watch is taken or isn't one
   */
  void run(
      Store store, Person me, Screen screen, Bugs bugs, Function<String, Optional<String>> lines)
      throws IOException {
    Retention retention =
        Retention.of(opening.environment().getOrDefault("PUSHBACK_KEEP_DAYS", ""));
    Optional<Operations> operations =
        Operations.start(opening.environment(), store, opening.clock());
    Interactive conversation =
        new Interactive(coach(new Coach(knowledge, store, zone), operations), screen, bugs);
    NudgeEngine engine =
        new NudgeEngine(
            store,
            new NudgeCards(knowledge, zone).rules(),
            Map.of(ConsoleMessenger.PLATFORM, new ConsoleMessenger(me, conversation::bringUp)),
            NudgeEngine.Settings.of(Pace.FILE),
            opening.clock(),
            ticker,
            watcher(operations));
    Shutdown shutdown = shutdown(store, engine, operations);
    shutdown.onSignal();
    try {
      new Housekeeping(store, retention, complaints).tick(opening.clock().instant());
      conversation.talk(lines, () -> tick(engine, operations));
    } finally {
      shutdown.run();
    }
  }

  private Function<Utterance, Reply> coach(Coach coach, Optional<Operations> operations) {
    if (operations.isEmpty()) {
      return coach::reply;
    }
    return utterance -> {
      long began = ticker.getAsLong();
      Reply reply = coach.reply(utterance);
      operations.get().metrics().replied(ConsoleMessenger.PLATFORM, since(began));
      return reply;
    };
  }

  private Consumer<Step> watcher(Optional<Operations> operations) {
    return operations
        .<Consumer<Step>>map(
            one -> new NudgeWatch(one.metrics(), ConsoleMessenger.PLATFORM, ticker))
        .orElse(step -> {});
  }

  private void tick(NudgeEngine engine, Optional<Operations> operations) {
    long began = ticker.getAsLong();
    int unused = engine.tick();
    operations.ifPresent(one -> one.metrics().ticked(since(began)));
  }

  private Duration since(long began) {
    return Duration.ofNanos(ticker.getAsLong() - began);
  }

  /** The same steps for a farewell and for SIGTERM; what went well isn't worth a word here. */
  private Shutdown shutdown(Store store, NudgeEngine engine, Optional<Operations> operations) {
    Shutdown shutdown =
        new Shutdown(
            line -> {
              if (!line.endsWith(": done")) {
                complaints.accept(line);
              }
            });
    operations.ifPresent(one -> shutdown.then("not ready", STEP, one.readiness()::drain));
    shutdown
        .then("no more nudges", STEP, engine::close)
        .then("checkpoint", STEP, store.database()::checkpoint)
        .then("close the memory", STEP, store::close);
    operations.ifPresent(one -> shutdown.then("close the port", STEP, one::close));
    return shutdown;
  }
}
