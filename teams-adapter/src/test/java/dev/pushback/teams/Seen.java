package dev.pushback.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a person sees of an answer: a card, wherever it stands, or a sentence.
 *
 * @param json the card, or what holds it
 */
public record Seen(JsonNode json) {
  /** All texts that are read, apart from the buttons, joined by line breaks. */
  public String text() {
    List<String> texts = new ArrayList<>();
    collect(json, texts);
    return String.join("\n", texts);
  }

  private static void collect(JsonNode node, List<String> texts) {
    String type = node.path("type").asText();
    if (type.startsWith("Action.")) {
      return;
    }
    if (type.equals("RichTextBlock")) {
      texts.add(String.join("", node.path("inlines").findValuesAsText("text")));
    } else if (type.equals("Input.Text")) {
      texts.add(node.path("label").asText());
      texts.add("[" + node.path("value").asText() + "]");
    } else if (type.startsWith("Input.")) {
      texts.add(node.path("label").asText());
    } else if (node.path("text").isTextual()) {
      texts.add(node.path("text").asText());
    } else if (node.path("value").isTextual()) {
      texts.add(node.path("value").asText());
    } else {
      if (node.path("title").isTextual()) {
        texts.add(node.path("title").asText());
      }
      node.forEach(child -> collect(child, texts));
    }
  }

  /** What the buttons carry, by what stands on them. */
  public Map<String, JsonNode> buttons() {
    Map<String, JsonNode> buttons = new LinkedHashMap<>();
    json.findValues("actions").stream()
        .flatMap(actions -> StreamSupport.stream(actions.spliterator(), false))
        .forEach(action -> buttons.putIfAbsent(action.path("title").asText(), action.path("data")));
    return buttons;
  }

  /** What the button carries on which this stands, or that begins with it. */
  public ObjectNode button(String label) {
    return buttons().entrySet().stream()
        .filter(one -> one.getKey().startsWith(label))
        .map(one -> ((ObjectNode) one.getValue()).deepCopy())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " on " + buttons().keySet()));
  }
}
