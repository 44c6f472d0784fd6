package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.CleanText;
import java.util.List;

/** What Teams is answered with when it asks for a dialog, or tells that something was pressed. */
public final class Dialogs {
  private static final String ADAPTIVE = "application/vnd.microsoft.card.adaptive";
  private static final int OK = 200;

  private Dialogs() {}

  /** A card as an attachment of a message. */
  public static ObjectNode attachment(ObjectNode card) {
    ObjectNode attachment = Elements.object().put("contentType", ADAPTIVE);
    attachment.set("content", card);
    return attachment;
  }

  /**
   * Opens a dialog, or shows this in the open one. For {@code task/fetch}, {@code task/submit},
   * {@code composeExtension/fetchTask} and {@code composeExtension/submitAction}.
   *
   * @param title see {@link AdaptiveCardWriter#title}
   */
  public static ObjectNode taskContinue(String title, ObjectNode card) {
    ObjectNode value =
        Elements.object().put("title", title).put("height", "medium").put("width", "medium");
    value.set("card", attachment(card));
    return task("continue", value);
  }

  /** Closes the dialog and has Teams say this; for the same four. */
  public static ObjectNode taskMessage(String text) {
    ObjectNode task = Elements.object();
    task.putObject("task").put("type", "message").put("value", text);
    return task;
  }

  /**
   * Closes the dialog of {@code composeExtension/submitAction} and puts words into the compose box.
   * Teams takes nothing but cards there: its type for text, {@code message}, doesn't put it into
   * the box (github.com/microsoft/botbuilder-js, issue 3742, and MicrosoftDocs/msteams-docs, 660).
   * So it is a card of exactly these words; the person can write before and behind it, take it out,
   * and is the one who sends it, but can't change it any more. That is why {@link
   * AdaptiveCardWriter} lets them change it before.
   */
  public static ObjectNode composeResult(String text) {
    ObjectNode card =
        Elements.object()
            .put("type", "AdaptiveCard")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("version", "1.5")
            .put("fallbackText", CleanText.clean(text));
    card.putObject("msteams").put("width", "Full");
    card.set("body", Elements.list(List.of(Elements.text(text))));
    ObjectNode result = Elements.object();
    ObjectNode extension =
        result.putObject("composeExtension").put("type", "result").put("attachmentLayout", "list");
    extension.set("attachments", Elements.list(List.of(attachment(card))));
    return result;
  }

  /** Has the card in which something was pressed replaced; for {@code adaptiveCard/action}. */
  public static ObjectNode cardReplaced(ObjectNode card) {
    ObjectNode answer = Elements.object().put("statusCode", OK).put("type", ADAPTIVE);
    answer.set("value", card);
    return answer;
  }

  /** Leaves the card and has Teams say this; for {@code adaptiveCard/action}. */
  public static ObjectNode cardKept(String text) {
    return Elements.object()
        .put("statusCode", OK)
        .put("type", "application/vnd.microsoft.activity.message")
        .put("value", text);
  }

  /**
   * Leaves the card and has Teams say that it didn't work; for {@code adaptiveCard/action}.
   *
   * @param code 400 if nothing like it can work, 500 if it may work later
   * @param text what Teams may show
   */
  public static ObjectNode error(int code, String text) {
    ObjectNode answer =
        Elements.object().put("statusCode", code).put("type", "application/vnd.microsoft.error");
    answer.putObject("value").put("code", String.valueOf(code)).put("message", text);
    return answer;
  }

  private static ObjectNode task(String type, ObjectNode value) {
    ObjectNode answer = Elements.object();
    answer.putObject("task").put("type", type).set("value", value);
    return answer;
  }
}
