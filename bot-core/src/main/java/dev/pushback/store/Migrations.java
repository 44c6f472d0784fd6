package dev.pushback.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings a database to the newest schema; refuses one that a newer program has changed.
 *
 * <p>Waking Flyway takes longer than answering a question. So a fingerprint of the migrations is
 * left in the database once they are applied, and Flyway is only asked when it differs.
 */
final class Migrations {
  /** All of them, in order. A new one is added at the end; one that was released never changes. */
  static final List<String> SCRIPTS =
      List.of(
          "V1__memory.sql",
          "V2__nudges.sql",
          "V3__installations.sql",
          "V4__conversations.sql",
          "V5__drafts.sql");

  private static final String FINGERPRINT = "schema";

  private Migrations() {}

  static void apply(DataSource source, DatabaseUrl url) {
    String fingerprint = fingerprint();
    try {
      if (note(source).equals(Optional.of(fingerprint))) {
        return;
      }
      Flyway flyway = flyway(source, url);
      try {
        flyway.migrate();
      } catch (FlywayException e) {
        throw refusal(flyway, url, e);
      }
      leave(source, fingerprint);
    } catch (SQLException e) {
      throw Complaints.about(url, e);
    }
  }

  /**
   * Has Flyway compare everything that was applied with everything that is here.
   *
   * @return whether everything was applied
   * @throws StoreException if something differs
   */
  static boolean validate(DataSource source, DatabaseUrl url) {
    Flyway flyway = flyway(source, url);
    try {
      if (flyway.info().pending().length > 0) {
        return false;
      }
      flyway.validate();
      return true;
    } catch (FlywayException e) {
      throw refusal(flyway, url, e);
    }
  }

  /**
   * Looks whether a database has a schema of this program or an older one.
   *
   * @throws StoreException if a newer program has changed it
   */
  static void mustBeKnown(Connection connection, DatabaseUrl url) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select version from flyway_schema_history");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String version = rows.getString(1);
        if (SCRIPTS.stream().noneMatch(name -> name.startsWith("V" + version + "__"))) {
          throw tooNew(url, version);
        }
      }
    }
  }

  private static StoreException tooNew(DatabaseUrl url, String theirs) {
    return new StoreException(
        "the database "
            + url.shown()
            + " has schema "
            + theirs
            + ", and this program knows up to "
            + newest()
            + ": a newer program has changed it. Start the newest program, or restore a backup from"
            + " before");
  }

  private static Flyway flyway(DataSource source, DatabaseUrl url) {
    boolean postgres = url instanceof DatabaseUrl.Postgres;
    return Flyway.configure()
        .dataSource(source)
        .resourceProvider(new Scripts())
        .placeholders(
            Map.of(
                "long", postgres ? "bigint" : "integer",
                "flag", postgres ? "boolean" : "integer",
                "bytes", postgres ? "bytea" : "blob",
                "id", postgres ? "gen_random_uuid()::text" : "lower(hex(randomblob(16)))",
                "strict", postgres ? "" : "strict"))
        // Empty: a migration that this program doesn't know means that it is too old.
        .ignoreMigrationPatterns("")
        .load();
  }

  private static StoreException refusal(Flyway flyway, DatabaseUrl url, FlywayException error) {
    List<ValidateOutput> wrong;
    String theirs;
    try {
      wrong = flyway.validateWithResult().invalidMigrations;
      theirs = applied(flyway);
    } catch (FlywayException e) {
      return Complaints.about(url, error);
    }
    if (Stream.of(flyway.info().all()).anyMatch(Migrations::isOfTheFuture)) {
      return tooNew(url, theirs);
    }
    if (wrong.stream()
        .anyMatch(one -> one.errorDetails.errorCode == CoreErrorCode.CHECKSUM_MISMATCH)) {
      return new StoreException(
          "the database "
              + url.shown()
              + " was made with another version of migration "
              + wrong.get(0).version
              + " than this program brings: its file was edited. Undo that, and put the change into"
              + " a new migration");
    }
    return Complaints.about(url, error);
  }

  private static boolean isOfTheFuture(MigrationInfo one) {
    return one.getState().isApplied() && !one.getState().isResolved();
  }

  private static String applied(Flyway flyway) {
    MigrationInfo current = flyway.info().current();
    return current == null ? "none" : String.valueOf(current.getVersion());
  }

  private static String newest() {
    String last = SCRIPTS.get(SCRIPTS.size() - 1);
    return last.substring(1, last.indexOf("__"));
  }

  private static Optional<String> note(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select value from store_note where name = ?")) {
      statement.setString(1, FINGERPRINT);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      if (Complaints.isMissingTable(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static void leave(DataSource source, String fingerprint) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into store_note (name, value) values (?, ?) on conflict (name) do update"
                    + " set value = excluded.value")) {
      statement.setString(1, FINGERPRINT);
      statement.setString(2, fingerprint);
      statement.executeUpdate();
    }
  }

  private static String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String script : SCRIPTS) {
        digest.update(script.getBytes(StandardCharsets.UTF_8));
        digest.update(new Script(script).text().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Names them, so that nobody has to look through all of the class path. */
  private static final class Scripts implements ResourceProvider {
    @Override
    @SuppressWarnings("NullAway") // Flyway wants null for a file that isn't there
    public LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(name -> name.startsWith(prefix))
          .filter(name -> Stream.of(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  /** One of the files beside this class. */
  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    String text() {
      try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is missing from the program; build it again");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Reader read() {
      return new StringReader(text());
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
