package dev.pushback.slack.door;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.pushback.door.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what comes through Socket Mode, has Bolt answer it, and says what to send back. */
final class Envelopes {
  private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);
  private static final int OK = 200;
  private static final Gson GSON = new Gson();

  private final App app;
  private final SlackRequestParser parser;
  private final Supplier<String> references;

  Envelopes(App app, Supplier<String> references) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
    this.references = references;
  }

  /**
   * Answers an envelope; never throws.
   *
   * @return what to send back; nothing if it must not be acknowledged
   */
  Optional<String> answer(String message) {
    try {
      JsonObject envelope = GSON.fromJson(message, JsonObject.class);
      Optional<String> id = text(envelope, "envelope_id");
      return id.isEmpty() ? Optional.empty() : answer(envelope, id.get());
    } catch (JsonParseException e) {
      return Optional.empty();
    } catch (Exception e) {
      LOG.error("request {} failed: {}", references.get(), Faults.describe(e));
      return Optional.empty();
    }
  }

  private Optional<String> answer(JsonObject envelope, String id) throws Exception {
    String payload = String.valueOf(envelope.get("payload"));
    Shape shape =
        switch (text(envelope, "type").orElse("")) {
          case "events_api" -> Shape.ofEvent(payload);
          case "interactive" -> Shape.ofInteraction(payload);
          case "slash_commands" -> Shape.ofCommand(payload);
          default -> Shape.UNKNOWN;
        };
    if (shape == Shape.BROKEN) {
      return Optional.empty();
    }
    Response response = shape == Shape.KNOWN ? run(envelope, payload) : Response.ok();
    return Optional.ofNullable(response.getStatusCode()).orElse(OK) == OK
        ? Optional.of(acknowledged(id, response))
        : Optional.empty();
  }

  private Response run(JsonObject envelope, String payload) throws Exception {
    Map<String, List<String>> headers = new HashMap<>();
    number(envelope, "retry_attempt").ifPresent(n -> headers.put("X-Slack-Retry-Num", List.of(n)));
    text(envelope, "retry_reason")
        .ifPresent(why -> headers.put("X-Slack-Retry-Reason", List.of(why)));
    Request<?> request =
        parser.parse(
            SlackRequestParser.HttpRequest.builder()
                .socketMode(true)
                .requestUri("")
                .queryString(Map.of())
                .headers(new RequestHeaders(headers))
                .requestBody(payload)
                .remoteAddress("")
                .build());
    return app.run(request);
  }

  private static String acknowledged(String id, Response response) {
    JsonObject answer = new JsonObject();
    answer.addProperty("envelope_id", id);
    String body = Optional.ofNullable(response.getBody()).orElse("");
    String type = Optional.ofNullable(response.getContentType()).orElse("");
    if (!body.isEmpty() && type.startsWith("application/json")) {
      answer.add("payload", GSON.fromJson(body, JsonElement.class));
    } else if (!body.isEmpty()) {
      JsonObject line = new JsonObject();
      line.addProperty("text", body);
      answer.add("payload", line);
    }
    return answer.toString();
  }

  private static Optional<String> text(JsonObject object, String name) {
    return primitive(object, name).filter(JsonPrimitive::isString).map(JsonElement::getAsString);
  }

  private static Optional<String> number(JsonObject object, String name) {
    return primitive(object, name).filter(JsonPrimitive::isNumber).map(JsonElement::getAsString);
  }

  private static Optional<JsonPrimitive> primitive(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsJsonPrimitive);
  }
}
