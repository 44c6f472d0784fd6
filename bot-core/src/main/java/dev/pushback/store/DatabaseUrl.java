package dev.pushback.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;

/** Where the memory is. */
public sealed interface DatabaseUrl {
  /** The address as JDBC wants it; may hold a password. */
  String jdbc();

  /** The address as people may see it: without the password. */
  String shown();

  /** One file on this machine. */
  record File(Path path) implements DatabaseUrl {
    @Override
    public String jdbc() {
      return "jdbc:sqlite:" + path;
    }

    @Override
    public String shown() {
      return path.toString();
    }
  }

  /** Nowhere: it is gone when the program ends. */
  record InMemory() implements DatabaseUrl {
    @Override
    public String jdbc() {
      return "jdbc:sqlite::memory:";
    }

    @Override
    public String shown() {
      return "memory";
    }
  }

  /** A PostgreSQL server, for several copies of the program. */
  record Postgres(String jdbc) implements DatabaseUrl {
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "30";

    /** Up to the parameters, one of which may be the password; nor the user before an "@". */
    @Override
    public String shown() {
      String address = jdbc.replaceFirst("[?].*", "");
      return address.replaceFirst("//.*@", "//").substring("jdbc:".length());
    }

    /** How we connect; what the address says itself goes before. */
    static Properties properties() {
      Properties properties = new Properties();
      properties.setProperty("ApplicationName", "pushback");
      properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
      properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
      properties.setProperty("tcpKeepAlive", "true");
      // Details hold whole rows.
      properties.setProperty("logServerErrorDetail", "false");
      return properties;
    }

    @Override
    public String toString() {
      return "Postgres[" + shown() + "]";
    }
  }

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
      return file(url.substring("jdbc:sqlite:".length()));
    }
    if (url.startsWith("jdbc:") || url.contains("://")) {
      throw new StoreException(
          "PUSHBACK_DB must be a file, or an address that begins with jdbc:postgresql:");
    }
    return file(url);
  }

  private static DatabaseUrl file(String path) {
    // SQLite would take what follows for options.
    if (path.isEmpty() || path.indexOf('?') >= 0) {
      throw new StoreException("PUSHBACK_DB must name a file, without a question mark");
    }
    try {
      return new File(Path.of(path));
    } catch (InvalidPathException e) {
      throw new StoreException("PUSHBACK_DB can't be the name of a file", e);
    }
  }
}
