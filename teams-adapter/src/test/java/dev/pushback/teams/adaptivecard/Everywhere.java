package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import dev.pushback.card.Block.Field;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CleanText;
import dev.pushback.chat.Reply;
import dev.pushback.script.SendableText;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.testing.TestCoach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cards for the tests, and what can be read on them. */
final class Everywhere {
  static final Optional<String> CASE = Optional.of("id-000001");

  private Everywhere() {}

  /** Wherever words can stand, these do. */
  static Card card(String words) {
    String label = CleanText.cut(words, CardLimits.LABEL);
    String button = CleanText.cut(words, CardLimits.BUTTON);
    return new Card(
        label,
        List.of(
            new Block.Text(words),
            new Block.Words(label, sendable(words)),
            new Block.Quote(words),
            new Block.Facts(label, List.of(new Block.Row(label, words), new Block.Row("", label))),
            new Block.Note(words),
            new Block.Buttons(List.of(new Block.Button(button, "show " + button.charAt(0)))),
            new Block.Form(
                "share",
                button,
                List.of(
                    Field.lines("said", label, label).with(words),
                    Field.oneOf("one", label, List.of(new Block.Option(button, "x"))),
                    Field.anyOf("any", label, List.of(new Block.Option(button, "x")))))));
  }

  static SendableText sendable(String words) {
    return TestCoach.knowledge().endgame().thanks(Optional.of(CleanText.cut(words, 500)));
  }

  static ObjectNode write(Surface surface, Card card) {
    return AdaptiveCardWriter.write(
        surface, new Reply(card, true, false, CASE), "facts"::equals, List.of());
  }

  /** Every part of a type, however deep. */
  static List<JsonNode> all(JsonNode json, String type) {
    List<JsonNode> all = new ArrayList<>();
    if (type.equals(json.path("type").asText())) {
      all.add(json);
    }
    json.forEach(one -> all.addAll(all(one, type)));
    return all;
  }

  /** What each rich text says, its runs put together. */
  static List<String> texts(JsonNode json) {
    return all(json, "RichTextBlock").stream()
        .map(
            rich -> {
              StringBuilder text = new StringBuilder();
              rich.path("inlines").forEach(run -> text.append(run.path("text").asText()));
              return text.toString();
            })
        .toList();
  }
}
