package dev.pushback.store;

import java.nio.file.Path;

/** Where the memory is. */
public sealed interface DatabaseUrl {
  /** The address as JDBC wants it. */
  String jdbc();

  /** One file on this machine. */
  record File(Path path) implements DatabaseUrl {
    @Override
    public String jdbc() {
      return "jdbc:sqlite:" + path;
    }
  }

  /** Nowhere: it is gone when the program ends. */
  record InMemory() implements DatabaseUrl {
    @Override
    public String jdbc() {
      return "jdbc:sqlite::memory:";
    }
  }

  /** A PostgreSQL server, for several copies of the program. */
  record Postgres(String jdbc) implements DatabaseUrl {}

  /**
   * Reads what stands in {@code PUSHBACK_DB}: a file, or an address that begins with {@code
   * jdbc:postgresql:} or {@code jdbc:sqlite:}.
   *
   * @throws StoreException if it is another kind of address
   */
  static DatabaseUrl of(String text) {
    String url = text.strip();
    if (url.startsWith("jdbc:postgresql:")) {
      return new Postgres(url);
    }
    if (url.equals("jdbc:sqlite::memory:")) {
      return new InMemory();
    }
    if (url.startsWith("jdbc:sqlite:")) {
      return new File(Path.of(url.substring("jdbc:sqlite:".length())));
    }
    if (url.startsWith("jdbc:") || url.contains("://")) {
      throw new StoreException(
          "PUSHBACK_DB must be a file, or an address that begins with jdbc:postgresql:");
    }
    return new File(Path.of(url));
  }
}
