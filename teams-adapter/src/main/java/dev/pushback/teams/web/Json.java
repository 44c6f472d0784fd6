package dev.pushback.teams.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Reads what comes back, which may be anything, and writes what goes out. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");

  private Json() {}

  /** An object; empty if it is anything else. */
  static Optional<JsonNode> read(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static RequestBody body(ObjectNode object) {
    return RequestBody.create(object.toString().getBytes(StandardCharsets.UTF_8), TYPE);
  }

  /** A text that isn't blank. */
  static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.path(name).textValue()).filter(text -> !text.isBlank());
  }
}
