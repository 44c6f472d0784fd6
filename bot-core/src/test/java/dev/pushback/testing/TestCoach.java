package dev.pushback.testing;

import dev.pushback.TestClock;
import dev.pushback.TestKnowledge;
import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** The real coach for tests: a memory of its own, and a clock that is moved by hand. */
public final class TestCoach {
  /** A Tuesday, ten o'clock. */
  public static final Instant TUESDAY = Instant.parse("2026-03-10T10:00:00Z");

  private TestCoach() {}

  /** What the built-in playbook and reader know; loaded once for all tests. */
  public static Knowledge knowledge() {
    return TestKnowledge.get();
  }

  /** One that remembers this, and whose people live by Greenwich time. */
  public static Coach coach(Store store) {
    return new Coach(knowledge(), store, ZoneOffset.UTC);
  }

  /** A fresh memory that is gone when it is closed; its ids count up, the same in every run. */
  public static Store store(InstantSource clock) {
    return store(clock, new DatabaseUrl.InMemory());
  }

  /** The same somewhere else. */
  public static Store store(InstantSource clock, DatabaseUrl where) {
    AtomicInteger last = new AtomicInteger();
    return new Store(
        Database.open(where),
        Vault.open(),
        () -> "id-%06d".formatted(last.incrementAndGet()),
        clock);
  }

  /** A clock that stands at {@link #TUESDAY} until it is moved. */
  public static TestClock clock() {
    return new TestClock(TUESDAY, ZoneOffset.UTC);
  }
}
