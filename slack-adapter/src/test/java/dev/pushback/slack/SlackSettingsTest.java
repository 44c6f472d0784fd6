package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.adapter.UnusableSettings;
import dev.pushback.slack.SlackSettings.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the adapter may be told, and what it says to everything else. */
class SlackSettingsTest {
  private static final String KEY = "a2V5IG9uZSwgd2l0aCB0aGlydHktdHdvIGJ5dGVzLi4=";

  /** {@code NAME=value} with spaces between, on top of a key. */
  private static Map<String, String> environment(String text) {
    Map<String, String> all = new HashMap<>(Map.of("PUSHBACK_KEY", KEY));
    for (String pair : text.split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        all.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return all;
  }

  private static SlackSettings read(String text) throws UnusableSettings {
    return SlackSettings.of(environment(text), StandardCharsets.UTF_8);
  }

  private static List<String> problems(Map<String, String> environment) {
    try {
      SlackSettings settings = SlackSettings.of(environment, StandardCharsets.UTF_8);
      throw new AssertionError("there is nothing wrong with " + settings);
    } catch (UnusableSettings e) {
      return e.problems();
    }
  }

  @Test
  void oneWorkspaceOverHttp() throws UnusableSettings {
    SlackSettings settings =
        read("SLACK_SIGNING_SECRET=hush SLACK_BOT_TOKEN=xoxb-1-a SLACK_CLIENT_ID=");

    assertThat(settings.signingSecret()).contains("hush");
    assertThat(settings.access()).isEqualTo(new Access.OneWorkspace("xoxb-1-a"));
    assertThat(settings.appToken()).isEmpty();
    assertThat(settings.apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
    assertThat(settings.listen().getPort()).isEqualTo(3_000);
    assertThat(settings.toString() + settings.access()).doesNotContain("hush", "xoxb");
  }

  @Test
  void manyWorkspacesOverHttp() throws UnusableSettings {
    SlackSettings settings =
        read(
            "SLACK_SIGNING_SECRET=hush SLACK_CLIENT_ID=1.2 SLACK_CLIENT_SECRET=s PUSHBACK_PORT=8080"
                + " SLACK_API_URL=http://127.0.0.1:9811/api");

    assertThat(settings.access()).isEqualTo(new Access.ManyWorkspaces("1.2", "s"));
    assertThat(settings.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9811/api/"));
    assertThat(settings.listen().getPort()).isEqualTo(8_080);
  }

  @Test
  void socketModeNeedsNoSigningSecret() throws UnusableSettings {
    SlackSettings settings = read("SLACK_APP_TOKEN=xapp-1-A SLACK_BOT_TOKEN=xoxb-1");

    assertThat(settings.appToken()).contains("xapp-1-A");
    assertThat(settings.signingSecret()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          SLACK_BOT_TOKEN=xoxb-1                                                             ; SLACK_SIGNING_SECRET isn't set. Set it to the Signing Secret
          SLACK_SIGNING_SECRET=s                                                             ; SLACK_BOT_TOKEN isn't set. Set it to the Bot User OAuth Token
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxp-1                                      ; SLACK_BOT_TOKEN must begin with xoxb-
          SLACK_APP_TOKEN=xoxb-1 SLACK_BOT_TOKEN=xoxb-1                                      ; SLACK_APP_TOKEN must begin with xapp-
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 SLACK_CLIENT_ID=1 SLACK_CLIENT_SECRET=s ; SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set
          SLACK_SIGNING_SECRET=s SLACK_CLIENT_ID=1                                           ; SLACK_CLIENT_SECRET isn't set, and SLACK_CLIENT_ID is
          SLACK_SIGNING_SECRET=s SLACK_CLIENT_SECRET=s                                       ; SLACK_CLIENT_ID isn't set, and SLACK_CLIENT_SECRET is
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 PUSHBACK_PORT=0                      ; PUSHBACK_PORT must be a port, from 1 to 65535
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 PUSHBACK_PORT=65536                  ; PUSHBACK_PORT must be a port, from 1 to 65535
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 PUSHBACK_PORT=http                   ; PUSHBACK_PORT must be a port, from 1 to 65535
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 PUSHBACK_OPS_PORT=3000               ; PUSHBACK_OPS_PORT is the same as PUSHBACK_PORT
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 SLACK_API_URL=http://slack.com/api/  ; SLACK_API_URL must be an https address
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 SLACK_API_URL=http://127.0.0.1.evil.example/ ; SLACK_API_URL must be an https address
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 SLACK_API_URL=https://u@evil.example/ ; SLACK_API_URL must be an https address
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 SLACK_API_URL=file:///etc/passwd     ; SLACK_API_URL must be an https address
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 PUSHBACK_KEY=                        ; PUSHBACK_KEY isn't set
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 PUSHBACK_KEY=c2hvcnQ=                ; PUSHBACK_KEY
          SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1 PUSHBACK_KEEP_DAYS=never             ; PUSHBACK_KEEP_DAYS must be a number
          """)
  void oneThingThatIsWrongIsOneLine(String environment, String says) {
    assertThat(problems(environment(environment)))
        .singleElement()
        .asString()
        .startsWith(says)
        .doesNotContain(KEY, "xoxp-1");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(problems(Map.of("SLACK_SIGNING_SECRET", " ", "PUSHBACK_PORT", "x")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("SLACK_SIGNING_SECRET"))
        .anyMatch(line -> line.startsWith("SLACK_BOT_TOKEN"))
        .anyMatch(line -> line.startsWith("PUSHBACK_PORT"))
        .anyMatch(line -> line.startsWith("PUSHBACK_KEY"));
  }

  /** An é in a command would fail its signature; long after the start, and for few people. */
  @Test
  void anotherCharacterSetIsRefused() {
    assertThatExceptionOfType(UnusableSettings.class)
        .isThrownBy(
            () ->
                SlackSettings.of(
                    environment("SLACK_SIGNING_SECRET=s SLACK_BOT_TOKEN=xoxb-1"),
                    StandardCharsets.ISO_8859_1))
        .withMessageContaining("-Dfile.encoding=UTF-8");
  }

  @Test
  void nobodyElseCanAskUnlessToldSo() throws UnusableSettings {
    String one = "SLACK_APP_TOKEN=xapp-1-A SLACK_BOT_TOKEN=xoxb-1";
    assertThat(read(one).listen().getAddress().isLoopbackAddress()).isTrue();
    assertThat(read(one + " PUSHBACK_HOST=0.0.0.0").listen().getAddress().isAnyLocalAddress())
        .isTrue();
  }

  @Test
  void aMisspeltNameStopsTheStart() {
    assertThat(problems(environment("SLACK_APP_TOKEN=xapp-1-A SLACK_SIGNIN_SECRET=x")))
        .anyMatch(problem -> problem.contains("SLACK_SIGNING_SECRET"));
  }
}
