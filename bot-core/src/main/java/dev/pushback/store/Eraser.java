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
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Forgets a person and proves it: counts their rows in every table, and on SQLite searches the file
 * for what stood in them. Deleted rows are overwritten, but pieces can stay behind where SQLite
 * moved rows about; then the whole file is written anew.
 */
final class Eraser {
  private static final int SAMPLES = 20;

  /** Shorter texts turn up by chance. */
  private static final int SHORTEST = 12;

  private static final int CHUNK = 1 << 20;

  private final Database database;
  private final Person person;

  Eraser(Database database, Person person) {
    this.database = database;
    this.person = person;
  }

  Erasure erase() {
    Set<String> samples = new LinkedHashSet<>();
    Map<String, Integer> erased =
        database.write(
            handle -> {
              lock(handle);
              samples.addAll(samples(handle));
              return delete(handle);
            });
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
          handle
              .createQuery(
                  "select user_id from person where tenant_id = :tenant and user_id = :user for"
                      + " update")
              .bind("tenant", person.tenant())
              .bind("user", person.user())
              .mapTo(String.class)
              .list();
    }
  }

  /** Those that others need go last; what was deleted along with another counts, too. */
  private Map<String, Integer> delete(Handle handle) {
    Map<String, Integer> before = count(handle);
    for (int i = Table.ALL.size() - 1; i >= 0; i--) {
      handle
          .createUpdate(
              "delete from "
                  + Table.ALL.get(i).name()
                  + " where tenant_id = :tenant and user_id = :user")
          .bind("tenant", person.tenant())
          .bind("user", person.user())
          .execute();
    }
    return before;
  }

  private Map<String, Integer> count(Handle handle) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (Table table : Table.ALL) {
      rows.put(
          table.shown(),
          handle
              .createQuery(
                  "select count(*) from "
                      + table.name()
                      + " where tenant_id = :tenant and user_id = :user")
              .bind("tenant", person.tenant())
              .bind("user", person.user())
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
            handle
                .createQuery(
                    "select "
                        + column
                        + " from "
                        + table.name()
                        + " where tenant_id = :tenant and user_id = :user and length("
                        + column
                        + ") >= :shortest limit :most")
                .bind("tenant", person.tenant())
                .bind("user", person.user())
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
    return Table.ALL.stream()
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
