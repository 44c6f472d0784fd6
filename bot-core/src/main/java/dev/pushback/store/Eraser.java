package dev.pushback.store;

import dev.pushback.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Forgets a person, or a workspace with everybody in it, and proves it: counts their rows in every
 * table, and on SQLite searches the file for what stood in them. Deleted rows are overwritten, but
 * pieces can stay behind where SQLite moved rows about; then the whole file is written anew.
 */
final class Eraser {
  private static final int SAMPLES = 20;

  /** Shorter texts turn up by chance. */
  private static final int SHORTEST = 12;

  private static final int CHUNK = 1 << 20;

  /** So few people at a time that nobody else waits long. */
  private static final int PEOPLE = 50;

  private final Database database;
  private final String tenant;
  private final Optional<String> user;

  private Eraser(Database database, String tenant, Optional<String> user) {
    this.database = database;
    this.tenant = tenant;
    this.user = user;
  }

  static Eraser ofPerson(Database database, Person person) {
    return new Eraser(database, person.tenant(), Optional.of(person.user()));
  }

  static Eraser ofTenant(Database database, String tenant) {
    return new Eraser(database, tenant, Optional.empty());
  }

  /** What is theirs: a person's rows, or everybody's of a workspace and its own. */
  private List<Table> tables() {
    return user.isPresent() ? Table.ALL : Table.everything();
  }

  /** Ends a statement with whose rows it is about. */
  private String theirs(String sql) {
    return sql + " where tenant_id = :tenant" + (user.isPresent() ? " and user_id = :user" : "");
  }

  private <T extends SqlStatement<T>> T bound(T statement) {
    user.ifPresent(one -> statement.bind("user", one));
    return statement.bind("tenant", tenant);
  }

  Erasure erase() {
    Set<String> samples = new LinkedHashSet<>();
    Map<String, Integer> erased = new LinkedHashMap<>();
    if (user.isEmpty()) {
      everybody(samples, erased);
    }
    database.write(
        handle -> {
          lock(handle);
          samples.addAll(samples(handle));
          delete(handle).forEach((table, rows) -> erased.merge(table, rows, Integer::sum));
          return true;
        });
    return prove(erased, samples);
  }

  /** The people of a workspace, some at a time; whoever comes back meanwhile goes with the rest. */
  private void everybody(Set<String> samples, Map<String, Integer> erased) {
    List<String> some;
    do {
      some =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          "select user_id from person where tenant_id = :tenant order by user_id"
                              + " limit :most")
                      .bind("tenant", tenant)
                      .bind("most", PEOPLE)
                      .mapTo(String.class)
                      .list());
      for (String one : some) {
        Eraser person = new Eraser(database, tenant, Optional.of(one));
        database.write(
            handle -> {
              person.lock(handle);
              if (samples.size() < SAMPLES) {
                samples.addAll(person.samples(handle));
              }
              person
                  .delete(handle)
                  .forEach((table, rows) -> erased.merge(table, rows, Integer::sum));
              return true;
            });
      }
    } while (some.size() == PEOPLE);
  }

  private Erasure prove(Map<String, Integer> erased, Set<String> samples) {
    Map<String, Integer> left = database.read(this::count);
    if (!(database.url() instanceof DatabaseUrl.File file)) {
      return new Erasure(erased, left, 0, 0);
    }
    List<String> theirs =
        database.read(
            handle ->
                samples.stream()
                    .filter(text -> Vault.isSealed(text) || isGone(handle, text))
                    .toList());
    database.checkpoint();
    int found = find(file.path(), theirs);
    if (found > 0) {
      database.alone(handle -> handle.execute("vacuum"));
      database.checkpoint();
      found = find(file.path(), theirs);
    }
    return new Erasure(erased, left, theirs.size(), found);
  }

  /**
   * Whoever works with a person's memory holds their row first, and then the others; so do we, or
   * each would wait for the other. On SQLite nobody else writes.
   */
  private void lock(Handle handle) {
    if (database.isPostgres()) {
      List<String> unused =
          bound(handle.createQuery(theirs("select user_id from person") + " for update"))
              .mapTo(String.class)
              .list();
    }
  }

  /** Those that others need go last; what was deleted along with another counts, too. */
  private Map<String, Integer> delete(Handle handle) {
    Map<String, Integer> before = count(handle);
    List<Table> tables = tables();
    for (int i = tables.size() - 1; i >= 0; i--) {
      bound(handle.createUpdate(theirs("delete from " + tables.get(i).name()))).execute();
    }
    user.ifPresent(one -> disown(handle));
    return before;
  }

  /** Whoever installed the coach may be forgotten, and it stays installed. */
  private void disown(Handle handle) {
    bound(
            handle.createUpdate(
                "update installation set installed_by = '' where tenant_id = :tenant and"
                    + " installed_by = :user"))
        .execute();
  }

  private Map<String, Integer> count(Handle handle) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (Table table : tables()) {
      rows.put(
          table.shown(),
          bound(handle.createQuery(theirs("select count(*) from " + table.name())))
              .mapTo(Integer.class)
              .one());
    }
    return rows;
  }

  /** Texts of theirs as they stand in the file. */
  private List<String> samples(Handle handle) {
    List<String> all = new ArrayList<>();
    for (Table table : tables()) {
      for (String column : table.sealed()) {
        all.addAll(
            bound(
                    handle.createQuery(
                        theirs("select " + column + " from " + table.name())
                            + " and length("
                            + column
                            + ") >= :shortest limit :most"))
                .bind("shortest", SHORTEST)
                .bind("most", SAMPLES)
                .mapTo(String.class)
                .list());
      }
    }
    return all.size() > SAMPLES ? all.subList(0, SAMPLES) : all;
  }

  /** Whether nobody else wrote the same; what is encrypted is never the same. */
  private static boolean isGone(Handle handle, String text) {
    return Table.everything().stream()
        .allMatch(
            table ->
                table.sealed().stream()
                    .noneMatch(
                        column ->
                            handle
                                    .createQuery(
                                        "select count(*) from "
                                            + table.name()
                                            + " where instr("
                                            + column
                                            + ", :text) > 0")
                                    .bind("text", text.substring(1))
                                    .mapTo(Integer.class)
                                    .one()
                                > 0));
  }

  /** How many of the texts stand in the file or in what was written lately. */
  private static int find(Path path, List<String> texts) {
    if (texts.isEmpty()) {
      return 0;
    }
    List<byte[]> wanted =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    Set<Integer> found = new LinkedHashSet<>();
    for (String suffix : List.of("", "-wal")) {
      Path file = Path.of(path + suffix);
      if (Files.exists(file)) {
        search(file, wanted, found);
      }
    }
    return found.size();
  }

  private static void search(Path file, List<byte[]> wanted, Set<Integer> found) {
    int overlap = wanted.stream().mapToInt(text -> text.length).max().orElse(0);
    byte[] buffer = new byte[CHUNK + overlap];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(buffer, 0, buffer.length);
          read > 0;
          read = in.readNBytes(buffer, kept, buffer.length - kept)) {
        int filled = kept + read;
        for (int i = 0; i < wanted.size(); i++) {
          if (!found.contains(i) && contains(buffer, filled, wanted.get(i))) {
            found.add(i);
          }
        }
        kept = Math.min(overlap, filled);
        System.arraycopy(buffer, filled - kept, buffer, 0, kept);
      }
    } catch (IOException e) {
      throw new StoreException("the database " + file + " can't be searched", e);
    }
  }

  private static boolean contains(byte[] buffer, int length, byte[] text) {
    for (int start = 0; start <= length - text.length; start++) {
      int same = 0;
      while (same < text.length && buffer[start + same] == text[same]) {
        same++;
      }
      if (same == text.length) {
        return true;
      }
    }
    return false;
  }
}
