package dev.pushback.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.pushback.card.Block;
import dev.pushback.card.Block.Field;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CleanText;
import dev.pushback.chat.Reply;
import dev.pushback.script.SendableText;
import dev.pushback.testing.TestCoach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote stays what they wrote, and what is too much is left out with a word. */
class BlockKitWriterTest {
  private static final Optional<String> CASE = Optional.of("id-000001");

  /** Wherever words can stand, these do. */
  private static Card everywhere(String words) {
    String label = CleanText.cut(words, CardLimits.LABEL);
    String button = CleanText.cut(words, CardLimits.BUTTON);
    SendableText sendable =
        TestCoach.knowledge().endgame().thanks(Optional.of(CleanText.cut(words, 500)));
    return new Card(
        label,
        List.of(
            new Block.Text(words),
            new Block.Words(label, sendable),
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> and <!here> and <!subteam^S1>",
        "<@U1> <@W123> <#C1|general>",
        "<https://evil.example|your bank> https://evil.example",
        "*b* _i_ ~s~ `c` ```block```",
        "> quote\n• list\n1. one",
        ":smile: :tada:",
        "&lt;!channel&gt; &amp; & < >",
        "[bank](https://evil.example)",
        "日本語 עברית Ελληνικά 👩‍👩‍👧‍👦",
      })
  void whatPeopleWroteStaysPlainText(String words) {
    Card card = everywhere(words);

    for (JsonObject json : List.of(message(card), modal(card), home(card))) {
      assertThat(BlockKitLimits.complaints(json)).isEmpty();
      List<String> texts = texts(json);
      assertThat(texts).filteredOn(words::equals).hasSizeGreaterThanOrEqualTo(5);
      assertThat(texts).anyMatch(text -> text.contains(words) && !text.equals(words));
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
  void whatSlackRefusesIsTakenOut(String words, String shown) {
    JsonObject json =
        message(new Card(words, List.of(new Block.Text(words), new Block.Quote(words))));

    assertThat(BlockKitLimits.complaints(json)).isEmpty();
    assertThat(texts(json)).contains(shown).doesNotContain(words);
  }

  @ParameterizedTest
  @CsvSource({"1, x", "10, x", "9, 😀", "10, 😀", "11, 😀", "3000, 😀", "75, é"})
  void cutsDoNotGoThroughASign(int most, String sign) {
    String cut = CleanText.cut(sign.repeat(10_000), Math.max(most, 4));

    assertThat(cut).endsWith(" …").hasSizeLessThanOrEqualTo(Math.max(most, 4));
    assertThat(cut.replace(sign, "")).isEqualTo(" …");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "😀", "<", "\"", "é"})
  void tooMuchIsLeftOutWithAWordAndTheLastButtonsStay(String sign) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      blocks.add(new Block.Text(sign.repeat(290 / sign.length())));
    }
    blocks.add(new Block.Buttons(List.of(new Block.Button("All of it", "waiting"))));
    Card card = new Card("Much", blocks);

    for (JsonObject json : List.of(message(card), modal(card), home(card))) {
      assertThat(BlockKitLimits.complaints(json)).isEmpty();
      assertThat(texts(json)).contains("All of it").anyMatch(text -> text.contains("isn't all"));
    }
    List<LayoutBlock> shown = BlockKitWriter.blocks(card, CASE);
    assertThat(shown).last().isInstanceOf(ActionsBlock.class);
  }

  @Test
  void aListIsWrittenBrieflyBeforeAnythingIsLeftOutAndThenCutBetweenItsRows() {
    Block.Row row = new Block.Row("track", "Remember what you're waiting for.");
    Card fits = new Card("List", List.of(new Block.Facts("Say", Collections.nCopies(90, row))));
    Card tooLong = new Card("List", List.of(new Block.Facts("Say", Collections.nCopies(300, row))));

    assertThat(message(fits).toString()).doesNotContain("isn't all", "rich_text_list");
    assertThat(message(tooLong).toString()).contains("isn't all");
    for (Card card : List.of(fits, tooLong)) {
      assertThat(BlockKitLimits.complaints(message(card))).isEmpty();
      assertThat(texts(message(card))).contains(": Remember what you're waiting for.\n• ");
    }
  }

  @Test
  void fiftyBlocksAreAMessageAndAHundredAWindow() {
    Card card = new Card("Fifty", Collections.nCopies(50, new Block.Text("One of fifty.")));

    assertThat(BlockKitWriter.blocks(card, CASE)).hasSize(50);
    assertThat(texts(message(card))).anyMatch(text -> text.contains("isn't all"));
    assertThat(SlackViews.modal(new Reply(card, true)).getBlocks()).hasSize(51);
    assertThat(texts(modal(card))).noneMatch(text -> text.contains("isn't all"));
  }

  @Test
  void theFirstLineSaysWhoCanSeeItAndButtonsSayWhatTheyAreAbout() {
    Card card =
        new Card(
            "A",
            List.of(
                new Block.Buttons(
                    List.of(
                        new Block.Button("Softer", "softer"),
                        new Block.Button("They answered", "answer "))),
                new Block.Buttons(List.of(new Block.Button("Again", "again")))));
    JsonArray blocks = message(card).getAsJsonArray("blocks");

    assertThat(texts(blocks.get(0).getAsJsonObject())).containsExactly("Only you can see this");
    assertThat(blocks.toString())
        .contains("\"value\":\"id-000001|softer\"", "\"value\":\"id-000001|answer\"")
        .contains("\"text\":\"They answered …\"")
        .contains("\"action_id\":\"say-3\"")
        .contains("\"block_id\":\"buttons-2\"");
    assertThat(BlockKitLimits.complaints(message(card))).isEmpty();
  }

  @Test
  void aFormIsNeverCutAndOutsideAWindowItIsAButton() {
    List<Block> blocks = new ArrayList<>(Collections.nCopies(46, new Block.Text("x".repeat(190))));
    blocks.add(
        new Block.Form(
            "share",
            "See what they'd see before it goes",
            List.of(
                Field.teammate("with", "With whom?"),
                Field.lines("said", "What?", "").with("y".repeat(3000)))));
    Card card = new Card("Share the question", blocks);

    assertThat(modal(card).toString())
        .contains(
            "field:with", "field:said", "isn't all", "\"private_metadata\":\"id-000001|share\"")
        .contains("See what they'd see be …");
    assertThat(BlockKitLimits.complaints(modal(card))).isEmpty();
    assertThat(message(card).toString())
        .doesNotContain("field:")
        .contains("Fill it in …", "\"value\":\"id-000001|share\"");
  }

  private static JsonObject message(Card card) {
    JsonObject message = new JsonObject();
    message.add(
        "blocks", GsonFactory.createSnakeCase().toJsonTree(BlockKitWriter.blocks(card, CASE)));
    return message;
  }

  private static JsonObject modal(Card card) {
    return GsonFactory.createSnakeCase()
        .toJsonTree(SlackViews.modal(new Reply(card, true, false, CASE)))
        .getAsJsonObject();
  }

  private static JsonObject home(Card card) {
    return GsonFactory.createSnakeCase().toJsonTree(SlackViews.home(card)).getAsJsonObject();
  }

  /** Every text that somebody reads. */
  private static List<String> texts(JsonElement json) {
    List<String> texts = new ArrayList<>();
    if (json instanceof JsonArray array) {
      array.forEach(one -> texts.addAll(texts(one)));
    } else if (json instanceof JsonObject object) {
      if (object.has("text") && object.get("text").isJsonPrimitive()) {
        texts.add(object.get("text").getAsString());
      }
      object.entrySet().forEach(one -> texts.addAll(texts(one.getValue())));
    }
    return texts;
  }
}
