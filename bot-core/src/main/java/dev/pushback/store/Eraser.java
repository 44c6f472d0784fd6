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

  /** Whether it is erased only while its workspace leaves. */
  private final boolean whileLeaving;

  private Eraser(Database database, String tenant, Optional<String> user, boolean whileLeaving) {
    this.database = database;
    this.tenant = tenant;
    this.user = user;
    this.whileLeaving = whileLeaving;
  }

  static Eraser ofPerson(Database database, Person person) {
    return new Eraser(database, person.tenant(), Optional.of(person.user()), false);
  }

  static Eraser ofTenant(Database database, String tenant) {
    return new Eraser(database, tenant, Optional.empty(), true);
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
    boolean done = user.isPresent() ? theirs(samples, erased) : everybody(samples, erased);
    return prove(erased, samples, !done);
  }

  /**
   * What is theirs, in one transaction.
   *
   * @return false if nothing was done, since the workspace doesn't leave (any more)
   */
  private boolean theirs(Set<String> samples, Map<String, Integer> erased) {
    return database.write(
        handle -> {
          if (whileLeaving && !isLeaving(handle)) {
            return false;
          }
          lock(handle);
          if (samples.size() < SAMPLES) {
            samples.addAll(samples(handle));
          }
          delete(handle).forEach((table, rows) -> erased.merge(table, rows, Integer::sum));
          if (user.isEmpty()) {
            erased.put(Table.INSTALLATION.shown(), isNobodyLeft(erased) ? settle(handle) : 0);
          }
          return true;
        });
  }

  /** Held, so that nobody installs it again before this transaction ends. */
  private boolean isLeaving(Handle handle) {
    return handle
        .createQuery(
            "select 1 from installation where tenant_id = :tenant and state = '"
                + Installations.LEAVING
                + "'"
                + (database.isPostgres() ? " for update" : ""))
        .bind("tenant", tenant)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static boolean isNobodyLeft(Map<String, Integer> erased) {
    return erased.values().stream().allMatch(rows -> rows == 0);
  }

  /** Forgets that it leaves. */
  private int settle(Handle handle) {
    return handle
        .createUpdate(
            "delete from installation where tenant_id = :tenant and state = '"
                + Installations.LEAVING
                + "'")
        .bind("tenant", tenant)
        .execute();
  }

  /**
   * The people of a workspace, some at a time; whoever comes back meanwhile goes with the rest.
   * What was begun before it left may bring somebody back even afterwards. So the note that it
   * leaves stays until nobody of it is found any more, and they are erased the next time.
   *
   * @return false if this was given up, since the workspace doesn't leave (any more)
   */
  private boolean everybody(Set<String> samples, Map<String, Integer> erased) {
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
        Eraser person = new Eraser(database, tenant, Optional.of(one), true);
        if (!person.theirs(samples, erased)) {
          return false;
        }
      }
    } while (some.size() == PEOPLE);
    return theirs(samples, erased);
  }

  private Erasure prove(Map<String, Integer> erased, Set<String> samples, boolean stopped) {
    Map<String, Integer> left = database.read(this::count);
    if (!(database.url() instanceof DatabaseUrl.File file)) {
      return new Erasure(erased, left, 0, 0, stopped);
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
    return new Erasure(erased, left, theirs.size(), found, stopped);
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
    for (int i = Table.ALL.size() - 1; i >= 0; i--) {
      bound(handle.createUpdate(theirs("delete from " + Table.ALL.get(i).name()))).execute();
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
    for (Table table : Table.ALL) {
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
    for (Table table : Table.ALL) {
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
