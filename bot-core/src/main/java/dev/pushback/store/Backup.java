package dev.pushback.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * Copies of a SQLite file: made while the coach runs, and put back. (Copying the live file by other
 * means loses what was written lately; {@code VACUUM INTO} doesn't.)
 */
public final class Backup {
  /** The note of when a backup was put back. */
  static final String RESTORED = "restored-at";

  /** SQLite's head up to and including the number of the application (bytes 68 to 71). */
  private static final int HEAD = 72;

  private static final int BUSY_MILLIS = 2_000;

  private Backup() {}

  /**
   * Makes one of the present state, readable by its owner only, and checks it.
   *
   * @return how many bytes it has
   * @throws StoreException if there is a file of this name already, or it can't be made
   */
  public static long make(DatabaseUrl url, Path target) {
    DatabaseUrl.File file = mustBeFile(url, "pg_dump -Fc -f " + target.getFileName());
    if (!Files.isRegularFile(file.path())) {
      throw new StoreException("there is no database at " + file.path() + " to back up");
    }
    if (Files.exists(target)) {
      throw new StoreException(target + " exists already. Name a file that doesn't, or delete it");
    }
    try {
      // Readable by its owner only. SQLite fills an empty file.
      Path part = Files.createTempFile(SqliteFile.folder(target), ".pushback-", ".part");
      try {
        vacuumInto(file, part);
        mustBeSound(part);
        force(part);
        Files.createLink(target, part);
        return Files.size(target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException e) {
      throw new StoreException(target + " exists already. Name a file that doesn't, or delete it");
    } catch (IOException | UnsupportedOperationException e) {
      throw new StoreException(
          "the folder of " + target + " can't be written to. Name a file elsewhere", e);
    } catch (SQLException e) {
      throw Complaints.about(new DatabaseUrl.File(target), e);
    }
  }

  /**
   * The databases of ours that lie beside this one, such as {@code ….before-restore}, with what
   * belongs to them; in the order of their names.
   *
   * @throws IOException if the folder can't be read
   */
  public static List<Path> beside(DatabaseUrl url) throws IOException {
    if (!(url instanceof DatabaseUrl.File file)) {
      return List.of();
    }
    Path own = file.path().toAbsolutePath();
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(SqliteFile.folder(own))) {
      for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
        if (!one.equals(own) && isOurs(one)) {
          found.add(one);
          Path log = Path.of(one + "-wal");
          if (Files.exists(log)) {
            found.add(log);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** By its first bytes: to open it would be to change it. */
  private static boolean isOurs(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(HEAD);
      return head.length == HEAD
          && new String(head, StandardCharsets.US_ASCII).startsWith("SQLite format 3")
          && ByteBuffer.wrap(head).getInt(HEAD - Integer.BYTES) == SqliteFile.APPLICATION;
    }
  }

  private static DatabaseUrl.File mustBeFile(DatabaseUrl url, String instead) {
    if (url instanceof DatabaseUrl.File file) {
      return file;
    }
    throw new StoreException(
        url instanceof DatabaseUrl.Postgres
            ? "PostgreSQL brings its own programs for this: " + instead
            : "what is kept in memory only can't be backed up");
  }

  private static void vacuumInto(DatabaseUrl.File file, Path part) throws SQLException {
    try (Connection connection = connect(file.path());
        PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
      statement.setString(1, part.toString());
      statement.execute();
    }
  }

  private static Connection connect(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection(new DatabaseUrl.File(path).jdbc());
  }

  /**
   * Looks whether a file is a database of ours and sound.
   *
   * @throws StoreException if it isn't
   */
  private static void mustBeSound(Path path) {
    DatabaseUrl url = new DatabaseUrl.File(path);
    try (Connection connection = connect(path)) {
      if (number(connection, "pragma application_id") != SqliteFile.APPLICATION) {
        throw new StoreException(path + " is no backup of pushback. Name another file");
      }
      if (!text(connection, "pragma integrity_check(1)").equals("ok")) {
        throw damaged(path);
      }
      Migrations.mustBeKnown(connection, url);
    } catch (SQLException e) {
      throw damaged(path);
    }
  }

  private static StoreException damaged(Path path) {
    return new StoreException(path + " is damaged, or is no database. Name another file");
  }

  private static int number(Connection connection, String sql) throws SQLException {
    return Integer.parseInt(text(connection, sql));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Puts one back, having checked it. The present database is kept beside it as {@code
   * ….before-restore}.
   *
   * @param force whether to do so although there is a database
   * @param now is noted in the restored database
   * @return where the present one is now; none if there was none
   * @throws StoreException if the backup isn't sound, there is a database, or it is in use
   */
  public static List<Path> restore(DatabaseUrl url, Path source, boolean force, Instant now) {
    DatabaseUrl.File file = mustBeFile(url, "pg_restore --clean --if-exists -d … FILE");
    Path target = file.path();
    if (!Files.isRegularFile(source)) {
      throw new StoreException("there is no file " + source);
    }
    Path folder = SqliteFile.folder(target);
    if (!Files.isDirectory(folder)) {
      throw new StoreException("the folder " + folder + " doesn't exist. Create it first");
    }
    Path old = Path.of(target + ".before-restore");
    if (Files.exists(target) && !force) {
      throw new StoreException(
          "there is a database at "
              + target
              + ". To replace it, stop the coach and add --force; it will be kept as "
              + old);
    }
    if (Files.exists(target) && Files.exists(old)) {
      throw new StoreException(
          old + " exists already, from an earlier restore. Move it away first");
    }
    try {
      Path part = Files.createTempFile(folder, ".pushback-", ".part");
      try {
        Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
        SqliteFile.forOwnerOnly(part);
        mustBeSound(part);
        note(part, now);
        force(part);
        boolean hadOne = Files.exists(target);
        if (hadOne) {
          mustNotBeInUse(file);
          for (String suffix : List.of("-wal", "-shm", "")) {
            Path one = Path.of(target + suffix);
            if (Files.exists(one)) {
              Files.move(one, Path.of(old + suffix));
            }
          }
        }
        Files.move(part, target);
        return hadOne ? List.of(old) : List.of();
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (SQLException e) {
      throw Complaints.about(url, e);
    } catch (IOException e) {
      throw new StoreException(
          "the folder " + folder + " can't be written to, or the backup can't be read", e);
    }
  }

  private static void note(Path path, Instant now) throws SQLException {
    try (Connection connection = connect(path);
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into store_note (name, value) values (?, ?) on conflict (name) do update"
                    + " set value = excluded.value")) {
      statement.setString(1, RESTORED);
      statement.setString(2, Long.toString(now.toEpochMilli()));
      statement.executeUpdate();
    }
  }

  /** A damaged one can't tell; it may be replaced. */
  private static void mustNotBeInUse(DatabaseUrl.File file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(0);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    try (Connection connection = config.createConnection(file.jdbc());
        Statement statement = connection.createStatement()) {
      statement.execute("begin exclusive");
      statement.execute("rollback");
    } catch (SQLException e) {
      if (Complaints.isBusy(e)) {
        throw new StoreException(
            file.path() + " is in use. Stop the coach (and what else has it open) first", e);
      }
    }
  }
}
