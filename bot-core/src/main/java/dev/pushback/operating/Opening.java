package dev.pushback.operating;

import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Opens the memory that the environment names.
 *
 * @param environment the settings
 * @param folder where the program keeps its things; made if it isn't there and nobody named it
 * @param ids makes ids that are never repeated, in the order of time
 * @param nonces 12 fresh random bytes at each call
 * @param clock tells the time
 */
public record Opening(
    Map<String, String> environment,
    Path folder,
    Supplier<String> ids,
    Supplier<byte[]> nonces,
    InstantSource clock) {

  /**
   * Where the memory is.
   *
   * @throws dev.pushback.store.StoreException if PUSHBACK_DB can't be understood
   */
  public DatabaseUrl url() {
    String named = environment.getOrDefault("PUSHBACK_DB", "");
    return named.isBlank()
        ? new DatabaseUrl.File(folder.resolve("pushback.db"))
        : DatabaseUrl.of(named);
  }

  /** Where the history of typed lines is kept. */
  public Path history() {
    return folder.resolve("history");
  }

  /**
   * Opens it; makes it if there is none.
   *
   * @throws dev.pushback.store.StoreException if it can't be used
   */
  public Store store() {
    // Before anything is made: with a wrong key there shall be nothing.
    Vault vault = Vault.in(environment, nonces);
    if (environment.getOrDefault("PUSHBACK_DB", "").isBlank()
        && environment.getOrDefault("PUSHBACK_DATA", "").isBlank()) {
      make(folder);
    }
    Database database = Database.open(url());
    try {
      return new Store(database, vault, ids, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
