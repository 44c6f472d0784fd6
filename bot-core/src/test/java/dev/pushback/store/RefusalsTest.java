package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** What the store refuses, and that it says what is wrong and how to mend it. */
class RefusalsTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final InstantSource CLOCK = InstantSource.fixed(StoreContract.NOON);

  @TempDir Path folder = Path.of("");

  private Path path() {
    return folder.resolve("pushback.db");
  }

  private DatabaseUrl url() {
    return new DatabaseUrl.File(path());
  }

  /** A database with a few hundred partners in it, closed. */
  private void make() {
    try (Store store = TestStores.open(url(), CLOCK)) {
      fill(store, 0, 300);
    }
  }

  private static void fill(Store store, int from, int to) {
    store.with(
        ADA,
        memory -> {
          for (int i = from; i < to; i++) {
            memory.partners().keep(Partner.named("p" + i, "Partner number " + i, "vendor"));
          }
          return true;
        });
  }

  private static int partners(Store store) {
    return store.<Integer>with(ADA, memory -> memory.partners().all().size());
  }

  private void sql(String sql) {
    try (Connection connection = DriverManager.getConnection(url().jdbc());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void overwrite(long at, byte[] bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
      file.seek(at);
      file.write(bytes);
    }
  }

  private static void refuses(DatabaseUrl url, String... says) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () -> {
              try (Database database = Database.open(url)) {
                database.check();
              }
            })
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(says));
  }

  // A new one

  @Test
  void aNewFileIsReadableByItsOwnerOnlyAndNothingIsLeftBeside() throws IOException {
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
    try (Store store = TestStores.open(url(), CLOCK)) {
      fill(store, 0, 1);

      try (var files = Files.list(folder)) {
        List<Path> all = files.sorted().toList();
        assertThat(all)
            .extracting(file -> file.getFileName().toString())
            .containsExactly("pushback.db", "pushback.db-shm", "pushback.db-wal");
        for (Path file : all) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(file.toString())
              .isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  void theLibraryHasNoneOfTheVersionsThatCouldDamageAFile() {
    try (Database database = Database.open(new DatabaseUrl.InMemory())) {
      String version =
          database.read(
              handle -> handle.createQuery("select sqlite_version()").mapTo(String.class).one());
      // 3.7.0 to 3.51.2 could, with several connections in write-ahead mode.
      assertThat(java.lang.Runtime.Version.parse(version))
          .isGreaterThanOrEqualTo(java.lang.Runtime.Version.parse("3.51.3"));
    }
  }

  // Places

  @Test
  void aFolderThatDoesNotExist() {
    refuses(
        new DatabaseUrl.File(folder.resolve("nowhere/pushback.db")),
        "nowhere doesn't exist",
        "Create it",
        "PUSHBACK_DB");
  }

  @Test
  void aFolderInsteadOfAFile() {
    refuses(new DatabaseUrl.File(folder), "is a folder", "pushback.db");
  }

  @Test
  void aFolderThatCantBeWrittenTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(locked)).as("root may write everywhere").isFalse();

    refuses(new DatabaseUrl.File(locked.resolve("pushback.db")), "can't be written to");
  }

  @Test
  void aFolderInWhichNobodyCanMakeFiles() {
    Path kernels = Path.of("/proc");
    assumeThat(Files.isDirectory(kernels)).isTrue();

    refuses(new DatabaseUrl.File(kernels.resolve("pushback.db")), "can't be written to");
  }

  @Test
  void aFileThatCantBeWrittenTo() throws SQLException {
    make();
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection = config.createConnection(url().jdbc());
        Statement statement = connection.createStatement()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute("delete from partner"))
          .satisfies(
              error ->
                  assertThat(Complaints.about(url(), error))
                      .hasMessageContaining("can't be written to")
                      .hasMessageContaining(path().toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://localhost/x",
        "postgres://localhost/x",
        "http://x",
        "",
        "pushback.db?open_mode=1"
      })
  void anAddressOfAnotherKind(String address) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DatabaseUrl.of(address))
        .withMessageContaining("PUSHBACK_DB must");
  }

  // Contents

  @Test
  void aDamagedHeader() throws IOException {
    make();
    overwrite(0, new byte[64]);
    refuses(url(), "is damaged", "./pushback restore", path().toString());
  }

  @Test
  void aFileThatWasCutOff() throws IOException {
    make();
    try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    refuses(url(), "is damaged", "./pushback restore");
  }

  @Test
  void damageInTheMiddleIsFoundByTheCheckAndNotByTheQuickStart() throws IOException {
    make();
    long page;
    try (Database database = Database.open(url())) {
      page =
          database.read(
              handle ->
                  handle
                      .createQuery("select rootpage from sqlite_master where name = 'contact'")
                      .mapTo(Long.class)
                      .one());
    }
    byte[] noise = new byte[4096];
    Arrays.fill(noise, (byte) 0x5a);
    overwrite((page - 1) * 4096, noise);

    refuses(url(), "is damaged", "./pushback restore");
    Database.open(url()).close();
  }

  @Test
  void aFileThatWasEmptiedIsNotNew() throws IOException {
    make();
    try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
      file.setLength(0);
    }
    refuses(url(), "is there, but empty", "restore", "delete the empty file");
    assertThat(Files.size(path())).isZero();
  }

  @Test
  void aDatabaseWithoutTablesIsNotNewEither() {
    sql("pragma user_version = 1");
    refuses(url(), "is there, but empty", "restore");
  }

  @Test
  void theDatabaseOfAnotherProgram() {
    sql("create table bookmarks (url text)");
    refuses(url(), "of another program", "PUSHBACK_DB");
  }

  // Schemas

  @Test
  void aSchemaOfANewerProgram() {
    make();
    sql(
        "insert into flyway_schema_history select 99, '99', 'future', type, 'V99__future.sql', 1,"
            + " installed_by, installed_on, 1, 1 from flyway_schema_history where installed_rank ="
            + " 1");
    // What the newer program would have left.
    sql("update store_note set value = 'of the newer' where name = 'schema'");
    String ours = Migrations.SCRIPTS.get(Migrations.SCRIPTS.size() - 1).replaceAll("V|__.*", "");

    refuses(
        url(),
        "has schema 99",
        "this program knows up to " + ours,
        "Start the newest program",
        "restore a backup");
  }

  @Test
  void aMigrationThatWasEdited() {
    make();
    sql("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
    sql("update store_note set value = 'of the edited' where name = 'schema'");

    refuses(url(), "another version of migration 1", "edited", "new migration");
  }

  @Test
  void theDoctorsCheckOfMigrationsDoesNotTrustTheFingerprint() {
    make();
    sql("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
    try (Database database = Database.open(url())) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(database::hasNewestSchema)
          .withMessageContaining("edited");
    }
  }

  @Test
  void everyMigrationIsInTheList() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/dev/pushback/store/migrations"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Migrations.SCRIPTS);
    }
  }

  // While it runs

  @Test
  void aFullDiskKeepsNothingOfTheWriteAndEverythingElse() {
    try (Store store = TestStores.open(url(), CLOCK)) {
      fill(store, 0, 10);
      limitPages(store, "(select page_count from pragma_page_count) + 4");

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> fill(store, 10, 5_000))
          .withMessageContaining("the disk is full")
          .withMessageContaining("Free some space");
      assertThat(partners(store)).isEqualTo(10);

      limitPages(store, "1000000");
      fill(store, 10, 500);
      assertThat(partners(store)).isEqualTo(500);
      store.database().check();
    }
  }

  private static void limitPages(Store store, String pages) {
    store
        .database()
        .alone(
            handle -> {
              int most = handle.createQuery("select " + pages).mapTo(Integer.class).one();
              return handle
                  .createQuery("pragma max_page_count = " + most)
                  .mapTo(Integer.class)
                  .one();
            });
  }

  @Test
  void aFileThatIsDeletedWhileOpen() throws IOException {
    try (Store store = TestStores.open(url(), CLOCK)) {
      fill(store, 0, 10);
      Files.delete(path());

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> fill(store, 10, 20))
          .withMessageContaining("deleted or replaced")
          .withMessageContaining("restore a backup");
      assertThatExceptionOfType(StoreException.class).isThrownBy(store.database()::ping);
    }
  }

  @Test
  void aFileThatAnotherProgramHolds() throws SQLException {
    try (Store store = TestStores.open(url(), CLOCK);
        Connection other = DriverManager.getConnection(url().jdbc());
        Statement statement = other.createStatement()) {
      fill(store, 0, 10);
      statement.execute("begin immediate");

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> fill(store, 10, 20))
          .withMessageContaining("another program has been holding");

      statement.execute("rollback");
      fill(store, 10, 20);
      assertThat(partners(store)).isEqualTo(20);
    }
  }

  @Test
  void neitherMessagesNorCausesHoldValues() {
    for (DatabaseUrl url : List.of(url(), TestPostgres.fresh())) {
      try (Database database = Database.open(url)) {
        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(
                () ->
                    database.write(
                        handle ->
                            handle
                                .createUpdate(
                                    "insert into partner (tenant_id, user_id, id, name, kind)"
                                        + " values ('canary-a', 'canary-b', :id, 'canary-c',"
                                        + " 'canary-d')")
                                .bind("id", "canary-e")
                                .execute()))
            .satisfies(
                refusal -> {
                  for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
                    assertThat(cause.toString()).doesNotContain("canary");
                    assertThat(cause.getSuppressed()).isEmpty();
                  }
                });
      }
    }
  }

  // PostgreSQL

  @Test
  void aServerThatIsNotThere() {
    refuses(
        DatabaseUrl.of("jdbc:postgresql://127.0.0.1:1/pushback?user=ada&password=hunter2"),
        "can't be reached",
        "127.0.0.1:1/pushback");
  }

  @ParameterizedTest
  @CsvSource({
    "pushback_missing, hunter2, has no database of this name",
    "postgres, hunter3, the user or the password in PUSHBACK_DB is wrong"
  })
  void aServerThatDoesNotLetUsIn(String database, String password, String says) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Database.open(TestPostgres.entered(database, password)).close())
        .withMessageContaining(says)
        .satisfies(
            refusal -> {
              for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("hunter");
              }
            });
  }

  @Test
  void anAddressIsShownWithoutItsPassword() {
    DatabaseUrl url = TestPostgres.entered("postgres", "hunter2");

    assertThat(url + url.shown()).doesNotContain("hunter2").contains("postgres");
    assertThat(DatabaseUrl.of("jdbc:postgresql://ada:hunter2@db/x").shown())
        .isEqualTo("postgresql://db/x");
  }
}
