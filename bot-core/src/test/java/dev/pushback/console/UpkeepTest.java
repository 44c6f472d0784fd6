package dev.pushback.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.operating.Opening;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.store.Store;
import dev.pushback.store.StoreException;
import dev.pushback.store.TestStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking after the memory from the command line. */
class UpkeepTest {
  private static final Person ME = new Person("console", "me");

  @TempDir Path folder = Path.of("");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private Opening opening(Map<String, String> environment) {
    return new Opening(
        environment,
        folder,
        TestStores.ids(),
        () -> new byte[12],
        InstantSource.fixed(Instant.parse("2026-03-10T12:00:00Z")));
  }

  private Upkeep upkeep() {
    return new Upkeep(opening(Map.of()), out, out);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void remember(String partner) {
    try (Store store = opening(Map.of()).store()) {
      store.with(
          ME,
          memory -> {
            memory.partners().keep(Partner.named(partner, partner, "vendor"));
            return true;
          });
    }
  }

  @Test
  void aBackupIsMadeAndPutBack() {
    remember("Rivera");
    String copy = folder.resolve("copy.db").toString();
    assertThat(upkeep().backup(List.of(copy))).isZero();
    remember("Okafor");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> upkeep().restore(List.of(copy), false))
        .withMessageContaining("--force");
    assertThat(upkeep().restore(List.of(copy), true)).isZero();

    assertThat(said())
        .contains("Backed up to " + copy, "checked it")
        .contains("Restored", "kept as", "before-restore");
    try (Store store = opening(Map.of()).store()) {
      assertThat(store.<Integer>with(ME, memory -> memory.partners().all().size())).isEqualTo(1);
    }
  }

  @Test
  void anExportGoesToTheScreenOrToANewFile() throws IOException {
    remember("Rivera");
    Path file = folder.resolve("me.json");

    assertThat(upkeep().export(List.of("-"), ME)).isZero();
    assertThat(said()).contains("\"partners\"", "\"name\" : \"Rivera\"");
    assertThat(upkeep().export(List.of(file.toString()), ME)).isZero();
    assertThat(file).content().contains("Rivera");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> upkeep().export(List.of(file.toString()), ME))
        .withMessageContaining("exists already");
  }

  @Test
  void forgettingNeedsAYesAndShowsTheProof() throws IOException {
    remember("Rivera");

    assertThat(upkeep().forget(ME, false)).isEqualTo(2);
    assertThat(said()).contains("can't be undone", "--yes");
    assertThat(upkeep().forget(ME, true)).isZero();
    assertThat(said())
        .containsPattern("partners +1 deleted, 0 left")
        .contains("Everything is forgotten");
  }

  @Test
  void forgettingTakesTheTypedLinesAndNamesTheCopiesThatLieAbout() throws IOException {
    remember("Rivera");
    assertThat(upkeep().backup(List.of(folder.resolve("copy").toString()))).isZero();
    assertThat(upkeep().restore(List.of(folder.resolve("copy").toString()), true)).isZero();
    Path history = Files.writeString(folder.resolve("history"), "tell Rivera no");
    bytes.reset();

    assertThat(upkeep().forget(new Person("slack:T1", "U1"), true)).isZero();
    assertThat(history).exists();
    assertThat(upkeep().forget(ME, true)).isZero();

    assertThat(history).doesNotExist();
    assertThat(said())
        .contains("Deleted the history of typed lines")
        .contains(folder.resolve("copy") + " may hold it")
        .contains(folder.resolve("pushback.db.before-restore") + " may hold it")
        .doesNotContain(folder.resolve("pushback.db") + " may hold it");
  }

  @Test
  void thatAnotherProgramRestoredIsNoted() throws IOException {
    remember("Rivera");
    assertThat(upkeep().restored()).isZero();
    assertThat(upkeep().restored()).isZero();
    try (Store store = opening(Map.of()).store()) {
      assertThat(store.restoredAt()).contains(Instant.parse("2026-03-10T12:00:00Z"));
    }
  }

  @Test
  void withoutAMemoryNothingIsMade() throws IOException {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> upkeep().export(List.of("-"), ME))
        .withMessageContaining("nothing is remembered yet");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aMissingFileNameIsWrongUsage() throws IOException {
    assertThat(upkeep().backup(List.of())).isEqualTo(2);
    assertThat(upkeep().restore(List.of(), true)).isEqualTo(2);
    assertThat(upkeep().export(List.of(), ME)).isEqualTo(2);
    assertThat(said()).contains("backup FILE", "restore FILE", "export -");
  }

  @Test
  void aWrongKeyMakesNoDatabase() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> opening(Map.of("PUSHBACK_KEY", "c2hvcnQ=")).store())
        .withMessageContaining("32 bytes");
    assertThat(folder.resolve("pushback.db")).doesNotExist();
  }
}
