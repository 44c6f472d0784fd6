package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies made while the coach runs, and put back. */
class BackupTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final InstantSource CLOCK = InstantSource.fixed(StoreContract.NOON);

  @TempDir Path folder = Path.of("");

  private DatabaseUrl url() {
    return new DatabaseUrl.File(folder.resolve("pushback.db"));
  }

  private Path copy() {
    return folder.resolve("copy.db");
  }

  private Store open() {
    return TestStores.open(url(), CLOCK);
  }

  private static void keep(Store store, String id) {
    store.with(
        ADA,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
          memory.followUps().keep(StoreContract.followUp(id, "p1"));
          return true;
        });
  }

  private static List<String> ids(Store store) {
    return store.with(
        ADA, memory -> memory.followUps().open(1_000_000).stream().map(one -> one.id()).toList());
  }

  @Test
  void holdsEverythingThatWasAcknowledgedBeforeItBeganHoweverBusyTheCoachIs() throws Exception {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    AtomicBoolean go = new AtomicBoolean(true);
    CountDownLatch underWay = new CountDownLatch(200);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<String> before;
    try (Store store = open()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String prefix = "w" + i + "-";
        writers.add(
            threads.submit(
                () -> {
                  for (int n = 0; go.get(); n++) {
                    keep(store, prefix + n);
                    acknowledged.add(prefix + n);
                    underWay.countDown();
                  }
                }));
      }
      assertThat(underWay.await(1, TimeUnit.MINUTES)).isTrue();
      before = List.copyOf(acknowledged);
      Backup.make(url(), copy());
      go.set(false);
      for (Future<?> writer : writers) {
        writer.get(1, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }

    Backup.restore(url(), copy(), true, StoreContract.NOON);
    try (Store restored = open()) {
      assertThat(ids(restored)).containsAll(before).hasSizeGreaterThanOrEqualTo(200);
      assertThat(restored.restoredAt()).contains(StoreContract.NOON);
      restored.database().check();
    }
  }

  @Test
  void isReadableByItsOwnerOnlyAndStandsAlone() throws IOException {
    try (Store store = open()) {
      keep(store, "f1");
      assertThat(Backup.make(url(), copy())).isEqualTo(Files.size(copy()));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("pushback.db", "copy.db");
    }
  }

  @Test
  void overwritesNothing() throws IOException {
    open().close();
    Files.writeString(copy(), "mine");

    refuses(() -> Backup.make(url(), copy()), "exists already");
    assertThat(copy()).hasContent("mine");
  }

  @Test
  void aCopyOfNothingIsRefused() {
    refuses(() -> Backup.make(url(), copy()), "no database at");
    refuses(() -> Backup.make(new DatabaseUrl.InMemory(), copy()), "in memory only");
    refuses(() -> Backup.make(DatabaseUrl.of("jdbc:postgresql://db/x"), copy()), "pg_dump");
    assertThat(copy()).doesNotExist();
  }

  @Test
  void aDamagedDatabaseIsNotBackedUp() throws IOException {
    try (Store store = open()) {
      for (int i = 0; i < 50; i++) {
        keep(store, "f" + i);
      }
    }
    damage(folder.resolve("pushback.db"));

    refuses(() -> Backup.make(url(), copy()), "damaged");
    assertThat(copy()).doesNotExist();
  }

  private static void damage(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      byte[] noise = new byte[4096];
      Arrays.fill(noise, (byte) 0x5a);
      for (long at = 4096; at + 4096 <= file.length(); at += 8192) {
        file.seek(at);
        file.write(noise);
      }
    }
  }

  // Putting it back

  @Test
  void isPutBackWhereThereIsNothing() {
    try (Store store = open()) {
      keep(store, "f1");
      Backup.make(url(), copy());
    }
    DatabaseUrl elsewhere = new DatabaseUrl.File(folder.resolve("other.db"));

    assertThat(Backup.restore(elsewhere, copy(), false, StoreContract.NOON)).isEmpty();
    try (Store store = TestStores.open(elsewhere, CLOCK)) {
      assertThat(ids(store)).containsExactly("f1");
    }
  }

  @Test
  void replacesADatabaseOnlyIfToldToAndKeepsIt() {
    try (Store store = open()) {
      keep(store, "f1");
      Backup.make(url(), copy());
      keep(store, "f2");
    }
    refuses(() -> Backup.restore(url(), copy(), false, StoreContract.NOON), "--force");

    Path old = folder.resolve("pushback.db.before-restore");
    assertThat(Backup.restore(url(), copy(), true, StoreContract.NOON)).containsExactly(old);
    try (Store store = open();
        Store before = TestStores.open(new DatabaseUrl.File(old), CLOCK)) {
      assertThat(ids(store)).containsExactly("f1");
      assertThat(ids(before)).containsExactly("f1", "f2");
    }
    refuses(() -> Backup.restore(url(), copy(), true, StoreContract.NOON), "Move it away first");
  }

  @Test
  void replacesADamagedDatabase() throws IOException {
    try (Store store = open()) {
      keep(store, "f1");
      Backup.make(url(), copy());
    }
    damage(folder.resolve("pushback.db"));

    Backup.restore(url(), copy(), true, StoreContract.NOON);
    try (Store store = open()) {
      assertThat(ids(store)).containsExactly("f1");
    }
  }

  @Test
  void isNotPutBackWhileTheCoachRuns() {
    try (Store store = open()) {
      keep(store, "f1");
      Backup.make(url(), copy());

      refuses(() -> Backup.restore(url(), copy(), true, StoreContract.NOON), "is in use");
      keep(store, "f2");
      assertThat(ids(store)).containsExactly("f1", "f2");
    }
  }

  @Test
  void aBackupThatIsNoneIsRefusedAndNothingChanges() throws IOException {
    try (Store store = open()) {
      keep(store, "f1");
      Backup.make(url(), copy());
    }
    Path text = Files.writeString(folder.resolve("text"), "dear diary");
    refuses(() -> Backup.restore(url(), text, true, StoreContract.NOON), "damaged, or is no");
    refuses(
        () -> Backup.restore(url(), folder.resolve("none"), true, StoreContract.NOON), "no file");
    damage(copy());
    refuses(() -> Backup.restore(url(), copy(), true, StoreContract.NOON), "damaged");

    try (Store store = open()) {
      assertThat(ids(store)).containsExactly("f1");
    }
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String says) {
    assertThatExceptionOfType(StoreException.class).isThrownBy(call).withMessageContaining(says);
  }
}
