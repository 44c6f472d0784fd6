package dev.pushback.coach;

import dev.pushback.TestKnowledge;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Coaches for tests: a memory of their own, and a clock that stands still. */
public final class TestCoach {
  /** A Tuesday, ten o'clock. */
  public static final Instant TUESDAY = Instant.parse("2026-03-10T10:00:00Z");

  private TestCoach() {}

  /** One that remembers nothing yet. */
  public static Coach fresh() {
    return with(TestStores.inMemory(InstantSource.fixed(TUESDAY)));
  }

  /** One that remembers this. */
  public static Coach with(Store store) {
    return new Coach(TestKnowledge.get(), store, ZoneOffset.UTC);
  }
}
