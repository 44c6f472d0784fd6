package dev.pushback.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.people.Person;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.teams.adaptivecard.Dialogs;
import dev.pushback.teams.adaptivecard.Said;
import dev.pushback.teams.door.Arrival;
import java.util.Optional;

/**
 * "Push back on this" in the menu of a message, beside the compose box, or typed behind a slash: a
 * dialog that only the person sees, in conversations too of which the coach is no member. Words
 * from it go into the compose box; it is the person who sends them.
 */
record Shortcuts(Forms forms, Chats chats) {
  /** What the manifest calls it. */
  static final String ID = "pushBackOnThis";

  /** What a person would say who begins without a message. */
  private static final String NOTHING_CHOSEN = "facts new";

  private static final String NO_WORDS =
      "No words were left to put into your message, so it's as it was.";

  /** It was chosen. */
  ObjectNode chosen(Arrival arrival) {
    return forms.opened(arrival, Surface.COMPOSE, () -> command(arrival));
  }

  private String command(Arrival arrival) {
    JsonNode message = arrival.value().path("messagePayload");
    if (message.isMissingNode()) {
      return NOTHING_CHOSEN;
    }
    String text =
        PlainText.of(
            message.path("body").path("contentType").asText(),
            message.path("body").path("content").asText());
    if (text.isEmpty()) {
      return "theirs";
    }
    return (isOurs(arrival, message) ? "ours " : "theirs ") + text;
  }

  /**
   * Whether it was written within the organisation. Teams doesn't say where an author belongs, so
   * only the person counts, and those who have talked with the coach and want to be shared with:
   * nobody learns of the others that they talk with it.
   */
  private boolean isOurs(Arrival arrival, JsonNode message) {
    Person who = Speaker.of(arrival).person();
    return Optional.ofNullable(message.path("from").path("user").path("id").textValue())
        .filter(author -> !author.isBlank())
        .filter(author -> author.equals(who.user()) || chats.isKnown(who, author))
        .isPresent();
  }

  /** A button of the dialog was pressed. */
  ObjectNode submitted(Arrival arrival) {
    JsonNode data = arrival.value().path("data");
    return Pressed.of(data)
        .insert()
        .map(Dialogs::composeResult)
        .orElseGet(
            () ->
                Said.inserts(data)
                    ? Dialogs.taskMessage(NO_WORDS)
                    : forms.said(arrival, Surface.COMPOSE));
  }
}
