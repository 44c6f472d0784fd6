package dev.pushback.nudge;

import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.nudge.NudgeEngine.Settings;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that writes follow-ups, says which of them are kept, and brings them up, until it is
 * killed.
 */
final class NudgeChildMain {
  private static final long PAUSE_NANOS = 3_000_000;

  /** Faster than real life, with the same proportions. */
  static final Settings FAST =
      new Settings(
          new Pace(Duration.ofMillis(20), Duration.ofMillis(500), 3),
          Duration.ofSeconds(3),
          Duration.ofMillis(500));

  private NudgeChildMain() {}

  /**
   * Arguments: the address of the database, the port of the platform, a name that no other process
   * has had.
   */
  public static void main(String[] args) {
    InstantSource clock = Clock.systemUTC();
    Store store = store(DatabaseUrl.of(args[0]), args[2], clock);
    NudgeEngine engine = engine(store, Integer.parseInt(args[1]), clock);
    engine.start();
    System.out.println("ready");
    for (int i = 1; true; i++) {
      String id = args[2] + "-" + i;
      keep(store, new Person((i % 2 == 0 ? "slack" : "teams") + ":T1", id), id);
      System.out.println("kept " + id);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  static Store store(DatabaseUrl url, String name, InstantSource clock) {
    AtomicInteger last = new AtomicInteger();
    return new Store(
        Database.open(url), Vault.open(), () -> name + "-id" + last.incrementAndGet(), clock);
  }

  static NudgeEngine engine(Store store, int port, InstantSource clock) {
    return new NudgeEngine(
        store,
        new NudgeRules(
            (memory, digest) -> Card.of(digest.worst().get(0).what(), "It is time."),
            (memory, shared) -> Card.of("shared", shared.body()),
            memory -> followUp -> Optional.empty(),
            (profile, at) -> at,
            ZoneOffset.UTC),
        Map.of(
            "slack", new SocketMessenger(port, true, clock),
            "teams", new SocketMessenger(port, false, clock)),
        FAST,
        clock,
        System::nanoTime,
        step -> {});
  }

  static void keep(Store store, Person person, String id) {
    store.with(
        person,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
          memory.followUps().keep(followUp(id, memory.now()));
          return true;
        });
  }

  private static FollowUp followUp(String id, Instant due) {
    return FollowUp.fresh(id, "p1", Direction.THEY_OWE, "the contract", "legal-nda", due)
        .nudgedAt(Optional.of(due));
  }
}
