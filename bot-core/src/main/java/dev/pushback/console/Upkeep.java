package dev.pushback.console;

import dev.pushback.operating.Opening;
import dev.pushback.people.Person;
import dev.pushback.store.Backup;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Erasure;
import dev.pushback.store.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Looking after the memory from the command line. */
final class Upkeep {
  private static final int COULD_NOT = 1;
  private static final int USAGE = 2;
  private static final String CONSOLE = "console";
  private static final int KIB = 1024;

  private final Opening opening;
  private final PrintStream out;
  private final PrintStream err;

  Upkeep(Opening opening, PrintStream out, PrintStream err) {
    this.opening = opening;
    this.out = out;
    this.err = err;
  }

  /** {@code backup FILE}: makes a copy while the coach runs. */
  int backup(List<String> words) {
    if (words.size() != 1) {
      return usage("backup needs the name of a new file: ./pushback backup FILE");
    }
    Path target = Path.of(words.get(0));
    long bytes = Backup.make(opening.url(), target);
    out.println(
        "Backed up to " + target + " (" + (bytes + KIB - 1) / KIB + " KiB), and checked it.");
    if (!opening.environment().getOrDefault("PUSHBACK_KEY", "").isBlank()
        || !opening.environment().getOrDefault("PUSHBACK_KEY_FILE", "").isBlank()) {
      out.println("It can only be read with PUSHBACK_KEY. Keep that apart from it, and keep it.");
    }
    return 0;
  }

  /** {@code restore FILE}: puts a copy back. */
  int restore(List<String> words, boolean force) {
    if (words.size() != 1) {
      return usage("restore needs a backup: ./pushback restore FILE [--force]");
    }
    Path source = Path.of(words.get(0));
    List<Path> old = Backup.restore(opening.url(), source, force, opening.clock().instant());
    out.println("Restored " + opening.url().shown() + " from " + source + ".");
    old.forEach(path -> out.println("What was there before is kept as " + path + "."));
    return 0;
  }

  /** {@code restored}: notes that PostgreSQL's own program put a copy back. */
  int restored() throws IOException {
    try (Store store = existing()) {
      store.noteRestored();
    }
    out.println(
        "Noted that "
            + opening.url().shown()
            + " was restored. What was due before now isn't sent again: it may have been.");
    return 0;
  }

  /** {@code export FILE|-}: everything that is kept of a person. */
  int export(List<String> words, Person person) throws IOException {
    if (words.size() != 1) {
      return usage("export needs the name of a new file, or - for the screen: ./pushback export -");
    }
    String json;
    try (Store store = existing()) {
      json = store.export(person);
    }
    if (words.get(0).equals("-")) {
      out.print(json);
      return 0;
    }
    Path target = Path.of(words.get(0));
    try {
      create(target);
      Files.writeString(target, json, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(target + " exists already. Name a file that doesn't", e);
    }
    out.println("Wrote everything that is kept to " + target + ". Keep it to yourself.");
    return 0;
  }

  /** Readable by its owner only, from the first byte. */
  private static void create(Path target) throws IOException {
    if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          target,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(target);
    }
  }

  /** {@code forget --yes}: erases a person, and shows the proof. */
  int forget(Person person, boolean yes) throws IOException {
    if (!yes) {
      return usage(
          "forget erases everything that is kept of you, and can't be undone. To see it first:"
              + " ./pushback export -. To do it: ./pushback forget --yes");
    }
    Erasure erasure;
    try (Store store = existing()) {
      erasure = store.forget(person);
    }
    erasure
        .erased()
        .forEach(
            (table, rows) ->
                out.println(
                    "%-12s %6d deleted, %d left"
                        .formatted(table, rows, erasure.left().getOrDefault(table, 0))));
    if (erasure.searched() > 0) {
      out.println(
          "Searched the file for "
              + erasure.searched()
              + " of the texts: "
              + erasure.found()
              + " found.");
    }
    if (person.tenant().equals(CONSOLE) && Files.deleteIfExists(opening.history())) {
      out.println("Deleted the history of typed lines, " + opening.history() + ".");
    }
    out.println(
        erasure.isComplete()
            ? "Everything is forgotten. Backups that were made before still hold it."
            : "Not everything is gone: something else may be reading the database. Stop the coach"
                + " and do this again.");
    Backup.beside(opening.url())
        .forEach(path -> out.println(path + " may hold it, too. Delete it if nobody needs it."));
    return erasure.isComplete() ? 0 : COULD_NOT;
  }

  /** {@code rekey}: encrypts everything anew with the first key. */
  int rekey() throws IOException {
    try (Store store = existing()) {
      out.println(
          "Encrypted "
              + store.rekey()
              + " rows anew. PUSHBACK_KEY needs only its first key from now on; backups made before"
              + " need the older ones.");
    }
    return 0;
  }

  /** Makes none if there is none. */
  private Store existing() throws IOException {
    if (opening.url() instanceof DatabaseUrl.File file && !Files.exists(file.path())) {
      throw new IOException("nothing is remembered yet: there is no database at " + file.path());
    }
    return opening.store();
  }

  private int usage(String text) {
    err.println("pushback: " + text);
    return USAGE;
  }
}
