package dev.pushback.teams.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.door.StrictJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads activities, strictly. */
final class Activities {

  /** Ids of conversations are the longest: some 200. */
  private static final int LONGEST = 1_000;

  private static final Pattern TENANT = Pattern.compile("[\\w.-]{1,100}");

  /**
   * The SDK refuses a time without a fraction, and misreads others; and it sets the locale of the
   * whole program to that of whoever wrote last.
   */
  private static final List<String> LEFT_OUT = List.of("timestamp", "localTimestamp", "locale");

  private static final String COMPOSE = "composeExtension/";

  private Activities() {}

  /** An activity; nothing if it is broken, or lacks what each has. */
  static Optional<Arrival> read(byte[] body) {
    return parsed(body).flatMap(Activities::arrival);
  }

  private static Optional<ObjectNode> parsed(byte[] body) {
    try {
      return StrictJson.object(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Microsoft's example of an action that is chosen in a chat of two names no conversation. */
  private static Optional<String> nowhere(ObjectNode json) {
    return Optional.of("").filter(none -> json.path("name").asText().startsWith(COMPOSE));
  }

  private static Optional<Arrival> arrival(ObjectNode json) {
    Optional<String> type = required(json.path("type"));
    Optional<String> channel = required(json.path("channelId"));
    Optional<String> tenant = tenant(json);
    Optional<String> conversation =
        required(json.path("conversation").path("id")).or(() -> nowhere(json));
    Optional<String> from = required(json.path("from").path("id"));
    Optional<String> recipient = required(json.path("recipient").path("id"));
    Optional<URI> serviceUrl = required(json.path("serviceUrl")).flatMap(Activities::address);
    if (type.isEmpty()
        || channel.isEmpty()
        || tenant.isEmpty()
        || conversation.isEmpty()
        || from.isEmpty()
        || recipient.isEmpty()
        || serviceUrl.isEmpty()) {
      return Optional.empty();
    }
    json.remove(LEFT_OUT);
    return Optional.of(
        new Arrival(
            type.get(),
            channel.get(),
            tenant.get(),
            conversation.get(),
            from.get(),
            recipient.get(),
            serviceUrl.get(),
            json));
  }

  /** Teams says it in one of two places; where it says it in both, they have to agree. */
  private static Optional<String> tenant(ObjectNode json) {
    JsonNode one = json.path("channelData").path("tenant").path("id");
    JsonNode other = json.path("conversation").path("tenantId");
    if (isMissing(one)) {
      return tenant(other);
    }
    return tenant(one).filter(id -> isMissing(other) || tenant(other).equals(Optional.of(id)));
  }

  private static Optional<String> tenant(JsonNode node) {
    return required(node)
        .filter(TENANT.asMatchPredicate())
        .map(text -> text.toLowerCase(Locale.ROOT));
  }

  private static boolean isMissing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static Optional<String> required(JsonNode node) {
    return Optional.ofNullable(node.textValue())
        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
        .filter(text -> text.chars().noneMatch(Character::isISOControl));
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
