package dev.pushback.store;

import dev.pushback.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One person's rows within a transaction. Statements made here know {@code :tenant} and {@code
 * :user}.
 */
record Rows(Handle handle, Person person, Vault vault, Instant now) {

  Query query(String sql) {
    return handle.createQuery(sql).bind("tenant", person.tenant()).bind("user", person.user());
  }

  Update update(String sql) {
    return handle.createUpdate(sql).bind("tenant", person.tenant()).bind("user", person.user());
  }

  /**
   * What to store for a text.
   *
   * @param column table.column
   * @param id tells the row from the person's others: the values of the table's key, with slashes
   */
  String seal(String column, String id, String text) {
    return vault.seal(person, column + "/" + id, text);
  }

  /** The text of a column that is never empty. */
  String text(ResultSet row, String table, String column) throws SQLException {
    Table of = Table.of(table);
    return vault.open(person, of.place(column, of.id(row)), row.getString(column));
  }

  static Optional<String> string(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return string(row, column).map(LocalDate::parse);
  }

  static Optional<ZoneId> zone(ResultSet row, String column) throws SQLException {
    return string(row, column).map(ZoneId::of);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** What JDBC wants for a value that may be missing. */
  static @Nullable Long millis(Optional<Instant> at) {
    return at.map(Instant::toEpochMilli).orElse(null);
  }

  /** What JDBC wants for a value that may be missing. */
  static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
