package dev.pushback.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stores for tests. */
public final class TestStores {
  /** A key. */
  public static final String KEY_1 = key("key one, with thirty-two bytes..");

  /** Another. */
  public static final String KEY_2 = key("key two, with thirty-two bytes..");

  private static final AtomicInteger NONCES = new AtomicInteger();

  private TestStores() {}

  private static String key(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A fresh one in memory. */
  public static Store inMemory(InstantSource clock) {
    return open(new DatabaseUrl.InMemory(), clock);
  }

  /** One at this place. */
  public static Store open(DatabaseUrl url, InstantSource clock) {
    return open(url, Vault.open(), clock);
  }

  /** One at this place, with these keys. */
  public static Store open(DatabaseUrl url, Vault vault, InstantSource clock) {
    Database database = Database.open(url);
    try {
      return new Store(database, vault, ids(), clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Encrypts with these keys. */
  public static Vault vault(String ring) {
    return Vault.withKeys(
        ring, () -> ByteBuffer.allocate(12).putInt(NONCES.incrementAndGet()).array());
  }

  /** Ids that count up, the same in every run. */
  public static Supplier<String> ids() {
    AtomicInteger last = new AtomicInteger();
    return () -> "id-%06d".formatted(last.incrementAndGet());
  }
}
