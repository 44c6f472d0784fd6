package dev.pushback.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * An open database, brought to the newest schema.
 *
 * <p>SQLite has one connection that writes, so that nobody waits for a lock, and a few that read;
 * PostgreSQL has one pool. Calls of {@link #write} within {@link #write} are part of the same
 * transaction.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int POSTGRES_CONNECTIONS = 16;
  private static final int BUSY_MILLIS = 5_000;
  private static final int CACHE_KIB = 65_536;
  private static final int JOURNAL_BYTES = 64 << 20;

  /** Slack wants its answer within three seconds. */
  private static final long CONNECTION_MILLIS = 2_500;

  private final DatabaseUrl url;
  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final Jdbi writing;
  private final Jdbi reading;

  private Database(DatabaseUrl url, HikariDataSource writers, HikariDataSource readers) {
    this.url = url;
    this.writers = writers;
    this.readers = readers;
    this.writing = jdbi(writers);
    this.reading = writers == readers ? writing : jdbi(readers);
  }

  /**
   * Opens it and applies the migrations that are missing.
   *
   * @throws StoreException if it can't be used; the message says how to mend it
   */
  public static Database open(DatabaseUrl url) {
    HikariDataSource writers = new HikariDataSource(config(url, true));
    try {
      Migrations.apply(writers, url);
      return new Database(
          url,
          writers,
          url instanceof DatabaseUrl.File ? new HikariDataSource(config(url, false)) : writers);
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static HikariConfig config(DatabaseUrl url, boolean writes) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url.jdbc());
    config.setConnectionTimeout(CONNECTION_MILLIS);
    if (url instanceof DatabaseUrl.Postgres) {
      config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
      config.setPoolName("postgres");
      return config;
    }
    config.setMaximumPoolSize(writes ? 1 : READERS);
    config.setMinimumIdle(writes ? 1 : 0);
    config.setPoolName(writes ? "writer" : "readers");
    config.setMaxLifetime(0);
    config.setDataSourceProperties(sqlite().toProperties());
    if (!writes) {
      config.setConnectionInitSql("pragma query_only = on");
    }
    return config;
  }

  /** Tried settings; FULL, since an acknowledged follow-up must survive a loss of power. */
  private static SQLiteConfig sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setCacheSize(-CACHE_KIB);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    config.setTempStore(TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
    return config;
  }

  private static Jdbi jdbi(HikariDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    // Never the values: they are what people wrote.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  /** Does some work in one transaction: all of it is kept, or nothing if it throws. */
  public <T> T write(Function<Handle, T> work) {
    return writing.inTransaction(work::apply);
  }

  /** Reads; sees nothing that an unfinished transaction wrote. */
  public <T> T read(Function<Handle, T> work) {
    return reading.withHandle(work::apply);
  }

  /** Where it is. */
  public DatabaseUrl url() {
    return url;
  }

  /** Whether it is a PostgreSQL server. */
  public boolean isPostgres() {
    return url instanceof DatabaseUrl.Postgres;
  }

  /** The source of connections that may write. */
  HikariDataSource writers() {
    return writers;
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  @Override
  public String toString() {
    return url.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " database";
  }
}
