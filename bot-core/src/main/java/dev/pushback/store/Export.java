package dev.pushback.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.people.Person;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Everything that is kept of a person, as JSON that a person can read. */
final class Export {
  private static final String FORMAT = "pushback-1";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Vault vault;
  private final Person person;

  Export(Vault vault, Person person) {
    this.vault = vault;
    this.person = person;
  }

  /** Collects it, within one transaction. */
  String write(Handle handle, Instant now) {
    ObjectNode all = JSON.createObjectNode();
    all.put("format", FORMAT);
    all.put("exportedAt", now.toString());
    all.put("tenant", person.tenant());
    all.put("user", person.user());
    for (Table table : Table.ALL) {
      ArrayNode rows = all.putArray(table.shown());
      handle
          .createQuery(
              "select * from "
                  + table.name()
                  + " where tenant_id = :tenant and user_id = :user order by "
                  + String.join(", ", table.fullKey()))
          .bind("tenant", person.tenant())
          .bind("user", person.user())
          .map((row, ctx) -> object(table, row))
          .forEach(rows::add);
    }
    installed(handle, all.putArray("installed"));
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That they installed the coach; the token isn't theirs. */
  private void installed(Handle handle, ArrayNode rows) {
    handle
        .createQuery(
            "select installed_at from installation where tenant_id = :tenant and installed_by ="
                + " :user")
        .bind("tenant", person.tenant())
        .bind("user", person.user())
        .mapTo(Long.class)
        .forEach(at -> rows.addObject().put("installedAt", Instant.ofEpochMilli(at).toString()));
  }

  private ObjectNode object(Table table, ResultSet row) throws SQLException {
    ObjectNode object = JSON.createObjectNode();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnName(i);
      String value = row.getString(i);
      if (value == null || column.equals("tenant_id") || column.equals("user_id")) {
        continue;
      }
      String name = camelCase(column);
      if (table.sealed().contains(column)) {
        object.put(name, vault.open(person, table.place(column, table.id(row)), value));
      } else if (column.equals("at") || column.endsWith("_at")) {
        object.put(name, Instant.ofEpochMilli(row.getLong(i)).toString());
      } else if (isNumber(columns.getColumnType(i))) {
        object.put(name, row.getLong(i));
      } else {
        object.put(name, value);
      }
    }
    return object;
  }

  private static boolean isNumber(int type) {
    return type == Types.INTEGER || type == Types.BIGINT || type == Types.SMALLINT;
  }

  /** {@code asked_at} as {@code askedAt}. */
  private static String camelCase(String column) {
    StringBuilder name = new StringBuilder();
    for (String part : column.split("_", -1)) {
      name.append(
          name.length() == 0 || part.isEmpty()
              ? part
              : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return name.toString();
  }
}
