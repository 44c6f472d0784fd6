package dev.pushback.store;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How db-scheduler speaks to our tables, the same on both databases: times are milliseconds (with
 * SQLite's driver its own way reads wrong times under threads), and only the alarms of this
 * process's platforms are looked at, so that the backlog of another one costs nothing.
 */
final class EpochMillis extends DefaultJdbcCustomization {
  private final boolean postgres;
  private final String ours;

  EpochMillis(boolean postgres, Set<String> tasks) {
    super(true);
    this.postgres = postgres;
    this.ours =
        tasks.stream()
            .sorted()
            .map(task -> "'" + task + "'")
            .collect(
                Collectors.joining(
                    ", ",
                    tasks.size() == 1 ? " and task_name = " : " and task_name in (",
                    tasks.size() == 1 ? " " : ") "));
  }

  @Override
  public String getName() {
    return "epoch milliseconds";
  }

  @Override
  public void setInstant(PreparedStatement statement, int index, @Nullable Instant value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, value.toEpochMilli());
    }
  }

  @Override
  public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  @Override
  public void setTaskData(PreparedStatement statement, int index, byte @Nullable [] value)
      throws SQLException {
    statement.setBytes(index, value);
  }

  @Override
  public String getQueryLimitPart(int limit) {
    return " limit " + limit;
  }

  @Override
  public String createSelectDueQuery(
      String table, int limit, String condition, boolean orderByPriority) {
    return due(table, condition) + getQueryLimitPart(limit);
  }

  @Override
  public boolean supportsGenericLockAndFetch() {
    return postgres;
  }

  @Override
  public String createGenericSelectForUpdateQuery(
      String table, int limit, String condition, boolean orderByPriority) {
    return due(table, condition) + getQueryLimitPart(limit) + " for update skip locked";
  }

  private String due(String table, String condition) {
    return "select * from "
        + table
        + " where picked = ? and execution_time <= ? "
        + condition
        + ours
        + "order by execution_time";
  }
}
