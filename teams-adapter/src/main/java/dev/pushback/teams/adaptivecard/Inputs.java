package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CleanText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What there is to fill in, as inputs of a card. */
final class Inputs {
  /** Colleagues to pick from; whoever isn't among them can be typed. */
  static final int COLLEAGUES = 50;

  private static final String NEEDED = "Please fill this in.";
  private static final String TYPE_A_NAME = "Type a name";

  private Inputs() {}

  /**
   * One or two inputs.
   *
   * @param colleagues whom a field for a teammate offers: their names, and their ids as values
   */
  static List<ObjectNode> inputs(Block.Field field, List<Block.Option> colleagues) {
    Block.Kind kind = field.kind();
    if (kind instanceof Block.Kind.OneOf one) {
      return List.of(oneOf(field, one.options()));
    }
    if (kind instanceof Block.Kind.AnyOf any) {
      return List.of(anyOf(field, any.options()));
    }
    if (kind instanceof Block.Kind.Teammate) {
      return teammate(field, colleagues);
    }
    ObjectNode words = input("Input.Text", field, field.required());
    hint(words, field.hint());
    words.put("maxLength", CardLimits.INPUT);
    if (kind instanceof Block.Kind.Lines) {
      words.put("isMultiline", true);
    }
    String initial = CleanText.clean(field.initial());
    return List.of(initial.isBlank() ? words : words.put("value", initial));
  }

  /** Words to send, which can be changed before they are. */
  static ObjectNode words(String id, String label, String words) {
    ObjectNode input = Elements.object().put("type", "Input.Text").put("id", id);
    if (!CleanText.clean(label).isBlank()) {
      input.put("label", Plain.label(label, CardLimits.LABEL));
    }
    return input
        .put("isMultiline", true)
        .put("maxLength", CardLimits.INPUT)
        .put("value", CleanText.clean(words));
  }

  private static ObjectNode oneOf(Block.Field field, List<Block.Option> options) {
    ObjectNode select = input("Input.ChoiceSet", field, field.required()).put("style", "compact");
    hint(select, field.hint().isBlank() ? "Choose" : field.hint());
    select.put("wrap", true);
    boolean chosen = options.stream().anyMatch(one -> one.value().equals(field.initial()));
    if (chosen) {
      select.put("value", field.initial());
    }
    return choices(select, options);
  }

  /** Some clients read markdown beside check boxes; what stands there is the coach's own. */
  private static ObjectNode anyOf(Block.Field field, List<Block.Option> options) {
    ObjectNode boxes = input("Input.ChoiceSet", field, field.required()).put("style", "expanded");
    boxes.put("isMultiSelect", true).put("wrap", true);
    Set<String> initial = Set.of(field.initial().split("\\s+"));
    String ticked =
        options.stream()
            .map(Block.Option::value)
            .filter(initial::contains)
            .collect(Collectors.joining(","));
    if (!ticked.isEmpty()) {
      boxes.put("value", ticked);
    }
    return choices(boxes, options);
  }

  /** Teams can't ask us while somebody types; neither input is required, since one is enough. */
  private static List<ObjectNode> teammate(Block.Field field, List<Block.Option> colleagues) {
    if (colleagues.isEmpty()) {
      ObjectNode typed = input("Input.Text", field, field.required());
      typed.put("id", typed.path("id").asText() + Filled.TYPED);
      return List.of(typed.put("maxLength", CardLimits.LABEL).put("placeholder", TYPE_A_NAME));
    }
    ObjectNode picked = input("Input.ChoiceSet", field, false).put("style", "filtered");
    hint(picked, field.hint().isBlank() ? TYPE_A_NAME : field.hint());
    picked.put("wrap", true);
    choices(picked, colleagues.stream().limit(COLLEAGUES).toList());
    ObjectNode typed =
        Elements.object()
            .put("type", "Input.Text")
            .put("id", Filled.FIELD + field.name() + Filled.TYPED)
            .put("label", "Not in the list? Type their name")
            .put("maxLength", CardLimits.LABEL);
    return List.of(picked, typed);
  }

  private static ObjectNode input(String type, Block.Field field, boolean required) {
    ObjectNode input =
        Elements.object()
            .put("type", type)
            .put("id", Filled.FIELD + field.name())
            .put("label", Plain.label(field.label(), CardLimits.LABEL));
    if (required) {
      input.put("isRequired", true).put("errorMessage", NEEDED);
    }
    return input;
  }

  private static void hint(ObjectNode input, String hint) {
    if (!CleanText.clean(hint).isBlank()) {
      input.put("placeholder", CleanText.cut(hint, CardLimits.LABEL));
    }
  }

  private static ObjectNode choices(ObjectNode input, List<Block.Option> options) {
    ArrayNode choices = input.putArray("choices");
    for (Block.Option option : options) {
      choices
          .addObject()
          .put("title", Plain.label(option.label(), CardLimits.BUTTON))
          .put("value", option.value());
    }
    return input;
  }
}
