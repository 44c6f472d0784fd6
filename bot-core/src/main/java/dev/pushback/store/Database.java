package dev.pushback.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * An open database, brought to the newest schema.
 *
 * <p>SQLite has one connection that writes, so that nobody waits for a lock, and a few that read;
 * PostgreSQL has one pool. Calls of {@link #write} within {@link #write} are part of the same
 * transaction. Whatever fails in the database comes out as a {@link StoreException} that says how
 * to mend it.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int POSTGRES_CONNECTIONS = 16;

  /** Slack wants its answer within three seconds. */
  private static final long CONNECTION_MILLIS = 2_500;

  private final DatabaseUrl url;
  private final Optional<SqliteFile> file;
  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final Jdbi writing;
  private final Jdbi reading;

  private Database(DatabaseUrl url, Optional<SqliteFile> file, HikariDataSource writers) {
    this.url = url;
    this.file = file;
    this.writers = writers;
    this.readers = file.isPresent() ? pool(url, false) : writers;
    this.writing = jdbi(writers);
    this.reading = writers == readers ? writing : jdbi(readers);
  }

  /**
   * Opens it and applies the migrations that are missing. A file that isn't there is made, readable
   * by its owner only.
   *
   * @throws StoreException if it can't be used; the message says how to mend it
   */
  public static Database open(DatabaseUrl url) {
    Optional<SqliteFile> file =
        url instanceof DatabaseUrl.File one
            ? Optional.of(SqliteFile.prepare(one.path()))
            : Optional.empty();
    return open(url, file, writers -> Migrations.apply(writers, url));
  }

  /**
   * Opens one that is there, without changing anything: neither are migrations applied.
   *
   * @throws StoreException if it can't be used, or if there is none
   */
  public static Database openAsItIs(DatabaseUrl url) {
    return open(
        url,
        url instanceof DatabaseUrl.File one
            ? Optional.of(SqliteFile.existing(one.path()))
            : Optional.empty(),
        writers -> {});
  }

  private static Database open(
      DatabaseUrl url, Optional<SqliteFile> file, Consumer<DataSource> migrations) {
    HikariDataSource writers = pool(url, true);
    try {
      if (file.isPresent()) {
        file.get().mustBeOurs(writers);
      }
      migrations.accept(writers);
      return new Database(url, file, writers);
    } catch (RuntimeException e) {
      writers.close();
      throw isOfTheDatabase(e) ? Complaints.about(url, e) : e;
    }
  }

  /** A pool that connects when it is first asked. */
  private static HikariDataSource pool(DatabaseUrl url, boolean writes) {
    HikariConfig config = new HikariConfig();
    config.setConnectionTimeout(CONNECTION_MILLIS);
    if (url instanceof DatabaseUrl.Postgres) {
      config.setJdbcUrl(url.jdbc());
      config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
      config.setPoolName("postgres");
      config.setDataSourceProperties(DatabaseUrl.Postgres.properties());
    } else {
      config.setMaximumPoolSize(writes ? 1 : READERS);
      config.setMinimumIdle(writes ? 1 : 0);
      config.setPoolName(writes ? "writer" : "readers");
      config.setMaxLifetime(0);
      // Not by its address: to find a driver, all drivers would be loaded.
      config.setDataSource(SqliteFile.source(url));
      if (!writes) {
        config.setConnectionInitSql("pragma query_only = on");
      }
    }
    HikariDataSource pool = new HikariDataSource();
    config.copyStateTo(pool);
    return pool;
  }

  private static Jdbi jdbi(HikariDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    // Never the values: they are what people wrote.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  /**
   * Does some work in one transaction: all of it is kept, or nothing if it throws.
   *
   * @throws StoreException if the database fails
   */
  public <T> T write(Function<Handle, T> work) {
    file.ifPresent(SqliteFile::mustBeInPlace);
    return said(() -> writing.inTransaction(work::apply));
  }

  /**
   * Reads; sees nothing that an unfinished transaction wrote.
   *
   * @throws StoreException if the database fails
   */
  public <T> T read(Function<Handle, T> work) {
    return said(() -> reading.withHandle(work::apply));
  }

  /** The database's own clock; on SQLite the machine's. */
  public Instant time() {
    String sql =
        isPostgres()
            ? "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)"
            : "select cast((julianday('now') - 2440587.5) * 86400000 as integer)";
    return Instant.ofEpochMilli(read(handle -> handle.createQuery(sql).mapTo(Long.class).one()));
  }

  /** Does something that must not be in a transaction. */
  <T> T alone(Function<Handle, T> work) {
    file.ifPresent(SqliteFile::mustBeInPlace);
    return said(() -> writing.withHandle(work::apply));
  }

  private <T> T said(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw isOfTheDatabase(e) ? Complaints.about(url, e) : e;
    }
  }

  private static boolean isOfTheDatabase(RuntimeException e) {
    return e instanceof JdbiException || e instanceof PoolInitializationException;
  }

  /**
   * Reads all of it to see whether it is sound; PostgreSQL does that by itself, and is only asked
   * whether it is there.
   *
   * @throws StoreException if it isn't
   */
  public void check() {
    if (isPostgres()) {
      ping();
      return;
    }
    String found =
        read(handle -> handle.createQuery("pragma quick_check(1)").mapTo(String.class).one());
    if (!found.equals("ok")) {
      throw Complaints.damaged(url);
    }
  }

  /**
   * Asks whether it answers, and whether its file is still where it was.
   *
   * @throws StoreException if not
   */
  public void ping() {
    file.ifPresent(SqliteFile::mustBeInPlace);
    read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
  }

  /**
   * Compares every migration that was applied with those of this program.
   *
   * @return whether all of them were applied
   * @throws StoreException if they differ
   */
  public boolean hasNewestSchema() {
    return Migrations.validate(writers, url);
  }

  /**
   * Moves what was written lately into the file itself, on SQLite; false if somebody still reads
   * the older state.
   */
  public boolean checkpoint() {
    if (isPostgres()) {
      return true;
    }
    return alone(
        handle ->
            handle
                .createQuery("pragma wal_checkpoint(truncate)")
                .map((row, ctx) -> row.getInt(1) == 0)
                .one());
  }

  /** Has SQLite look at its indexes if they have changed much; PostgreSQL does that by itself. */
  public void optimize() {
    if (!isPostgres()) {
      // 0x10000: all tables, also those that this connection hasn't asked yet.
      int unused = alone(handle -> handle.execute("pragma optimize = 0x10002"));
    }
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
