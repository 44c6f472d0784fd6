package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.teams.Scene.Answer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody expects gets one private, specific answer, and loses nothing. */
class OddInputTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";
  private static final String UNKNOWN = "I don't know this button. Please ask me anew.";

  private final Scene scene = new Scene();

  OddInputTest() throws IOException {
    // Scene starts servers, which may fail.
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Seen onlyAnswer() {
    scene.finish();
    assertThat(scene.teams.calls()).hasSize(1);
    Call answer = scene.teams.calls().get(0);
    assertThat(answer.conversation()).isEqualTo(Scene.chat("ada"));
    return answer.seen();
  }

  private static JsonNode json(String text) throws IOException {
    return Scene.JSON.readTree(text);
  }

  @Test
  void aHundredThousandCharactersAreTooMany() throws IOException {
    scene.said("they want more, ".repeat(6_250));

    assertThat(onlyAnswer().text()).contains("Only you can see this", "long");
  }

  @Test
  void aHundredThousandCharactersInAFieldAreTooMany() throws IOException {
    ObjectNode submit = scene.said("track").seen().button("Keep it in mind");

    assertThat(
            scene
                .press(Scene.filled(submit, Map.of("what", "x".repeat(100_000), "with", "Meyer")))
                .text())
        .contains("Only you can see this", "characters");
    assertThat(scene.said("waiting").seen().text()).doesNotContain("Meyer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u0000\u202e",
        "\u00a0",
        "???",
        "https://example.org",
        "<p>&nbsp;</p>"
      })
  void whatSaysNothingIsAskedAbout(String text) throws IOException {
    scene.said(text);

    assertThat(onlyAnswer().text()).contains("Only you can see this").hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "7", "null", "[\"help\"]", "{\"text\":\"help\"}"})
  void aTextThatIsNoneSaysNothing(String text) throws IOException {
    ObjectNode activity = scene.activity("message", "ada");
    activity.set("text", json(text));

    assertThat(scene.send(activity).statusCode()).isEqualTo(202);
    assertThat(onlyAnswer().text()).contains("Only you can see this");
  }

  @Test
  void marksOfTeamsStayWhatWasTyped() throws IOException {
    String typed = "<b>they</b> want <at>Sam</at> by **Friday**, {{DATE(2026-03-10)}}";

    Call tracked = scene.said("track [the bank](https://evil.example) with <at>Sam</at> by Friday");
    assertThat(tracked.body().has("entities")).isFalse();
    assertThat(tracked.body().findValuesAsText("type"))
        .doesNotContain("mention")
        .contains("RichTextBlock");

    Call reframed = scene.said("reframe they never listen, " + typed);
    assertThat(reframed.body().has("entities")).isFalse();
    assertThat(reframed.seen().text()).contains("Only you can see this");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"entities\":\"x\"}",
        "{\"entities\":[null,7,\"x\",{},{\"type\":\"mention\"},{\"type\":7}]}",
        "{\"entities\":[{\"type\":\"mention\",\"text\":7,\"mentioned\":[]}]}",
        "{\"localTimezone\":\"Middle/Earth\"}",
        "{\"localTimezone\":7}",
        "{\"value\":null}",
        "{\"value\":\"x\"}",
        "{\"value\":[1,2]}",
        "{\"value\":{\"say\":7}}",
        "{\"replyToId\":7}",
        "{\"attachments\":[{\"contentType\":\"text/html\",\"content\":\"<p>help</p>\"}]}",
      })
  void oddPartsOfAMessageAreOverlooked(String parts) throws IOException {
    ObjectNode activity = scene.activity("message", "ada").put("text", "help");
    activity.setAll((ObjectNode) json(parts));

    assertThat(scene.send(activity).statusCode()).isEqualTo(202);
    assertThat(onlyAnswer().text()).contains("Only you can see this");
  }

  @Test
  void aNameOfTenThousandLettersIsNoReasonToFail() throws IOException {
    ObjectNode activity = scene.activity("message", "ada").put("text", "help");
    ((ObjectNode) activity.path("from")).put("name", "A".repeat(10_000));

    assertThat(scene.send(activity).statusCode()).isEqualTo(202);
    assertThat(onlyAnswer().text()).contains("Only you can see this");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "typing",
        "event",
        "messageReaction",
        "messageUpdate",
        "messageDelete",
        "conversationUpdate",
        "endOfConversation",
        "whatever"
      })
  void whatElseHappensIsTakenAndNotAnswered(String type) throws IOException {
    assertThat(scene.send(scene.activity(type, "ada")).statusCode()).isEqualTo(202);
    scene.finish();

    assertThat(scene.teams.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "task/unknown",
        "TASK/FETCH",
        "composeExtension/query",
        "fileConsent/invoke",
        "signin/verifyState",
        "actionableMessage/executeAction",
        "message/submitAction"
      })
  void anInvokeThatNobodyKnowsIsAnsweredWithItsNumberOnly(String name) throws IOException {
    ObjectNode activity = scene.activity("invoke", "ada").put("name", name);
    activity.putObject("value").putObject("data").put("say", "help");

    assertThat(scene.send(activity)).isEqualTo(new Answer(501, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adaptiveCard/action          | null",
        "adaptiveCard/action          | 7",
        "adaptiveCard/action          | {}",
        "adaptiveCard/action          | {\"action\":\"x\"}",
        "task/fetch                   | null",
        "task/fetch                   | \"x\"",
        "task/submit                  | [1]",
        "composeExtension/fetchTask   | 7",
        "composeExtension/submitAction | true",
      })
  void anInvokeThatSaysNothingIsAnsweredWithItsNumberOnly(String name, String value)
      throws IOException {
    ObjectNode activity = scene.activity("invoke", "ada").put("name", name);
    activity.set("value", json(value));

    assertThat(scene.send(activity)).isEqualTo(new Answer(400, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"softer\"",
        "[]",
        "[{\"say\":\"softer\"}]",
        "{}",
        "{\"say\":\"\"}",
        "{\"say\":\"  \"}",
        "{\"say\":7}",
        "{\"say\":null}",
        "{\"say\":[\"softer\"]}",
        "{\"say\":{\"softer\":1}}",
        "{\"say\":\"softer\",\"about\":7}",
        "{\"say\":\"softer\",\"about\":\"../etc\"}",
        "{\"say\":\"softer\",\"insert\":[]}",
        "{\"msteams\":{\"type\":\"task/fetch\"}}",
      })
  void aButtonThatIsNotOursIsToldSo(String data) throws IOException {
    ObjectNode wrapped = Scene.JSON.createObjectNode().set("data", json(data));

    JsonNode pressed = scene.press(scene.activity("invoke", "ada"), json(data));
    assertThat(pressed.path("statusCode").asInt()).isEqualTo(400);
    assertThat(pressed.path("value").path("message").asText()).isEqualTo(UNKNOWN);
    for (String name :
        new String[] {"task/fetch", "task/submit", "composeExtension/submitAction"}) {
      JsonNode answer = scene.invoke(scene.activity("invoke", "ada"), name, wrapped);
      assertThat(answer.path("task").path("value").asText()).as(name).isEqualTo(UNKNOWN);
    }
    assertThat(scene.teams.calls()).isEmpty();
    assertThat(scene.submit(scene.activity("message", "ada"), json(data)).statusCode())
        .isEqualTo(202);
    assertThat(onlyAnswer().text()).contains("Only you can see this");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"say\":\"forget me now please\"}",
        "{\"say\":\"done 0123\"}",
        "{\"say\":\"softer\",\"about\":\"nobody\"}",
        "{\"say\":\"track\",\"fields\":7}",
        "{\"say\":\"track\",\"fields\":\"what\"}",
        "{\"say\":\"track\",\"fields\":{\"a\":\"what\"},\"field-what\":\"x\"}",
        "{\"say\":\"track\",\"fields\":[7,null,\"WHAT\",\"what\"],\"field-what\":[\"x\"]}",
        "{\"say\":\"facts\",\"fields\":[\"item\"],\"several\":\"item\",\"people\":[\"item\"]}",
        "{\"say\":\"share\",\"fields\":[\"\"],\"people\":[\"\"],\"field-\":\"../../x\"}",
        "{\"say\":\"share\",\"fields\":[\"\"],\"people\":[\"\"],\"field-\":{\"id\":1}}",
        "{\"say\":\"\\u0000\\u202e\"}",
      })
  void aForgedButtonDoesNoMoreThanOneThatWasPressed(String data) throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");

    assertThat(scene.press(json(data)).text()).isNotBlank();
    assertThat(scene.dialog("task/submit", json(data)).text()).isNotBlank();

    assertThat(scene.said("waiting").seen().text()).contains("signed NDA");
  }

  @Test
  void aButtonOfSomethingThatEndedSaysSo() throws IOException {
    JsonNode came =
        scene.said("track the signed NDA with Rivera by Friday").seen().button("It came");
    scene.said("done the NDA");

    assertThat(scene.press(came).text()).contains("Only you can see this", "NDA");
  }

  @Test
  void aButtonOfSomethingThatWasForgottenSaysSo() throws IOException {
    JsonNode came =
        scene.said("track the signed NDA with Rivera by Friday").seen().button("It came");
    scene.said("forget me now");

    assertThat(scene.press(came).text())
        .contains("Only you can see this", "isn't remembered any more")
        .doesNotContain("NDA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messagePayload\":null}",
        "{\"messagePayload\":\"x\"}",
        "{\"messagePayload\":{\"body\":7,\"from\":[]}}",
        "{\"messagePayload\":{\"body\":{\"content\":[],\"contentType\":7}}}",
        "{\"messagePayload\":{\"body\":{\"content\":\"<attachment id='1'></attachment>\","
            + "\"contentType\":\"html\"}}}",
        "{\"messagePayload\":{\"body\":{\"content\":\"&nbsp;<br><p></p>\","
            + "\"contentType\":\"HTML\"},\"from\":{\"user\":{\"id\":7}}}}",
      })
  void aMessageWithoutWordsIsAskedAbout(String value) throws IOException {
    JsonNode answer =
        scene.invoke(
            scene.activity("invoke", "ada", Scene.GROUP, "groupChat"),
            "composeExtension/fetchTask",
            json(value));

    assertThat(new Seen(answer.path("task")).text())
        .contains("Only you can see this", "There are no words in that message");
  }

  @Test
  void ofAMessageThatIsTooLongTheBeginningIsTaken() throws IOException {
    Seen dialog = scene.pushBackOn("rivera", "<p>" + "We want more. ".repeat(5_000) + "</p>");

    assertThat(dialog.text()).contains("Only you can see this", "These are the first");
    assertThat(dialog.buttons()).containsKey("Give me the words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"insert\":\"words-1\",\"words-1\":\" \"}", "{\"insert\":\"words-1\"}"})
  void whoeverTakesAllWordsOutIsToldThatThereAreNone(String data) throws IOException {
    assertThat(scene.goOn(json(data)).path("task").path("value").asText())
        .startsWith("No words were left");
  }

  @Test
  void oneAnswerComesEvenIfTeamsSaysTooMany() throws IOException {
    scene.teams.refuses(call -> true, 412, "PreconditionFailed");

    scene.said(KICK_OFF);
    scene.finish();

    assertThat(scene.teams.calls()).as("once more, after a moment").hasSize(2);
  }
}
