package dev.pushback.operating;

import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.StoreException;
import dev.pushback.store.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the database is there, sound, of the right schema, and of our keys. */
final class DatabaseExam {
  private static final long MIB = 1 << 20;
  private static final long GIB_OF_MIB = 1024;
  private static final long MANY_MIB = 10 * GIB_OF_MIB;
  private static final long LITTLE_MIB = 200;
  private static final long NEARLY_NONE_MIB = 20;
  private static final long LONG_WAL_MIB = 256;
  private static final Duration OFF = Duration.ofSeconds(30);

  private final DatabaseUrl url;
  private final List<Finding> findings = new ArrayList<>();

  private DatabaseExam(DatabaseUrl url) {
    this.url = url;
  }

  /**
   * Looks at it.
   *
   * @param vault none if the keys can't be read
   * @param named whether somebody said where it is; else its folder will be made, too
   */
  static List<Finding> of(
      DatabaseUrl url, Optional<Vault> vault, boolean named, InstantSource clock) {
    DatabaseExam exam = new DatabaseExam(url);
    exam.examine(vault, named, clock);
    return exam.findings;
  }

  private void examine(Optional<Vault> vault, boolean named, InstantSource clock) {
    if (url instanceof DatabaseUrl.File file) {
      Path folder = folder(file.path());
      if (named && !Files.isDirectory(folder)) {
        findings.add(
            Finding.fail(
                "database",
                "the folder " + folder + " doesn't exist. Create it: mkdir -p " + folder));
        return;
      }
      room(file.path(), folder);
      if (!Files.exists(file.path())) {
        findings.add(
            Finding.ok("database", "there is none yet; the first start makes " + url.shown()));
        return;
      }
      privacy(file.path());
    }
    try (Database database = Database.openAsItIs(url)) {
      database.check();
      findings.add(Finding.ok("database", url.shown() + " is sound"));
      if (database.hasNewestSchema()) {
        findings.add(Finding.ok("schema", "the newest"));
        vault.ifPresent(keys -> fit(keys, database));
      } else {
        findings.add(
            Finding.warn("schema", "older than this program; the next start brings it up to date"));
      }
      if (database.isPostgres()) {
        clock(Duration.between(clock.instant(), database.time()).abs());
      }
    } catch (StoreException e) {
      findings.add(Finding.fail("database", e.getMessage()));
    }
  }

  private void fit(Vault keys, Database database) {
    keys.mustFit(database);
    findings.add(
        Finding.ok(
            "key", keys.encrypts() ? "fits the database" : "the database was written without one"));
  }

  private void clock(Duration off) {
    findings.add(
        off.compareTo(OFF) > 0
            ? Finding.fail(
                "clock",
                "the database's clock and this machine's differ by "
                    + off.toSeconds()
                    + " seconds. Set both by NTP; reminders would come at the wrong time")
            : Finding.ok("clock", "agrees with the database's"));
  }

  private static Path folder(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? path.toAbsolutePath() : folder;
  }

  private void room(Path path, Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace() / MIB;
      String text =
          (free < MANY_MIB ? free + " MiB" : free / GIB_OF_MIB + " GiB") + " free in " + folder;
      if (free < NEARLY_NONE_MIB) {
        findings.add(Finding.fail("disk", text + ". Free some space"));
      } else {
        findings.add(
            free < LITTLE_MIB
                ? Finding.warn("disk", text + ". Free some space soon")
                : Finding.ok("disk", text));
      }
      Path wal = Path.of(path + "-wal");
      if (Files.exists(wal) && Files.size(wal) / MIB > LONG_WAL_MIB) {
        findings.add(
            Finding.warn("disk", wal + " is long. Something reads the database without an end"));
      }
    } catch (IOException e) {
      findings.add(Finding.warn("disk", "how much room there is in " + folder + " can't be told"));
    }
  }

  private void privacy(Path path) {
    try {
      if (Files.getFileStore(path).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(path).stream()
              .anyMatch(one -> !one.name().startsWith("OWNER_"))) {
        findings.add(
            Finding.warn(
                "database",
                "other people on this machine may read it. Keep it to yourself: chmod 600 "
                    + path));
      }
    } catch (IOException e) {
      findings.add(Finding.fail("database", path + " can't be looked at. Allow it"));
    }
  }
}
