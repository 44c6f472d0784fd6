package dev.pushback.store;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * Says what is wrong with a database and how to mend it, for everything that can go wrong there.
 * The only place where errors of the drivers are told apart.
 */
final class Complaints {
  private static final String RESTORE =
      "Restore a backup (./pushback restore FILE --force; the present file is kept beside it)";
  private static final int PRIMARY = 0xff;

  private Complaints() {}

  /** What to tell about an error of the driver, the pool or Jdbi. */
  static StoreException about(DatabaseUrl url, Throwable error) {
    Optional<SQLException> sql = deepest(error);
    String said =
        url instanceof DatabaseUrl.Postgres server
            ? aboutServer(server, sql.map(SQLException::getSQLState).orElse(""))
            : aboutFile(url, sql.map(SQLException::getErrorCode).orElse(0) & PRIMARY);
    return new StoreException(
        said.isEmpty()
            ? "the database " + url.shown() + " failed" + sql.map(Complaints::code).orElse("")
            : said,
        error);
  }

  private static String aboutFile(DatabaseUrl url, int code) {
    String shown = url.shown();
    if (is(code, SQLiteErrorCode.SQLITE_FULL)) {
      return "the disk is full, so nothing of this was kept; what was kept before is safe. Free some"
          + " space beside "
          + shown
          + ", then do it again";
    }
    if (is(code, SQLiteErrorCode.SQLITE_BUSY) || is(code, SQLiteErrorCode.SQLITE_LOCKED)) {
      return "another program has been holding "
          + shown
          + " for seconds; nothing of this was kept. Close what else has it open, or try again";
    }
    if (is(code, SQLiteErrorCode.SQLITE_READONLY) || is(code, SQLiteErrorCode.SQLITE_PERM)) {
      return "the database "
          + shown
          + " can't be written to. Allow it (file and folder, and the disk must not be read-only),"
          + " or set PUSHBACK_DB to another file";
    }
    if (is(code, SQLiteErrorCode.SQLITE_CANTOPEN)) {
      return "the database "
          + shown
          + " can't be opened. Its folder must exist, and both must be writable; or set PUSHBACK_DB"
          + " to another file";
    }
    if (is(code, SQLiteErrorCode.SQLITE_CORRUPT) || is(code, SQLiteErrorCode.SQLITE_NOTADB)) {
      return String.valueOf(damaged(url).getMessage());
    }
    if (is(code, SQLiteErrorCode.SQLITE_IOERR)) {
      return "the disk under " + shown + " reports an error. Check it, and make a backup elsewhere";
    }
    return "";
  }

  private static boolean is(int code, SQLiteErrorCode one) {
    return code == one.code;
  }

  /** What to tell about a file with something wrong inside. */
  static StoreException damaged(DatabaseUrl url) {
    return new StoreException(
        "the database "
            + url.shown()
            + " is damaged, or isn't a database. "
            + RESTORE
            + ", or set PUSHBACK_DB to another file");
  }

  /** What to tell about a file that holds nothing. */
  static StoreException emptied(DatabaseUrl url) {
    return new StoreException(
        "the database "
            + url.shown()
            + " is there, but empty: something emptied it. "
            + RESTORE
            + ", or delete the empty file to begin anew");
  }

  /** By the classes of SQLSTATE that PostgreSQL's manual lists in appendix A. */
  private static String aboutServer(DatabaseUrl.Postgres server, String state) {
    String shown = server.shown();
    if (state.startsWith("28")) {
      return "PostgreSQL doesn't let us in at "
          + shown
          + ": the user or the password in PUSHBACK_DB is wrong";
    }
    if (state.equals("3D000")) {
      return "PostgreSQL has no database of this name: " + shown + ". Create it with createdb";
    }
    if (state.startsWith("08")) {
      return "PostgreSQL can't be reached at "
          + shown
          + ". Check that it runs and that host and port in PUSHBACK_DB are right";
    }
    if (state.equals("42501") || state.equals("25006")) {
      return "PostgreSQL doesn't let us write at "
          + shown
          + ". The user in PUSHBACK_DB must own the schema, and the server must not be read-only";
    }
    if (state.startsWith("53")) {
      return "PostgreSQL has no room left at "
          + shown
          + " (disk, memory or connections); nothing of this was kept. Make some, then do it again";
    }
    if (state.startsWith("57") || state.startsWith("40")) {
      return "PostgreSQL gave up on a transaction at "
          + shown
          + "; nothing of this was kept. Try it again";
    }
    return "";
  }

  /** Whether a table that was asked for isn't there. */
  static boolean isMissingTable(SQLException error) {
    return "42P01".equals(error.getSQLState())
        || (error.getErrorCode() == SQLiteErrorCode.SQLITE_ERROR.code
            && String.valueOf(error.getMessage()).contains("no such table"));
  }

  /** Whether somebody else holds the file. */
  static boolean isBusy(SQLException error) {
    int code = error.getErrorCode() & PRIMARY;
    return is(code, SQLiteErrorCode.SQLITE_BUSY) || is(code, SQLiteErrorCode.SQLITE_LOCKED);
  }

  /** The code of an error of the database, and nothing for others. */
  static String code(Throwable error) {
    if (!(error instanceof SQLException sql)) {
      return "";
    }
    return sql.getSQLState() == null
        ? " (SQLite error " + sql.getErrorCode() + ")"
        : " (SQL state " + sql.getSQLState() + ")";
  }

  private static Optional<SQLException> deepest(Throwable error) {
    Optional<SQLException> found = Optional.empty();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getSQLState() != null || sql.getErrorCode() != 0 || found.isEmpty())) {
        found = Optional.of(sql);
      }
    }
    return found;
  }
}
