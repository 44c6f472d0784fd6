package dev.pushback.slack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pushback.door.StrictJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a body looks like, so that Bolt is only given what it understands: it writes whatever else
 * it gets into the log, whole.
 */
enum Shape {
  /** Something that Bolt has listeners for. */
  KNOWN,
  /**
   * Well formed, and nothing that we do anything about: Slack looks whether we are there, or has
   * thought of something new.
   */
  UNKNOWN,
  /** Not what Slack writes. */
  BROKEN;

  private static final Set<String> INTERACTIONS =
      Set.of(
          "block_actions",
          "block_suggestion",
          "message_action",
          "shortcut",
          "view_closed",
          "view_submission");

  /** What came as JSON: an event. */
  static Shape ofEvent(String json) {
    return StrictJson.object(json)
        .map(
            root ->
                switch (root.path("type").asText()) {
                  case "event_callback" -> when(isText(root.path("event").path("type")));
                  case "url_verification" -> when(isText(root.path("challenge")));
                  default -> when(isText(root.path("type"))) == KNOWN ? UNKNOWN : BROKEN;
                })
        .orElse(BROKEN);
  }

  /** What came as JSON within a form: a button, a shortcut, a modal. */
  static Shape ofInteraction(String json) {
    return StrictJson.object(json).map(Shape::interaction).orElse(BROKEN);
  }

  private static Shape interaction(JsonNode root) {
    String type = root.path("type").asText();
    if (!INTERACTIONS.contains(type)) {
      return isText(root.path("type")) ? UNKNOWN : BROKEN;
    }
    boolean hasView = !type.startsWith("view_") || isText(root.path("view").path("type"));
    boolean hasActions = !type.equals("block_actions") || root.path("actions").isArray();
    return when(isText(root.path("user").path("id")) && hasView && hasActions);
  }

  /** What came as a form. */
  static Shape ofForm(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || pair.indexOf('=', equals + 1) >= 0) {
        return BROKEN;
      }
      try {
        String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        if (fields.put(name, value) != null) {
          return BROKEN;
        }
      } catch (IllegalArgumentException e) {
        return BROKEN;
      }
    }
    if (fields.containsKey("payload")) {
      return fields.size() == 1 ? ofInteraction(fields.getOrDefault("payload", "")) : BROKEN;
    }
    if (fields.getOrDefault("ssl_check", "").equals("1")) {
      return UNKNOWN;
    }
    return when(isCommand(fields::get));
  }

  /** A slash command as it comes through Socket Mode. */
  static Shape ofCommand(String json) {
    return StrictJson.object(json)
        .map(root -> when(isCommand(name -> root.path(name).asText(""))))
        .orElse(BROKEN);
  }

  private static boolean isCommand(Function<String, String> field) {
    return Set.of("command", "team_id", "user_id").stream()
        .allMatch(
            name ->
                !Optional.ofNullable(field.apply(name)).map(String::strip).orElse("").isEmpty());
  }

  private static Shape when(boolean right) {
    return right ? KNOWN : BROKEN;
  }

  private static boolean isText(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank();
  }
}
