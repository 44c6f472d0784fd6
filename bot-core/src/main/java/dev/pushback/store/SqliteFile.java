package dev.pushback.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * A file that is a SQLite database of ours, and still the one that was opened. One that was emptied
 * or deleted must not pass for a new one: everything the coach remembers would seem never to have
 * been.
 */
final class SqliteFile {
  /** "push"; tells our files from those of other programs. */
  static final int APPLICATION = 0x70757368;

  private static final int BUSY_MILLIS = 2_000;
  private static final int CACHE_KIB = 65_536;
  private static final int JOURNAL_BYTES = 64 << 20;

  private final DatabaseUrl.File url;

  /** Tells one file from another of the same name; none where the system has no such thing. */
  private final @Nullable Object key;

  private SqliteFile(DatabaseUrl.File url) {
    this.url = url;
    this.key = key(url.path());
  }

  /**
   * Sees to it that there is a file.
   *
   * @throws StoreException if there can't be one, or if it is empty
   */
  static SqliteFile prepare(Path path) {
    DatabaseUrl.File url = new DatabaseUrl.File(path);
    Path folder = folder(path);
    if (!Files.isDirectory(folder)) {
      throw new StoreException(
          "the folder "
              + folder
              + " doesn't exist. Create it, or set PUSHBACK_DB to a file elsewhere");
    }
    if (Files.isDirectory(path)) {
      throw new StoreException(
          path + " is a folder. Set PUSHBACK_DB to a file, such as " + path.resolve("pushback.db"));
    }
    if (!Files.exists(path)) {
      create(url, folder);
    }
    return existing(path);
  }

  /**
   * A file that must be there already.
   *
   * @throws StoreException if it isn't, or if it is empty
   */
  static SqliteFile existing(Path path) {
    DatabaseUrl.File url = new DatabaseUrl.File(path);
    if (!Files.isRegularFile(path)) {
      throw new StoreException("there is no database at " + path);
    }
    if (size(path) == 0) {
      throw Complaints.emptied(url);
    }
    return new SqliteFile(url);
  }

  static Path folder(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? path.toAbsolutePath() : folder;
  }

  /**
   * Makes a complete database beside, then gives it the name: whoever is interrupted leaves no half
   * of one, and of two at once the second takes the first one's.
   */
  private static void create(DatabaseUrl.File url, Path folder) {
    try {
      // Files of this kind are readable by their owner only.
      Path fresh = Files.createTempFile(folder, ".pushback-", ".new");
      try {
        DataSource source = source(new DatabaseUrl.File(fresh));
        try (Connection connection = source.getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("pragma application_id = " + APPLICATION);
        }
        Migrations.apply(source, url);
        publish(fresh, url.path());
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (FileAlreadyExistsException e) {
      // Somebody else was faster; theirs is as good.
      return;
    } catch (IOException e) {
      throw new StoreException(
          "the folder "
              + folder
              + " can't be written to. Allow it, or set PUSHBACK_DB to a file elsewhere",
          e);
    } catch (SQLException e) {
      throw Complaints.about(url, e);
    }
  }

  /** Takes everybody else's permissions away, where there are such things. */
  static void forOwnerOnly(Path path) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void publish(Path fresh, Path name) throws IOException {
    try {
      Files.createLink(name, fresh);
    } catch (UnsupportedOperationException e) {
      Files.move(fresh, name);
    }
  }

  /** Connects to a file, or to memory, with our settings. */
  static DataSource source(DatabaseUrl url) {
    SQLiteDataSource source = new SQLiteDataSource(settings());
    source.setUrl(url.jdbc());
    return source;
  }

  /** Tried settings; FULL, since an acknowledged follow-up must survive a loss of power. */
  private static SQLiteConfig settings() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setCacheSize(-CACHE_KIB);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    config.setTempStore(TempStore.MEMORY);
    config.setPragma(Pragma.SECURE_DELETE, "on");
    return config;
  }

  /**
   * Looks inside.
   *
   * @throws StoreException if it is damaged, empty, or the database of another program
   */
  void mustBeOurs(DataSource source) {
    try (Connection connection = source.getConnection()) {
      mustBeOurs(connection);
    } catch (SQLException e) {
      throw Complaints.about(url, e);
    }
  }

  private void mustBeOurs(Connection connection) throws SQLException {
    if (number(connection, "pragma application_id") == APPLICATION
        && number(connection, "select count(*) from sqlite_master") > 0) {
      return;
    }
    if (number(connection, "select count(*) from sqlite_master") == 0) {
      throw Complaints.emptied(url);
    }
    throw new StoreException(
        url.path() + " is the database of another program. Set PUSHBACK_DB to a file of our own");
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /**
   * Looks whether the file is still where it was; what is written to a deleted one is lost.
   *
   * @throws StoreException if it isn't
   */
  void mustBeInPlace() {
    Object now = key(url.path());
    if (key != null && !key.equals(now)) {
      throw new StoreException(
          "the database "
              + url.path()
              + " was deleted or replaced while it was open, so nothing can be kept. Put it back or"
              + " restore a backup, then start again");
    }
  }

  private static @Nullable Object key(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new StoreException("the database " + path + " can't be read. Allow it", e);
    }
  }
}
