package dev.pushback.teams.adaptivecard;

import static dev.pushback.teams.adaptivecard.Everywhere.all;
import static dev.pushback.teams.adaptivecard.Everywhere.texts;
import static dev.pushback.teams.adaptivecard.Everywhere.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import dev.pushback.card.Block.Field;
import dev.pushback.card.Card;
import dev.pushback.card.CleanText;
import dev.pushback.chat.Reply;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote stays what they wrote, and what is too much is left out with a word. */
class AdaptiveCardWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<at>Sam Okoro</at> and <at id=\"0\">all</at>",
        "[your bank](https://evil.example) https://evil.example",
        "**b** _i_ ~~s~~ `c` ```block```",
        "- list\n1. one\r2. two",
        "{{DATE(2026-04-01T00:00:00Z,SHORT)}} {{TIME(2026-04-01T00:00:00Z)}} {{{DATE(x)}}}",
        "${name} {{name}}",
        "<b>bold</b> &amp; & < >",
        "# heading | table \\* escaped",
        "日本語 עברית Ελληνικά 👩‍👩‍👧‍👦",
      })
  void whatPeopleWroteStaysPlainText(String words) {
    String shown = CleanText.clean(words);
    for (Surface surface : Surface.values()) {
      ObjectNode json = write(surface, Everywhere.card(words));

      assertThat(AdaptiveCardLimits.complaints(json)).isEmpty();
      assertThat(texts(json)).filteredOn(shown::equals).hasSizeGreaterThanOrEqualTo(4);
      assertThat(texts(json)).contains("• " + shown + ": " + shown, "• " + shown);
      assertThat(json.path("fallbackText").asText()).doesNotContain(words);
      assertThat(json.path("msteams")).hasToString("{\"width\":\"Full\"}");
    }
  }

  @ParameterizedTest(name = "{index}")
  @CsvSource({
    "a\u202Eb, ab",
    "a\u0000b, ab",
    "a\ud83db, ab",
    "a\ude00b, ab",
    "a\u2066b\u2069, ab",
    "a\u0007b, ab",
    "\u202E\u0000, …",
  })
  void whatCannotBeSeenIsTakenOut(String words, String shown) {
    ObjectNode json =
        write(
            Surface.CHAT, new Card(words, List.of(new Block.Text(words), new Block.Quote(words))));

    assertThat(AdaptiveCardLimits.complaints(json)).isEmpty();
    assertThat(texts(json)).contains(shown).doesNotContain(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Where you stand                                   ; true
          They want it earlier than suits you (round 1)     ; true
          Share it with O'Neill, and nobody else?           ; true
          3 things are open                                 ; true
          1. first                                          ; false
          - To Sam                                          ; false
          To **Sam**                                        ; false
          To <at>Sam</at>                                   ; false
          To [Sam](x)                                       ; false
          To {{DATE(2026-04-01T00:00:00Z)}}                 ; false
          snake_case_name                                   ; false
          """)
  void aTitleIsAHeadingWhereItHasNoMarkup(String title, boolean heading) {
    ObjectNode json = write(Surface.CHAT, Card.of(title, "Text."));

    assertThat(AdaptiveCardLimits.complaints(json)).isEmpty();
    assertThat(all(json, "TextBlock")).hasSize(heading ? 1 : 0);
    assertThat(texts(json).contains(title)).isEqualTo(!heading);
  }

  @ParameterizedTest
  @CsvSource({"CHAT, 3", "DIALOG, 2", "COMPOSE, 2"})
  void theFirstLineSaysWhoCanSeeItAndADialogHasItsTitleAbove(Surface surface, int parts) {
    Card card = Card.of("Where you stand", "Text.");
    ObjectNode json = write(surface, card);

    assertThat(texts(json)).startsWith("Only you can see this");
    assertThat(json.path("body")).hasSize(parts);
    assertThat(AdaptiveCardWriter.title(card)).isEqualTo("Where you stand");
    Card longer = Card.of("x".repeat(100), "Text.");
    assertThat(write(surface, longer).path("body")).hasSize(3);
    assertThat(AdaptiveCardWriter.title(longer)).hasSize(60).endsWith(" …");
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT, softer, false",
    "CHAT, facts, true",
    "CHAT, 'answer ', true",
    "DIALOG, softer, false",
    "DIALOG, facts, false",
    "COMPOSE, 'answer ', false",
  })
  void aButtonSaysItsCommandOrOpensADialog(Surface surface, String command, boolean opens) {
    Card card =
        new Card("A", List.of(new Block.Buttons(List.of(new Block.Button("Do it", command)))));
    JsonNode action = all(write(surface, card), "ActionSet").get(0).path("actions").path(0);
    boolean executes = surface == Surface.CHAT && !opens;

    assertThat(action.path("type").asText())
        .isEqualTo(executes ? "Action.Execute" : "Action.Submit");
    assertThat(action.path("data").has("msteams")).isEqualTo(opens);
    assertThat(action.path("associatedInputs").asText()).isEqualTo("none");
    assertThat(Said.read(action.path("data")))
        .isEqualTo(new Said(Everywhere.CASE, command.strip()));
    assertThat(action.has("fallback")).isEqualTo(executes);
    if (executes) {
      assertThat(action.path("verb").asText()).isEqualTo("say");
      assertThat(action.path("fallback").path("data")).isEqualTo(action.path("data"));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "6, 6", "7, 4+3", "11, 6+5", "13, 5+4+4", "25, 5+5+5+5+5"})
  void longRowsOfButtonsAreBroken(int buttons, String rows) {
    Card card =
        new Card(
            "A",
            List.of(
                new Block.Buttons(
                    IntStream.range(0, buttons)
                        .mapToObj(i -> new Block.Button("B" + i, "show " + i))
                        .toList())));

    assertThat(
            String.join(
                "+",
                all(write(Surface.CHAT, card), "ActionSet").stream()
                    .map(set -> String.valueOf(set.path("actions").size()))
                    .toList()))
        .isEqualTo(rows);
  }

  @Test
  void besideTheComposeBoxWordsCanBeChangedAndPutIntoIt() {
    Card card =
        new Card(
            "A",
            List.of(
                new Block.Text("You could say it like this."),
                new Block.Words("Send:", Everywhere.sendable("being quick")),
                new Block.Quote("They never answer."),
                new Block.Words("", Everywhere.sendable("the good work"))));
    ObjectNode json = write(Surface.COMPOSE, card);
    List<JsonNode> inputs = all(json, "Input.Text");
    List<JsonNode> buttons = all(json, "Action.Submit");

    assertThat(AdaptiveCardLimits.complaints(json)).isEmpty();
    assertThat(inputs).hasSize(2);
    assertThat(buttons).hasSize(2).allMatch(one -> !one.has("associatedInputs"));
    for (int i = 0; i < 2; i++) {
      String words = inputs.get(i).path("value").asText();
      ObjectNode sent = (ObjectNode) buttons.get(i).path("data").deepCopy();
      sent.put(inputs.get(i).path("id").asText(), words);
      assertThat(Said.read(sent).insert()).contains(words);
      assertThat(buttons.get(i).path("title").asText()).isEqualTo("Put it into my message");
    }
    for (Surface other : List.of(Surface.CHAT, Surface.DIALOG)) {
      assertThat(all(write(other, card), "Input.Text")).isEmpty();
      assertThat(all(write(other, card), "Container"))
          .hasSize(2)
          .allMatch(box -> box.path("style").asText().equals("emphasis"));
      assertThat(write(other, card).toString()).doesNotContain("insert");
    }
  }

  @ParameterizedTest
  @EnumSource(Surface.class)
  void aFormHasOneButtonThatSendsIt(Surface surface) {
    Card card = new Card("A", List.of(form("facts"), form("track")));
    ObjectNode json = write(surface, card);
    JsonNode submit = all(json, "ActionSet").get(0).path("actions").path(0);

    assertThat(AdaptiveCardLimits.complaints(json)).isEmpty();
    assertThat(submit.path("title").asText()).isEqualTo("Keep it");
    assertThat(submit.has("associatedInputs")).isFalse();
    assertThat(Said.read(submit.path("data"))).isEqualTo(new Said(Everywhere.CASE, "facts"));
    assertThat(Filled.values(submit.path("data"))).containsOnlyKeys("want", "with");
    assertThat(Filled.prefilled(submit.path("data"))).containsExactly("want");
    assertThat(all(json, "Input.Text").get(0))
        .hasToString(
            "{\"type\":\"Input.Text\",\"id\":\"field-want\",\"label\":\"Want\",\"isRequired\":true,"
                + "\"errorMessage\":\"Please fill this in.\",\"placeholder\":\"In short\","
                + "\"maxLength\":3000,\"value\":\"April\"}");
    assertThat(all(json, "ActionSet").get(1).toString()).contains("Fill it in", "track");
  }

  @Test
  void aTeammateIsPickedFromAListOrTyped() {
    Reply reply = new Reply(new Card("A", List.of(form("share"))), true);
    List<Block.Option> many = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      many.add(new Block.Option("Colleague " + i, "id-" + i));
    }
    ObjectNode offered = AdaptiveCardWriter.write(Surface.DIALOG, reply, command -> false, many);
    ObjectNode typed = AdaptiveCardWriter.write(Surface.DIALOG, reply, command -> false, List.of());

    assertThat(all(offered, "Input.ChoiceSet"))
        .singleElement()
        .matches(one -> one.path("style").asText().equals("filtered"))
        .matches(one -> one.path("choices").size() == Inputs.COLLEAGUES)
        .matches(one -> !one.has("isRequired"));
    assertThat(all(offered, "Input.Text").get(1).path("id").asText()).isEqualTo("field-with-typed");
    assertThat(all(typed, "Input.ChoiceSet")).isEmpty();
    JsonNode only = all(typed, "Input.Text").get(1);
    assertThat(only.path("id").asText()).isEqualTo("field-with-typed");
    assertThat(only.path("isRequired").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "😀", "<", "\"", "é", "日"})
  void tooMuchIsLeftOutWithAWordAndTheLastButtonsStay(String sign) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      blocks.add(new Block.Text(sign.repeat(290 / sign.length())));
      if (i % 4 == 0) {
        blocks.add(new Block.Buttons(Collections.nCopies(20, new Block.Button("Go", "go"))));
      }
    }
    blocks.add(new Block.Buttons(List.of(new Block.Button("All of it", "waiting"))));
    Card card = new Card("Much", blocks);

    for (Surface surface : Surface.values()) {
      ObjectNode json = write(surface, card);
      assertThat(AdaptiveCardLimits.complaints(json)).isEmpty();
      assertThat(texts(json)).anyMatch(text -> text.contains("isn't all"));
      assertThat(json.path("body").path(json.path("body").size() - 1).toString())
          .contains("All of it");
      assertThat(Fitting.size(json)).isGreaterThan(Fitting.MOST - 2500);
    }
  }

  @Test
  void aFormIsNeverCut() {
    List<Block> blocks = new ArrayList<>(Collections.nCopies(40, new Block.Text("é".repeat(190))));
    blocks.add(
        new Block.Form(
            "share",
            "Show me first",
            List.of(Field.lines("said", "What?", "").with("日".repeat(3000)))));
    ObjectNode json = write(Surface.DIALOG, new Card("Share it", blocks));

    assertThat(AdaptiveCardLimits.complaints(json)).isEmpty();
    assertThat(json.toString()).contains("field-said", "isn't all", "Show me first");
  }

  private static Block.Form form(String command) {
    return new Block.Form(
        command,
        "Keep it",
        List.of(
            Field.line("want", "Want", "In short").needed().with("April"),
            Field.teammate("with", "With whom?")));
  }

  @Test
  void aCardAboutNothingSaysSo() {
    Reply reply =
        new Reply(
            new Card("A", List.of(new Block.Buttons(List.of(new Block.Button("Do", "help"))))),
            true);
    ObjectNode json = AdaptiveCardWriter.write(Surface.CHAT, reply, x -> false, List.of());

    assertThat(Said.read(all(json, "Action.Execute").get(0).path("data")).about())
        .isEqualTo(Optional.empty());
  }
}
