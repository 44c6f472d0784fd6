package dev.pushback.store;

import dev.pushback.people.Person;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * For every key that texts were ever encrypted with, a known word encrypted with it. Shows at the
 * start, before anything is read or written, whether all keys are there and right.
 */
final class KeyCheck {
  private static final String PREFIX = "key-";
  private static final String WORD = "pushback";
  private static final Person NOBODY = new Person("pushback", "key-check");

  private KeyCheck() {}

  record Note(int number, String value) {}

  /**
   * Compares the keys with those that the database was written with, and notes a new one.
   *
   * @throws StoreException if one is missing or wrong
   */
  static void enter(Database database, Vault vault) {
    List<Note> notes = verify(database, vault);
    if (vault.encrypts() && notes.stream().noneMatch(one -> one.number == vault.current())) {
      database.write(handle -> leave(handle, vault));
    }
  }

  /**
   * Only compares them.
   *
   * @throws StoreException if one is missing or wrong
   */
  static List<Note> verify(Database database, Vault vault) {
    // By the connection that is open already; those that only read are woken later.
    List<Note> notes = database.alone(KeyCheck::notes);
    for (Note note : notes) {
      check(vault, note);
    }
    return notes;
  }

  private static void check(Vault vault, Note note) {
    if (!vault.numbers().contains(note.number)) {
      throw Vault.missing(note.number, vault.encrypts());
    }
    try {
      vault.open(NOBODY, PREFIX + note.number, note.value);
    } catch (StoreException e) {
      throw new StoreException(
          "PUSHBACK_KEY isn't the key that the database was written with (key "
              + note.number
              + "). Set it to that one; without it nothing can be read",
          e);
    }
  }

  private static List<Note> notes(Handle handle) {
    return handle
        .createQuery("select name, value from store_note where name like '" + PREFIX + "%'")
        .map(
            (row, ctx) ->
                new Note(
                    Integer.parseInt(row.getString("name").substring(PREFIX.length())),
                    row.getString("value")))
        .list();
  }

  private static int leave(Handle handle, Vault vault) {
    String name = PREFIX + vault.current();
    return handle
        .createUpdate(
            "insert into store_note (name, value) values (:name, :value) on conflict (name) do"
                + " nothing")
        .bind("name", name)
        .bind("value", vault.seal(NOBODY, name, WORD))
        .execute();
  }

  /** Strikes out the keys that no text is encrypted with any more. */
  static int keepOnly(Handle handle, int number) {
    return handle
        .createUpdate("delete from store_note where name like '" + PREFIX + "%' and name <> :name")
        .bind("name", PREFIX + number)
        .execute();
  }
}
