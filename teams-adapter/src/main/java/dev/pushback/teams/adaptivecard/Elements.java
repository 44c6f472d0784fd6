package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CleanText;
import java.util.List;

/** The parts of a card that are read. */
final class Elements {
  private static final String POINT = "\u2022 ";

  private Elements() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode list(List<ObjectNode> all) {
    return JsonNodeFactory.instance.arrayNode().addAll(all);
  }

  /** Words of the coach. */
  static ObjectNode text(String text) {
    return rich(text, object());
  }

  /** What stands over something. */
  static ObjectNode label(String label) {
    return rich(label, object().put("weight", "bolder"));
  }

  /** Small and pale. */
  static ObjectNode note(String text) {
    return rich(text, object().put("size", "small").put("isSubtle", true));
  }

  /** A heading for those who have it read out, too, where its words are safe in a TextBlock. */
  static ObjectNode heading(String title) {
    String cut = CleanText.cut(title, CardLimits.LABEL);
    ObjectNode look = object().put("size", "large").put("weight", "bolder");
    if (!Plain.isHarmless(cut)) {
      return rich(cut, look);
    }
    ObjectNode heading = object().put("type", "TextBlock").put("text", cut);
    heading.setAll(look);
    return heading.put("wrap", true).put("style", "heading");
  }

  /** What somebody else said, beside a line. */
  static ObjectNode quote(String text) {
    ObjectNode margin = object().put("type", "Column").put("width", "1px");
    margin.set("items", list(List.of()));
    ObjectNode words = object().put("type", "Column").put("width", "stretch");
    words.put("separator", true).put("spacing", "medium");
    words.set("items", list(List.of(rich(text, object().put("isSubtle", true)))));
    ObjectNode quote = object().put("type", "ColumnSet");
    quote.set("columns", list(List.of(margin, words)));
    return quote;
  }

  /** Set off from what stands around it. */
  static ObjectNode box(List<ObjectNode> items) {
    ObjectNode box = object().put("type", "Container").put("style", "emphasis");
    box.set("items", list(items));
    return box;
  }

  /** A row of a list. */
  static ObjectNode row(Block.Row row, boolean pointed) {
    ArrayNode runs = JsonNodeFactory.instance.arrayNode();
    String value = CleanText.cut(row.value(), CardLimits.TEXT);
    String point = pointed ? POINT : "";
    if (CleanText.clean(row.name()).isBlank()) {
      Plain.addRuns(runs, point + value, object());
    } else {
      ObjectNode bold = object().put("weight", "bolder");
      Plain.addRuns(runs, point + CleanText.cut(row.name(), CardLimits.LABEL), bold);
      Plain.addRuns(runs, ": " + value, object());
    }
    return rich(runs).put("spacing", "small");
  }

  private static ObjectNode rich(String text, ObjectNode look) {
    ArrayNode runs = JsonNodeFactory.instance.arrayNode();
    Plain.addRuns(runs, CleanText.cut(text, CardLimits.TEXT), look);
    return rich(runs);
  }

  private static ObjectNode rich(ArrayNode runs) {
    ObjectNode rich = object().put("type", "RichTextBlock");
    rich.set("inlines", runs);
    return rich;
  }
}
