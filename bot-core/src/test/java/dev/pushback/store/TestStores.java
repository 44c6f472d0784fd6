package dev.pushback.store;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stores for tests. */
public final class TestStores {
  private TestStores() {}

  /** A fresh one in memory. */
  public static Store inMemory(InstantSource clock) {
    return open(new DatabaseUrl.InMemory(), clock);
  }

  /** One at this place. */
  public static Store open(DatabaseUrl url, InstantSource clock) {
    return new Store(Database.open(url), Vault.open(), ids(), clock);
  }

  /** Ids that count up, the same in every run. */
  public static Supplier<String> ids() {
    AtomicInteger last = new AtomicInteger();
    return () -> "id-%06d".formatted(last.incrementAndGet());
  }
}
