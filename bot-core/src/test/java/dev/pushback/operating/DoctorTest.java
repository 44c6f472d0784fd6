package dev.pushback.operating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.operating.Finding.Level;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.TestPostgres;
import dev.pushback.store.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor finds. */
class DoctorTest {
  private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

  @TempDir Path folder = Path.of("");

  private DatabaseUrl url() {
    return new DatabaseUrl.File(folder.resolve("pushback.db"));
  }

  private List<Finding> examine(Map<String, String> environment, DatabaseUrl url) {
    return examine(environment, url, InstantSource.system());
  }

  private static List<Finding> examine(
      Map<String, String> environment, DatabaseUrl url, InstantSource clock) {
    return new Doctor(environment, () -> url, clock, () -> "loads", host -> host.contains("slack"))
        .examine();
  }

  private static String fails(List<Finding> findings) {
    return findings.stream()
        .filter(one -> one.level() == Level.FAIL)
        .map(Finding::line)
        .toList()
        .toString();
  }

  @Test
  void aFreshHouseIsWellAndNothingIsMadeByLooking() throws IOException {
    List<Finding> findings = examine(Map.of(), url());

    assertThat(fails(findings)).isEqualTo("[]");
    assertThat(findings)
        .extracting(Finding::subject)
        .contains("settings", "key", "disk", "database", "clock", "time zones", "playbook");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aDatabaseInUseIsWell() {
    for (DatabaseUrl url : List.of(url(), TestPostgres.fresh())) {
      String ring = "1:" + TestStores.KEY_1;
      TestStores.open(url, TestStores.vault(ring), InstantSource.system()).close();

      assertThat(examine(Map.of("PUSHBACK_KEY", ring), url))
          .extracting(Finding::line)
          .anyMatch(line -> line.matches("ok +schema .*newest"))
          .anyMatch(line -> line.matches("ok +key .*fits the database"))
          .noneMatch(line -> line.startsWith("FAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUSHBACK_KEZ, Did you mean PUSHBACK_KEY?",
    "PUSHBAK_DB, Did you mean PUSHBACK_DB?",
    "PUSHBACK_DATABASE, there is no setting PUSHBACK_DATABASE",
    "SLACK_BOT_TOKN, Did you mean SLACK_BOT_TOKEN?",
    "PUSHBACK_PORT, must be a port",
    "PUSHBACK_OPS_PORT, must be a port",
    "PUSHBACK_KEEP_DAYS, must be a number of days",
    "PUSHBACK_KEY, is no Base64",
    "PUSHBACK_KEY_FILE, can't be read"
  })
  void aSettingThatIsWrongIsToldWithoutItsValue(String name, String says) {
    List<Finding> findings = examine(Map.of(name, "h-unter2"), url());

    assertThat(fails(findings)).contains(says);
    assertThat(findings).extracting(Finding::line).noneMatch(line -> line.contains(name + "="));
    if (!name.endsWith("_FILE")) {
      assertThat(findings.toString()).doesNotContain("h-unter2");
    }
  }

  @Test
  void settingsOfOtherProgramsAreLeftAlone() {
    assertThat(fails(examine(Map.of("SLACK_THEME", "x", "HOME", "/", "LANG", "C"), url())))
        .isEqualTo("[]");
  }

  @Test
  void aWrongKeyAndAFileThatOthersReadAreTold() throws IOException {
    TestStores.open(url(), TestStores.vault(TestStores.KEY_1), InstantSource.system()).close();
    Files.setPosixFilePermissions(
        folder.resolve("pushback.db"), PosixFilePermissions.fromString("rw-r--r--"));

    List<Finding> findings = examine(Map.of("PUSHBACK_KEY", TestStores.KEY_2), url());

    assertThat(fails(findings)).contains("isn't the key that the database was written with");
    assertThat(findings)
        .extracting(Finding::line)
        .anyMatch(line -> line.startsWith("warn") && line.contains("chmod 600"));
  }

  @Test
  void aDamagedFileIsTold() throws IOException {
    Files.writeString(folder.resolve("pushback.db"), "dear diary ".repeat(1_000));

    assertThat(fails(examine(Map.of(), url()))).contains("is damaged");
  }

  @Test
  void aFolderThatWasNamedAndIsNotThereIsTold() {
    DatabaseUrl nowhere = new DatabaseUrl.File(folder.resolve("nowhere").resolve("pushback.db"));

    assertThat(fails(examine(Map.of("PUSHBACK_DATA", "nowhere"), nowhere)))
        .contains("doesn't exist. Create it: mkdir -p " + folder.resolve("nowhere"));
    assertThat(fails(examine(Map.of(), nowhere))).as("made by the first start").isEqualTo("[]");
  }

  @Test
  void aKeyThatCannotBeReadIsNotSaidToFit() {
    TestStores.open(url(), InstantSource.system()).close();

    assertThat(examine(Map.of("PUSHBACK_KEY", "hello"), url()))
        .filteredOn(one -> one.subject().equals("key"))
        .extracting(Finding::level)
        .containsExactly(Level.FAIL);
  }

  @Test
  void clocksThatDifferAreTold() {
    DatabaseUrl url = TestPostgres.fresh();
    TestStores.inMemory(InstantSource.system()).close();

    assertThat(fails(examine(Map.of(), url, InstantSource.fixed(NOON.plusSeconds(1_000_000_000)))))
        .contains("clock", "NTP");
    assertThat(fails(examine(Map.of(), url(), InstantSource.fixed(Instant.EPOCH))))
        .contains("the year 1970");
  }

  @Test
  void hostsAreAskedOnlyIfTheSettingsNeedThem() {
    assertThat(examine(Map.of(), url())).extracting(Finding::subject).doesNotContain("network");
    assertThat(fails(examine(Map.of("SLACK_BOT_TOKEN", "x"), url()))).isEqualTo("[]");
    assertThat(fails(examine(Map.of("TEAMS_APP_ID", "x"), url())))
        .contains("login.microsoftonline.com doesn't answer", "smba.trafficmanager.net");
  }
}
