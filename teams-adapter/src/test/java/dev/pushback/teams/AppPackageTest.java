package dev.pushback.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip that Teams takes. */
class AppPackageTest {
  private static final String OURS = "8a6c1f0e-52b7-4d39-9c1a-7e40b2d5f163";
  private static final Path SOURCES = Path.of("../config/teams");

  @TempDir Path folder = Path.of("");

  private static Map<String, byte[]> unpacked(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private Path written(String name, String id) throws IOException {
    Path file = folder.resolve(name);
    AppPackage.write(file, id);
    return file;
  }

  @Test
  void theManifestAndTheIconsLieAtItsRoot() throws IOException {
    Map<String, byte[]> parts = unpacked(written("app.zip", OURS));

    assertThat(parts.keySet()).containsExactly("manifest.json", "color.png", "outline.png");
    assertThat(parts.get("color.png")).isEqualTo(Files.readAllBytes(SOURCES.resolve("color.png")));
    assertThat(parts.get("outline.png"))
        .isEqualTo(Files.readAllBytes(SOURCES.resolve("outline.png")));
  }

  @Test
  void itNamesTheBotEverywhereAndIsOtherwiseAsItWasWritten() throws IOException {
    String manifest =
        new String(
            unpacked(written("app.zip", OURS)).getOrDefault("manifest.json", new byte[0]), UTF_8);
    JsonNode read = new ObjectMapper().readTree(manifest);

    assertThat(read.at("/id").asText()).isEqualTo(OURS);
    assertThat(read.at("/bots/0/botId").asText()).isEqualTo(OURS);
    assertThat(read.at("/composeExtensions/0/botId").asText()).isEqualTo(OURS);
    assertThat(manifest.replace(OURS, AppPackage.PLACEHOLDER))
        .isEqualTo(Files.readString(SOURCES.resolve("manifest.json")));
    assertThat(manifest).doesNotContain(AppPackage.PLACEHOLDER);
  }

  /** Whenever and wherever it is made. */
  @Test
  void theSameAppMakesTheSameFile() throws IOException {
    try (ZipFile zip = new ZipFile(written("app.zip", OURS).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getTimeLocal))
          .hasSize(3)
          .containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
      assertThat(zip.stream().map(ZipEntry::getExtra)).containsOnlyNulls();
    }
    assertThat(written("one.zip", OURS)).hasSameBinaryContentAs(written("two.zip", OURS));
  }

  @Test
  void whatWasThereIsReplaced() throws IOException {
    Path file = folder.resolve("app.zip");
    Files.writeString(file, "something longer".repeat(10_000));

    AppPackage.write(file, OURS);

    assertThat(file).hasSameBinaryContentAs(written("two.zip", OURS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8A6C1F0E-52B7-4D39-9C1A-7E40B2D5F163",
        " 8a6c1f0e-52b7-4d39-9c1a-7e40b2d5f163\n",
      })
  void anIdMayBeWrittenInCapitalsOrWithSpaceAround(String id) throws IOException {
    assertThat(written("one.zip", id)).hasSameBinaryContentAs(written("two.zip", OURS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void whoeverHasNotLoadedTheSettingsIsToldSo(String nothing) {
    Path file = folder.resolve("app.zip");

    assertThatThrownBy(() -> AppPackage.write(file, nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("TEAMS_APP_ID isn't set", "Load the settings first");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pushback",
        "28:8a6c1f0e-52b7-4d39-9c1a-7e40b2d5f163",
        "8a6c1f0e52b74d399c1a7e40b2d5f163",
        "{8a6c1f0e-52b7-4d39-9c1a-7e40b2d5f163}",
        "8a6c1f0e-52b7-4d39-9c1a-7e40b2d5f16g",
        "8a6c1f0e-52b7-4d39-9c1a-7e40b2d5f163\", \"name\": \"",
        AppPackage.PLACEHOLDER,
      })
  void whatIsNoIdIsRefusedAndNothingIsWritten(String wrong) {
    Path file = folder.resolve("app.zip");

    assertThatThrownBy(() -> AppPackage.write(file, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TEAMS_APP_ID isn't an app's id. It's the one your bot is registered with at Azure,"
                + " and looks like 1b4e28ba-2fa1-41d2-883f-0016d3cca427.");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFolderInsteadOfAFileIsNoPlace() {
    assertThatThrownBy(() -> AppPackage.write(folder, OURS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            folder
                + " is a folder. Name a file in it, such as "
                + folder.resolve("pushback-teams.zip"));
  }

  @Test
  void aFolderThatIsMissingIsNamed() {
    Path file = folder.resolve("missing").resolve("app.zip");

    assertThatThrownBy(() -> AppPackage.write(file, OURS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "There's no folder " + folder.resolve("missing") + " to write the app package into.");
  }
}
