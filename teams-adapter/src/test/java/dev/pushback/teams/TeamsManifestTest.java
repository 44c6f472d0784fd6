package dev.pushback.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.pushback.store.Store;
import dev.pushback.testing.TestCoach;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifest and its icons are what Teams takes, and promise what the coach can do. */
class TeamsManifestTest {
  private static final Path FOLDER = Path.of("../config/teams");
  private static final int OPAQUE = 0xff000000;
  private static final int WHITE = 0xffffff;

  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonNode manifest =
      mapper.readTree(Files.readString(FOLDER.resolve("manifest.json")));
  private final JsonSchema schema = schema();

  TeamsManifestTest() throws IOException {
    // Reads files.
  }

  /** In one of its patterns, not for us, stands a backspace as only JavaScript writes it. */
  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            TeamsManifestTest.class.getResourceAsStream("MicrosoftTeams.schema.json"))) {
      String published = new String(in.readAllBytes(), UTF_8);
      return JsonSchemaFactory.getInstance(VersionFlag.V4)
          .getSchema(
              published.replace("\\\\f\\\\b", "\\\\f\\\\x08"),
              SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
  }

  private static BufferedImage image(String name) throws IOException {
    return ImageIO.read(FOLDER.resolve(name).toFile());
  }

  private static IntStream pixels(BufferedImage image) {
    return IntStream.of(
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @Test
  void itFollowsThePublishedSchema() {
    assertThat(schema.validate(manifest)).isEmpty();
  }

  /** That is not checked by the validator: the schema says it in a word of later drafts. */
  @Test
  void itIsOfTheVersionOfTheSchema() {
    String version = schema.getSchemaNode().at("/properties/manifestVersion/const").asText();

    assertThat(version).isEqualTo("1.29");
    assertThat(manifest.at("/manifestVersion").asText()).isEqualTo(version);
    assertThat(manifest.at("/$schema").asText()).contains("/v" + version + "/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "             | id                       | 'pushback'",
        "             | accentColor              | 'teal'",
        "             | nickname                 | 'coach'",
        "/name        | short                    | 'pushback, a coach for all the year'",
        "/description | short                    | 12",
        "/developer   | privacyUrl               | 'ftp://example.com'",
        "/bots/0      | scopes                   | ['everywhere']",
        "/bots/0      | supportsTargetedMessages | 'yes'",
        "/bots/0/commandLists/1           | triggers | ['shout']",
        "/bots/0/commandLists/0           | scopes   | 'personal'",
        "/composeExtensions/0/commands/0  | context  | ['elsewhere']",
        "/composeExtensions/0/commands/0  | triggers | ['mention']",
        "/composeExtensions/0/commands/0  | title    | 'Push back on this, and on that too'",
      },
      quoteCharacter = '"')
  void aBrokenOneIsFound(String where, String field, String wrong) throws IOException {
    JsonNode broken = manifest.deepCopy();
    ObjectNode part = (ObjectNode) broken.at(where == null ? "" : where);
    part.set(field, mapper.readTree(wrong.replace('\'', '"')));

    Set<ValidationMessage> found = schema.validate(broken);

    assertThat(found).isNotEmpty();
    assertThat(found.toString()).contains(field);
  }

  @Test
  void noTwoCommandsShareATitle() {
    assertThat(each(manifest.at("/bots/0/commandLists/0/commands")))
        .extracting(command -> command.path("title").asText())
        .hasSize(12)
        .doesNotHaveDuplicates();
  }

  /** Choosing one puts its title into the compose box; what is shown beside it has to run too. */
  @Test
  void theCoachKnowsEveryCommandAndEveryExample() {
    List<String> examples;
    try (Store store = TestCoach.store(TestCoach.clock())) {
      examples = TestCoach.coach(store).examples();
    }
    for (JsonNode command : manifest.at("/bots/0/commandLists/0/commands")) {
      String title = command.path("title").asText();
      String description = command.path("description").asText();

      assertThat(examples)
          .as(title)
          .anyMatch(
              example ->
                  example.equals(title)
                      || (example.startsWith(title + " ") && description.endsWith(": " + example)));
    }
  }

  @Test
  void onlyOneCommandIsForPlacesWhereOthersAreAndItIsAnsweredPrivately() {
    JsonNode shared = manifest.at("/bots/0/commandLists/1");

    assertThat(manifest.at("/bots/0/supportsTargetedMessages").asBoolean()).isTrue();
    assertThat(each(shared.path("triggers"))).extracting(JsonNode::asText).containsExactly("slash");
    assertThat(each(shared.path("scopes")))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("groupChat", "team");
    assertThat(shared.findValuesAsText("title")).containsExactly("pushback");
    assertThat(manifest.at("/bots/0/commandLists")).hasSize(2);
  }

  @Test
  void pushBackOnThisStandsAtMessagesAndAtTheComposeBox() {
    JsonNode action = manifest.at("/composeExtensions/0/commands/0");

    assertThat(action.path("id").asText()).isEqualTo("pushBackOnThis");
    assertThat(action.path("type").asText()).isEqualTo("action");
    assertThat(action.path("fetchTask").asBoolean()).isTrue();
    assertThat(each(action.path("context")))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("message", "compose");
  }

  /** It reads nothing that wasn't said or shown to it, and shows no page of its own. */
  @Test
  void itAsksForNoRightToReadAlong() {
    assertThat(manifest.has("authorization")).isFalse();
    assertThat(manifest.has("webApplicationInfo")).isFalse();
    assertThat(manifest.path("validDomains")).isEmpty();
  }

  @Test
  void theColourIconFillsItsSquare() throws IOException {
    BufferedImage icon = image(manifest.at("/icons/color").asText());

    assertThat(icon.getWidth()).isEqualTo(192);
    assertThat(icon.getHeight()).isEqualTo(192);
    assertThat(pixels(icon)).allMatch(pixel -> (pixel & OPAQUE) == OPAQUE);
  }

  /** Teams cuts it to a round or a hexagon, and puts the accent colour beside it. */
  @Test
  void theColourIconHasTheAccentColourOutsideOfTheMark() throws IOException {
    BufferedImage icon = image(manifest.at("/icons/color").asText());
    int accent = OPAQUE | Integer.decode(manifest.path("accentColor").asText());
    double inside = 192 * Math.sqrt(3) / 4;

    for (int y = 0; y < 192; y++) {
      for (int x = 0; x < 192; x++) {
        if (Math.hypot(x - 95.5, y - 95.5) > inside) {
          assertThat(icon.getRGB(x, y)).as(x + ", " + y).isEqualTo(accent);
        }
      }
    }
  }

  @Test
  void theOutlineIconIsWhiteOnNothing() throws IOException {
    BufferedImage icon = image(manifest.at("/icons/outline").asText());

    assertThat(icon.getWidth()).isEqualTo(32);
    assertThat(icon.getHeight()).isEqualTo(32);
    assertThat(pixels(icon).filter(pixel -> (pixel & OPAQUE) != 0))
        .isNotEmpty()
        .allMatch(pixel -> (pixel & WHITE) == WHITE);
    assertThat(pixels(icon).filter(pixel -> (pixel & OPAQUE) == 0).count())
        .isGreaterThan(32 * 32 / 2);
  }
}
