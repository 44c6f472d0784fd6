package dev.pushback.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server, started once for all tests; each asks for a database of its own. */
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** Starts the server when it is needed first; it ends with the tests. */
  private static final class Server {
    static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        // Everybody is let in, except for one who has to give a password.
        Path doors = Files.createTempFile("pg_hba", ".conf");
        doors.toFile().deleteOnExit();
        Files.writeString(
            doors,
            """
            host all locked all scram-sha-256
            host all all    all trust
            """);
        // The server refuses to run as root and is started as somebody else.
        if (!doors.toFile().setReadable(true, false)) {
          throw new IllegalStateException("the server can't read " + doors);
        }
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "300")
                .setServerConfig("hba_file", doors.toString())
                .start();
        execute(server, "create role locked login superuser password 'hunter2'");
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An empty database. */
  public static DatabaseUrl fresh() {
    String name = "pushback_" + DATABASES.incrementAndGet();
    execute(Server.ONE, "create database " + name);
    return DatabaseUrl.of(Server.ONE.getJdbcUrl("postgres", name));
  }

  /** A database of this name, which may not exist, entered with a password ("hunter2" is right). */
  static DatabaseUrl entered(String database, String password) {
    return DatabaseUrl.of(Server.ONE.getJdbcUrl("locked", database) + "&password=" + password);
  }
}
