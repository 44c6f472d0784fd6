package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bolt speaks through the same client, so it repeats nothing either. */
class OneClientTest {
  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client = slack.client();

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  private static boolean posted(Slack through) throws IOException, SlackApiException {
    return through
        .methods(FakeSlack.TOKEN)
        .chatPostMessage(request -> request.channel("U1").text("hello"))
        .isOk();
  }

  @Test
  void slacksOwnLibraryRepeatsNothingOverADyingConnection() throws Exception {
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/chat.postMessage"))
                .inScenario("pooled")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{\"ok\":true,\"ts\":\"1.5\"}"))
                .willSetStateTo("dying"));
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/chat.postMessage"))
                .inScenario("pooled")
                .whenScenarioStateIs("dying")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    assertThat(posted(client.slack())).isTrue();
    assertThatIOException().isThrownBy(() -> posted(client.slack()));
    assertThat(slack.requests()).isEqualTo(2);
  }

  @Test
  void slacksOwnLibraryReadsOnlyAPartOfAHugeAnswer() {
    slack.answers("chat.postMessage", FakeSlack.status(200, " ".repeat(3_000_000)));
    assertThatIOException().isThrownBy(() -> posted(client.slack())).withMessage("too long");
  }

  @ParameterizedTest
  @CsvSource({
    "https://slack.com/api, https://slack.com/api/, ''",
    "https://slack.com/api/, https://slack.com/api/, ''",
    "https://slack-gov.com/api/, https://slack-gov.com/api/, ''",
    "http://127.0.0.1:9000, http://127.0.0.1:9000/, http://127.0.0.1:9000",
    "http://localhost:9000/api, http://localhost:9000/api/, http://localhost:9000",
    "http://[::1]:9000/api, http://[::1]:9000/api/, http://[::1]:9000"
  })
  void slackMayBeElsewhere(String given, String api, String answersAt) {
    WebSettings settings = WebSettings.at(given);
    assertThat(settings.api()).hasToString(api);
    assertThat(String.join(" ", settings.answersAt())).isEqualTo(answersAt);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "slack.com",
        "http://slack.com/api/",
        "http://10.0.0.1/api/",
        "ftp://127.0.0.1/",
        "https://ada:secret@slack.com/api/",
        "https://slack.com/api/?x=1",
        "https:///api/",
        "not an address"
      })
  void aTokenIsSentNowhereUnsafe(String api) {
    assertThatIllegalArgumentException().isThrownBy(() -> WebSettings.at(api));
  }

  @Test
  void thereIsATimeToWait() {
    URI api = URI.create("https://slack.com/api/");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebSettings(api, Duration.ZERO, Duration.ofSeconds(1), Set.of()));
    assertThat(WebSettings.at("https://slack.com/api/").connect()).isEqualTo(Duration.ofSeconds(3));
    assertThat(WebSettings.at("https://slack.com/api/").call()).isEqualTo(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @CsvSource({"D7/1.5, D7, 1.5", "D7/1503435956.000247, D7, 1503435956.000247"})
  void aMessageHasAName(String ref, String channel, String ts) {
    assertThat(MessageRef.parse(ref)).contains(new MessageRef(channel, ts));
    assertThat(new MessageRef(channel, ts)).hasToString(ref);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "D7/", "/1.5", "1.5"})
  void whatIsNoNameIsNoMessage(String ref) {
    assertThat(MessageRef.parse(ref)).isEmpty();
  }
}
