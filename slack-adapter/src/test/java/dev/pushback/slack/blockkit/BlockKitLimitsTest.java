package dev.pushback.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.model.block.LayoutBlock;
import dev.pushback.chat.Reply;
import dev.pushback.slack.blockkit.BlockKitLimits.Rule;
import dev.pushback.testing.TestDialogue;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All that the coach shows in the dialogues fits into Slack; and the check of it can fail. */
class BlockKitLimitsTest {

  @TestFactory
  Stream<DynamicTest> everyCardOfTheDialoguesFitsEverywhere() throws IOException {
    return TestDialogue.files().stream()
        .map(
            file ->
                dynamicTest(
                    String.valueOf(file.getFileName()),
                    () -> {
                      List<Reply> replies = TestDialogue.replies(file);
                      assertThat(replies).isNotEmpty();
                      for (Reply reply : replies) {
                        List<LayoutBlock> message = BlockKitWriter.blocks(reply);
                        assertThat(BlockKitLimits.complaints(message)).isEmpty();
                        assertThat(message.toString()).doesNotContain("That isn't all");
                        assertThat(BlockKitLimits.complaints(SlackViews.modal(reply))).isEmpty();
                        assertThat(BlockKitLimits.complaints(SlackViews.home(reply.card())))
                            .isEmpty();
                      }
                    }));
  }

  static List<Rule> rules() {
    return BlockKitLimits.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRowOfTheTableCanFail(Rule rule) {
    assertThat(complaints(rule, tooMuch(rule)))
        .anyMatch(complaint -> complaint.startsWith(rule.name() + ": "));
    assertThat(complaints(rule, fitting(rule)))
        .noneMatch(complaint -> complaint.startsWith(rule.name() + ": "));
    if (rule.required()) {
      JsonObject without = new JsonObject();
      without.addProperty("type", rule.type());
      assertThat(BlockKitLimits.complaints(within(rule.type(), without)))
          .contains(rule.name() + ": missing");
    }
  }

  private static List<String> complaints(Rule rule, JsonElement value) {
    JsonObject node = new JsonObject();
    node.addProperty("type", rule.type());
    node.add(rule.property(), value);
    return BlockKitLimits.complaints(within(rule.type(), node));
  }

  /** Puts it where the table expects it. */
  private static JsonObject within(String type, JsonObject node) {
    return switch (type) {
      case "message" -> {
        node.remove("type");
        yield node;
      }
      case "modal", "home" -> node;
      case "option" -> message("checkboxes", "options", list(node));
      case "confirm" -> message("button", "confirm", node);
      case "style" -> message("text", "style", node);
      case "section.fields" -> message("section", "fields", list(node));
      case "plain_text" -> message("header", "text", node);
      default -> {
        JsonObject message = new JsonObject();
        message.add("blocks", list(node));
        yield message;
      }
    };
  }

  private static JsonObject message(String type, String property, JsonElement value) {
    JsonObject node = new JsonObject();
    node.addProperty("type", type);
    node.add(property, value);
    JsonObject message = new JsonObject();
    message.add("blocks", list(node));
    return message;
  }

  private static JsonArray list(JsonElement one) {
    JsonArray list = new JsonArray();
    list.add(one);
    return list;
  }

  private static JsonElement tooMuch(Rule rule) {
    return value(rule, rule.most() + 1, "0", true);
  }

  private static JsonElement fitting(Rule rule) {
    return value(rule, rule.most(), "true", false);
  }

  private static JsonElement value(Rule rule, int size, String flag, boolean bad) {
    return switch (rule.kind()) {
      case PLAIN -> plain("x".repeat(size));
      case STRING -> new JsonPrimitive("x".repeat(size));
      case NUMBER -> new JsonPrimitive(size);
      case FLAG -> JsonParser.parseString(flag);
      case FALSE -> new JsonPrimitive(bad);
      case NODE -> bad ? new JsonPrimitive("x") : new JsonObject();
      case LIST -> {
        JsonArray list = new JsonArray();
        for (int i = 0; i < size; i++) {
          list.add(new JsonObject());
        }
        yield list;
      }
    };
  }

  private static JsonObject plain(String text) {
    JsonObject plain = new JsonObject();
    plain.addProperty("type", "plain_text");
    plain.addProperty("text", text);
    plain.addProperty("emoji", false);
    return plain;
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          {"type":"header","text":{"type":"mrkdwn","text":"x"}}                                    ; header.text: mrkdwn is forbidden
          {"type":"section","text":{"type":"mrkdwn","text":"x"}}                                   ; section.text: mrkdwn is forbidden
          {"type":"section","fields":[{"type":"mrkdwn","text":"x"}]}                               ; mrkdwn: forbidden in section.fields
          {"type":"context","elements":[{"type":"mrkdwn","text":"x"}]}                             ; mrkdwn: can't stand in context.elements
          {"type":"header","text":{"type":"plain_text","text":"x","emoji":true}}                   ; plain_text.emoji: must be false
          {"type":"header","text":{"type":"plain_text","text":"x"}}                                ; plain_text.emoji: missing
          {"type":"header","text":{"type":"plain_text","text":"","emoji":false}}                   ; header.text: empty
          {"type":"header","text":{"type":"plain_text","text":"\\u0000","emoji":false}}            ; header.text: a sign that Slack refuses
          {"type":"header","text":{"type":"plain_text","text":"\\ud83d","emoji":false}}            ; header.text: a sign that Slack refuses
          {"type":"header","text":{"type":"plain_text","text":"\\u202e","emoji":false}}            ; header.text: a sign that Slack refuses
          {"type":"markdown","text":"x"}                                                           ; markdown: unknown
          {"type":"header","colour":"red"}                                                         ; header.colour: unknown
          {"type":"section"}                                                                       ; section: neither text nor fields
          {"type":"actions","elements":[{"type":"button","style":"primary"}]}                      ; button.style: unknown
          {"type":"actions","elements":[]}                                                         ; actions.elements: empty
          {"type":"actions","elements":[{"type":"button","action_id":"a"},{"type":"button","action_id":"a"}]} ; action_id: twice: a
          {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"https://evil"}]}]} ; link: can't stand in rich_text_section.elements
          {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"broadcast","range":"channel"}]}]} ; broadcast: unknown
          {"type":"input","block_id":"field:a"}                                                    ; message: nothing can be filled in here
          """)
  void whatSlackDoesNotTakeIsFound(String block, String complaint) {
    JsonObject message = new JsonObject();
    message.add("blocks", list(JsonParser.parseString(block)));

    assertThat(BlockKitLimits.complaints(message)).contains(complaint);
  }

  @Test
  void twoBlocksOfOneIdAndTooManyCharactersAreFound() {
    JsonObject divider = new JsonObject();
    divider.addProperty("type", "divider");
    divider.addProperty("block_id", "a");
    JsonObject message = new JsonObject();
    message.add("blocks", list(divider));
    assertThat(BlockKitLimits.complaints(message)).isEmpty();

    message.getAsJsonArray("blocks").add(divider);
    assertThat(BlockKitLimits.complaints(message)).containsExactly("block_id: twice: a");

    JsonObject much = new JsonObject();
    much.addProperty("type", "section");
    much.add("text", plain("x".repeat(2700)));
    JsonArray five = new JsonArray();
    Collections.nCopies(5, much).forEach(five::add);
    message.add("blocks", five);
    assertThat(BlockKitLimits.complaints(message))
        .singleElement()
        .asString()
        .startsWith("message: 1")
        .endsWith(" characters, at most 13000");
  }

  @Test
  void aWindowWithoutAFormCannotBeSubmitted() {
    JsonObject window =
        JsonParser.parseString("{\"type\":\"modal\",\"blocks\":[]}").getAsJsonObject();
    window.add("submit", plain("Send"));

    assertThat(BlockKitLimits.complaints(window))
        .contains("modal: something to fill in and a button to submit it need each other");
  }
}
