package dev.pushback.teams.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An activity that came from Teams, with what each has. The rest is asked for by name, and may be
 * missing.
 *
 * @param type such as {@code message} or {@code invoke}
 * @param channel {@code msteams}, once it is known who sent it
 * @param tenant the organisation, in small letters
 * @param conversation where it happened
 * @param from who did it; an id that only this bot knows, such as {@code 29:…}
 * @param recipient the bot, as it is called there
 * @param serviceUrl where to answer
 * @param json the whole; not to be changed. Without the times, which the SDK's parser refuses or
 *     misreads, and without the locale
 */
public record Arrival(
    String type,
    String channel,
    String tenant,
    String conversation,
    String from,
    String recipient,
    URI serviceUrl,
    ObjectNode json) {
  /** Begins the names of what is chosen at a message or beside the compose box. */
  private static final String EXTENSION = "composeExtension/";

  /** The id of the activity, to answer to. */
  public Optional<String> id() {
    return text(json.path("id"));
  }

  /** What an invoke is called, such as {@code task/fetch}; empty for what is none. */
  public String name() {
    return text(json.path("name")).orElse("");
  }

  /** What happened to an installation, such as {@code add}; empty for anything else. */
  public String action() {
    return text(json.path("action")).orElse("");
  }

  /** What was written; may be empty. */
  public String text() {
    return json.path("text").isTextual() ? json.path("text").textValue() : "";
  }

  /** What a button, form or menu sent along; missing if nothing. */
  public JsonNode value() {
    return json.path("value");
  }

  /** The message that this answers, or whose button was pressed. */
  public Optional<String> replyTo() {
    return text(json.path("replyToId"));
  }

  /** {@code personal}, {@code groupChat}, {@code channel}; empty if it isn't said. */
  public String conversationType() {
    return text(json.path("conversation").path("conversationType")).orElse("");
  }

  /**
   * Whether nobody but the person and the bot is there. What is chosen at a message or beside the
   * compose box never counts: Teams calls a chat of two people personal, too, and the bot is none
   * of them.
   */
  public boolean isPersonal() {
    return conversationType().equals("personal") && !name().startsWith(EXTENSION);
  }

  /** Whether only the two see it, in a conversation of more. */
  public boolean isTargeted() {
    return json.path("recipient").path("isTargeted").booleanValue();
  }

  /** The person's id in their organisation's directory, the same for every bot. */
  public Optional<String> directoryId() {
    return text(json.path("from").path("aadObjectId"));
  }

  /** What the person is called. */
  public Optional<String> fromName() {
    return text(json.path("from").path("name"));
  }

  /** The person's time zone as Teams says it, such as {@code Europe/Berlin}; not checked. */
  public Optional<String> zone() {
    return text(json.path("localTimezone"))
        .or(
            () ->
                StreamSupport.stream(json.path("entities").spliterator(), false)
                    .filter(entity -> entity.path("type").asText().equals("clientInfo"))
                    .flatMap(entity -> text(entity.path("timezone")).stream())
                    .findFirst());
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.textValue()).filter(text -> !text.isBlank());
  }

  /** Never what was written, nor who wrote it. */
  @Override
  public String toString() {
    return "an arrival";
  }
}
