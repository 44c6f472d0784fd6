package dev.pushback.teams.adaptivecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DialogsTest {
  private static final ObjectNode CARD = Elements.object().put("type", "AdaptiveCard");

  @Test
  void anAnswerOpensADialogOrClosesIt() {
    assertThat(Dialogs.taskContinue("What I know", CARD))
        .hasToString(
            "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"What I know\","
                + "\"height\":\"medium\",\"width\":\"medium\",\"card\":"
                + "{\"contentType\":\"application/vnd.microsoft.card.adaptive\","
                + "\"content\":{\"type\":\"AdaptiveCard\"}}}}}");
    assertThat(Dialogs.taskMessage("It's noted."))
        .hasToString("{\"task\":{\"type\":\"message\",\"value\":\"It's noted.\"}}");
  }

  @Test
  void anAnswerReplacesTheCardOrSaysWhyNot() {
    assertThat(Dialogs.cardReplaced(CARD))
        .hasToString(
            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\","
                + "\"value\":{\"type\":\"AdaptiveCard\"}}");
    assertThat(Dialogs.error(400, "That was for somebody else."))
        .hasToString(
            "{\"statusCode\":400,\"type\":\"application/vnd.microsoft.error\","
                + "\"value\":{\"code\":\"400\",\"message\":\"That was for somebody else.\"}}");
  }

  /** The partner reads it: nothing of the coach may be in it. */
  @Test
  void whatIsPutIntoTheComposeBoxIsTheWordsAndNothingElse() {
    String words = "Thanks, **Rivera**.\n\nCould it be {{DATE(2026-04-01T00:00:00Z)}}?";
    JsonNode extension = Dialogs.composeResult(words).path("composeExtension");
    JsonNode card = extension.path("attachments").path(0).path("content");

    assertThat(extension.path("type").asText()).isEqualTo("result");
    assertThat(extension.path("attachmentLayout").asText()).isEqualTo("list");
    assertThat(extension.path("attachments")).hasSize(1);
    assertThat(AdaptiveCardLimits.complaints(card)).isEmpty();
    assertThat(card.path("body")).hasSize(1);
    assertThat(Everywhere.texts(card)).containsExactly(words);
    assertThat(card.toString()).doesNotContain(AdaptiveCardWriter.ONLY_YOU, "Action.");
  }
}
