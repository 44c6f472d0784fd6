package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pushback.slack.PretendSlack.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody expects gets one private, specific answer, and loses nothing. */
class OddInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scene scene = new Scene();

  OddInputTest() throws IOException {
    // Scene starts a server, which may fail.
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void eightThousandCharactersAreTooMany() throws IOException {
    assertThat(scene.said("they want more, ".repeat(500)).shown())
        .contains("Only you can see this", "long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u0000\u202e", "???", "https://example.org"})
  void whatSaysNothingIsAskedAbout(String text) throws IOException {
    assertThat(scene.said(text).shown()).contains("Only you can see this").hasSizeGreaterThan(40);
  }

  @Test
  void marksOfSlackStayWhatWasTyped() throws IOException {
    String typed =
        "they want &lt;!channel&gt; and &lt;@U1&gt; by *Friday*, we need <https://evil.example|the bank>";

    Call answer = scene.said("reframe they never listen, " + typed);

    assertThat(answer.body().toString()).doesNotContain("mrkdwn");
    assertThat(scene.said("track <!here> with <@U9|Rivera> by Friday").body().toString())
        .doesNotContain("mrkdwn", "<!here>");
  }

  @Test
  void aButtonOfSomethingThatEndedSaysSo() throws IOException {
    Call tracked = scene.said("track the signed NDA with Rivera by Friday");
    scene.said("done the NDA");
    scene.slack.forget();

    scene.press("C1", tracked.button("It came"));

    assertThat(scene.slack.await("respond").shown()).contains("Only you can see this");
    assertThat(scene.slack.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
        "x",
        "|forget me now please",
        "nobody|softer",
        "|done 0123",
        "\u0000|\u0000"
      })
  void aForgedButtonDoesNoMoreThanAPressedOne(String value) throws IOException {
    assertThat(scene.press("C1", value).statusCode()).isEqualTo(200);
    assertThat(scene.said("waiting").shown()).contains("Only you can see this");
  }

  @Test
  void aWindowWithoutAnythingInItIsAnsweredInTheWindow() throws IOException {
    scene.shortcut();
    Call window = scene.slack.await("views.open");

    HttpResponse<String> response = scene.submit("U1", window, "V1", "h1", Map.of());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).path("response_action").asText())
        .isIn("update", "errors");
  }

  @Test
  void ifTheWindowComesTooLateThePersonIsWrittenTo() throws IOException {
    Call script = scene.said("they want the kick-off in February, we need April");
    scene.slack.fails("views.open", "expired_trigger_id");
    scene.slack.forget();

    scene.press("C1", script.button("They answered"));

    Call written = scene.slack.await("chat.postMessage");
    assertThat(written.buttons()).containsValue(script.button("They answered"));
  }

  @Test
  void anAnswerThatCanNotBeShownInPlaceIsWritten() throws IOException {
    scene.slack.refusesAnswers(true);

    HttpResponse<String> unused = scene.command("C1", "help");

    assertThat(scene.slack.await("chat.postMessage").body().path("channel").asText())
        .isEqualTo("U1");
  }
}
