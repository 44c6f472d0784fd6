package dev.pushback.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the newest schema; refuses one that a newer program has changed. */
final class Migrations {
  private static final String PLACE = "classpath:dev/pushback/store/migrations";

  private Migrations() {}

  static void apply(DataSource source, DatabaseUrl url) {
    boolean postgres = url instanceof DatabaseUrl.Postgres;
    try {
      Flyway.configure()
          .dataSource(source)
          .locations(PLACE)
          .placeholders(
              Map.of(
                  "long", postgres ? "bigint" : "integer",
                  "flag", postgres ? "boolean" : "integer",
                  "bytes", postgres ? "bytea" : "blob",
                  "id", postgres ? "gen_random_uuid()::text" : "lower(hex(randomblob(16)))",
                  "strict", postgres ? "" : "strict"))
          // Empty: a migration that this program doesn't know means that it is too old.
          .ignoreMigrationPatterns("")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "the database can't be brought to the schema of this program; it may have been changed by"
              + " a newer one. Start the newest program, or restore a backup.",
          e);
    }
  }
}
