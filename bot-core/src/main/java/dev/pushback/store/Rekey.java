package dev.pushback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes everything anew with the current key, a batch at a time while the coach runs; afterwards
 * the older keys can be thrown away.
 */
final class Rekey {
  private static final int BATCH = 500;

  private final Database database;
  private final Vault vault;

  Rekey(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Does it.
   *
   * @return how many rows were written anew
   * @throws StoreException if there is no key, or if something can't be read with those there are
   */
  int run() {
    if (!vault.encrypts()) {
      throw new StoreException(
          "there is no key to encrypt with. Set PUSHBACK_KEY; one is made with: openssl rand"
              + " -base64 32");
    }
    int rows = 0;
    for (Table table : Table.everything()) {
      if (!table.sealed().isEmpty()) {
        rows += rekey(table);
      }
    }
    database.write(this::strikeOut);
    return rows;
  }

  /** Walks along the primary key, so that no batch looks at what an earlier one did. */
  private int rekey(Table table) {
    int rows = 0;
    Map<String, Object> last = Map.of();
    while (true) {
      Map<String, Object> from = last;
      List<Map<String, Object>> done = database.write(handle -> batch(handle, table, from));
      rows += done.size();
      if (done.size() < BATCH) {
        return rows;
      }
      last = done.get(done.size() - 1);
    }
  }

  private List<Map<String, Object>> batch(Handle handle, Table table, Map<String, Object> from) {
    String key = String.join(", ", table.fullKey());
    String after =
        from.isEmpty()
            ? ""
            : " and ("
                + key
                + ") > ("
                + table.fullKey().stream()
                    .map(column -> ":" + column)
                    .collect(Collectors.joining(", "))
                + ")";
    String lock = database.isPostgres() ? " for update" : "";
    Query query =
        handle.createQuery(
            "select * from "
                + table.name()
                + stale(table)
                + after
                + " order by "
                + key
                + " limit :most"
                + lock);
    if (!from.isEmpty()) {
      table.fullKey().forEach(column -> query.bind(column, from.get(column)));
    }
    List<Map<String, Object>> rows =
        query
            .bind("mark", vault.mark() + "%")
            .bind("most", BATCH)
            .map((row, ctx) -> renewed(table, row))
            .list();
    rows.forEach(row -> update(handle, table, row));
    return rows;
  }

  private static void update(Handle handle, Table table, Map<String, Object> row) {
    String set =
        table.sealed().stream()
            .filter(row::containsKey)
            .map(column -> column + " = :" + column)
            .collect(Collectors.joining(", "));
    String where =
        table.fullKey().stream()
            .map(column -> column + " = :" + column)
            .collect(Collectors.joining(" and "));
    Update update =
        handle.createUpdate("update " + table.name() + " set " + set + " where " + where);
    row.forEach(update::bind);
    update.execute();
  }

  /** Where a sealed column begins with something else than the mark of the current key. */
  private static String stale(Table table) {
    return table.sealed().stream()
        .map(column -> column + " not like :mark")
        .collect(Collectors.joining(" or ", " where (", ")"));
  }

  private Map<String, Object> renewed(Table table, ResultSet row) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String column : table.fullKey()) {
      values.put(column, row.getObject(column));
    }
    for (String column : table.sealed()) {
      String stored = row.getString(column);
      if (stored != null) {
        String place = table.place(column, table.id(row));
        String text = vault.open(table.owner(row), place, stored);
        values.put(column, vault.seal(table.owner(row), place, text));
      }
    }
    return values;
  }

  private int strikeOut(Handle handle) {
    List<String> left = new ArrayList<>();
    for (Table table : Table.everything()) {
      if (!table.sealed().isEmpty()
          && handle
              .createQuery("select 1 from " + table.name() + stale(table) + " limit 1")
              .bind("mark", vault.mark() + "%")
              .mapTo(Integer.class)
              .findOne()
              .isPresent()) {
        left.add(table.name());
      }
    }
    if (!left.isEmpty()) {
      throw new StoreException(
          "while it was encrypted anew, somebody still wrote with an older key ("
              + String.join(", ", left)
              + "). Give every running copy of the program the new PUSHBACK_KEY, restart it, and"
              + " do this again");
    }
    return KeyCheck.keepOnly(handle, vault.current());
  }
}
