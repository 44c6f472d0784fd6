package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifest names what the adapter listens for, within what Slack takes. */
class ManifestTest {
  private static final Path FILE = Path.of("../config/slack/manifest.yaml");

  private final JsonNode manifest = new YAMLMapper().readTree(Files.readString(FILE));

  ManifestTest() throws IOException {
    // Reads a file.
  }

  @ParameterizedTest
  @CsvSource({
    "/display_information/name,                  1,   35",
    "/display_information/description,           1,  140",
    "/display_information/long_description,    175, 4000",
    "/features/bot_user/display_name,            1,   80",
    "/features/shortcuts/0/name,                 1,   24",
    "/features/shortcuts/1/name,                 1,   24",
    "/features/shortcuts/0/description,          1,  150",
    "/features/shortcuts/1/description,          1,  150",
    "/features/slash_commands/0/command,         2,   32",
    "/features/slash_commands/0/description,     1, 2000",
    "/features/slash_commands/0/usage_hint,      1, 1000",
  })
  void textsAreAsLongAsSlackTakes(String where, int least, int most) {
    assertThat(manifest.at(where).asText()).hasSizeBetween(least, most);
  }

  @Test
  void whatItNamesIsListenedFor() {
    assertThat(manifest.at("/features/slash_commands/0/command").asText())
        .isEqualTo(Entries.COMMAND);
    assertThat(manifest.at("/features/shortcuts").findValuesAsText("callback_id"))
        .containsExactly(Shortcuts.ON_MESSAGE, Shortcuts.ANYWHERE);
    assertThat(manifest.at("/features/shortcuts").findValuesAsText("type"))
        .containsExactly("message", "global");
    assertThat(manifest.at("/features/app_home/home_tab_enabled").asBoolean()).isTrue();
    assertThat(manifest.at("/features/app_home/messages_tab_read_only_enabled").asBoolean(true))
        .isFalse();
    assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean()).isTrue();
  }

  @Test
  void theEventsAreThoseThatAreHeard() {
    assertThat(manifest.at("/settings/event_subscriptions/bot_events"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "app_home_opened",
            "app_uninstalled",
            "channel_id_changed",
            "channel_shared",
            "channel_unshared",
            "message.im",
            "tokens_revoked");
  }

  /** As its first lines say: taking marks away makes it one for HTTP. */
  @Test
  void itBecomesOneForHttp() throws IOException {
    String http =
        Files.readString(FILE)
            .replaceAll("# (url|request_url|message_menu_options_url|redirect_urls):", "$1:")
            .replaceAll("#   - https", "  - https")
            .replace("socket_mode_enabled: true", "socket_mode_enabled: false");
    JsonNode changed = new YAMLMapper().readTree(http);

    assertThat(changed.at("/settings/interactivity/request_url").asText()).startsWith("https://");
    assertThat(changed.at("/settings/event_subscriptions/request_url").asText())
        .endsWith("/slack/events");
    assertThat(changed.at("/features/slash_commands/0/url").asText()).endsWith("/slack/events");
    assertThat(changed.at("/oauth_config/redirect_urls/0").asText())
        .endsWith("/slack/oauth_redirect");
  }
}
