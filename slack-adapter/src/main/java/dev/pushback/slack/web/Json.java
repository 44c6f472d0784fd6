package dev.pushback.slack.web;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Slack's JSON, of which nothing is sure to be there or to be what it should be. */
final class Json {
  private static final Gson SNAKE = GsonFactory.createSnakeCase();

  private Json() {}

  /** Writes the blocks and views of Slack's library. */
  static String write(Object model) {
    return SNAKE.toJson(model);
  }

  static JsonElement tree(Object model) {
    return SNAKE.toJsonTree(model);
  }

  static Optional<JsonObject> read(String text) {
    try {
      return Optional.of(JsonParser.parseString(text))
          .filter(JsonElement::isJsonObject)
          .map(JsonElement::getAsJsonObject);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  static Optional<String> text(JsonObject from, String name) {
    return primitive(from, name)
        .filter(JsonPrimitive::isString)
        .map(JsonPrimitive::getAsString)
        .filter(text -> !text.isBlank());
  }

  /** Empty if it isn't said. */
  static Optional<Boolean> flag(JsonObject from, String name) {
    return primitive(from, name).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean);
  }

  static boolean isTrue(JsonObject from, String name) {
    return flag(from, name).orElse(false);
  }

  static Optional<JsonObject> object(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }

  /** Whatever isn't an object is left out. */
  static List<JsonObject> objects(JsonObject from, String name) {
    return elements(from, name).stream()
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  static boolean isList(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name)).filter(JsonElement::isJsonArray).isPresent();
  }

  static List<String> texts(JsonObject from, String name) {
    return elements(from, name).stream()
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .toList();
  }

  private static List<JsonElement> elements(JsonObject from, String name) {
    JsonArray array =
        Optional.ofNullable(from.get(name))
            .filter(JsonElement::isJsonArray)
            .map(JsonElement::getAsJsonArray)
            .orElseGet(JsonArray::new);
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static Optional<JsonPrimitive> primitive(JsonObject from, String name) {
    return Optional.ofNullable(from.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsJsonPrimitive);
  }

  /** What continues a list; empty at its end. */
  static Optional<String> nextPage(JsonObject reply) {
    return object(reply, "response_metadata").flatMap(more -> text(more, "next_cursor"));
  }
}
