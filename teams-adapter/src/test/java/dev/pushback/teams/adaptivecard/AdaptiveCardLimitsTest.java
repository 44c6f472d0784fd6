package dev.pushback.teams.adaptivecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.chat.Reply;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.testing.Cards;
import dev.pushback.testing.TestDialogue;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that the coach shows in the dialogues fits into Teams; and the check of it can fail. */
class AdaptiveCardLimitsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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
                      replies.forEach(AdaptiveCardLimitsTest::fitsEverywhere);
                    }));
  }

  private static void fitsEverywhere(Reply reply) {
    for (Surface surface : Surface.values()) {
      ObjectNode card =
          AdaptiveCardWriter.write(surface, reply, "facts"::equals, CardGoldensTest.COLLEAGUES);
      assertThat(AdaptiveCardLimits.complaints(card)).isEmpty();
      assertThat(card.toString()).doesNotContain("That isn't all");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyGoldenFits() {
    return Cards.all().entrySet().stream()
        .map(
            card ->
                dynamicTest(
                    card.getKey(),
                    () ->
                        assertThat(
                                AdaptiveCardLimits.complaints(
                                    CardGoldensTest.card(card.getValue())))
                            .isEmpty()));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          {"type":"TextBlock","text":"x"}                                                            ; TextBlock: does not wrap
          {"type":"TextBlock","text":"**x**","wrap":true}                                            ; TextBlock: markup
          {"type":"TextBlock","text":"<at>Sam</at>","wrap":true}                                     ; TextBlock: markup
          {"type":"TextBlock","text":"- x","wrap":true}                                              ; TextBlock: markup
          {"type":"TextBlock","wrap":true}                                                           ; text
          {"type":"TextBlock","text":"x","wrap":true,"colour":"red"}                                 ; colour
          {"type":"TextBlock","text":"x","wrap":true,"size":"huge"}                                  ; size
          {"type":"TextBlock","text":"x","wrap":"yes"}                                               ; wrap
          {"type":"RichTextBlock","inlines":[{"type":"TextRun","text":""}]}                          ; TextRun: empty
          {"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"{{DATE(2026-04-01T00:00:00Z)}}"}]} ; TextRun: worked out
          {"type":"RichTextBlock","inlines":[]}                                                      ; inlines
          {"type":"RichTextBlock","wrap":true,"inlines":[{"type":"TextRun","text":"x"}]}             ; wrap
          {"type":"ActionSet","actions":[]}                                                          ; actions
          {"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"x","url":"https://x"}]}   ; type
          {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x"}]}                     ; verb
          {"type":"ActionSet","actions":[{"type":"Action.Submit"}]}                                  ; title
          {"type":"ActionSet","actions":[{"type":"Action.Submit","title":"x","data":7}]}             ; data
          {"type":"ActionSet","actions":[{"type":"Action.Submit","title":"x","associatedInputs":"some"}]} ; associatedInputs
          {"type":"Image","url":"https://x"}                                                         ; type
          {"type":"Container","items":[{"type":"Image"}]}                                            ; type
          {"type":"Container"}                                                                       ; items
          {"type":"Container","items":[],"style":"loud"}                                             ; style
          {"type":"ColumnSet","columns":[{"type":"Column","items":[],"width":"wide"}]}               ; width
          {"type":"Input.Text"}                                                                      ; id
          {"type":"Input.Text","id":"a","isRequired":true}                                           ; Input.Text: required, and no word why
          {"type":"Input.Text","id":"a","label":"{{TIME(2026-04-01T00:00:00Z)}}"}                    ; Input.Text: worked out
          {"type":"Input.ChoiceSet","id":"a","choices":[{"title":"{{DATE(","value":"x"}]}            ; Input.ChoiceSet: worked out
          {"type":"Input.ChoiceSet","id":"a","choices":[{"title":"x"}]}                              ; value
          {"type":"Input.ChoiceSet","id":"a","choices":[],"style":"loud"}                            ; style
          {"type":"Container","items":[{"type":"Input.Text","id":"a"},{"type":"Input.Text","id":"a"}]} ; id: twice: a
          """)
  void whatTeamsDoesNotTakeIsFound(String element, String complaint)
      throws JsonProcessingException {
    assertThat(AdaptiveCardLimits.complaints(card(element)))
        .anyMatch(one -> one.contains(complaint));
  }

  @Test
  void aCardItselfHasItsLimitsToo() throws JsonProcessingException {
    ObjectNode card = card("{\"type\":\"TextBlock\",\"text\":\"x\",\"wrap\":true}");
    assertThat(AdaptiveCardLimits.complaints(card)).isEmpty();

    assertThat(AdaptiveCardLimits.complaints(card.deepCopy().put("version", "1.6"))).isNotEmpty();
    assertThat(AdaptiveCardLimits.complaints(card.deepCopy().put("odd", "x"))).isNotEmpty();
    assertThat(AdaptiveCardLimits.complaints(card.deepCopy().without("body"))).isNotEmpty();
    assertThat(AdaptiveCardLimits.complaints(card.deepCopy().put("speak", "x".repeat(25_000))))
        .anyMatch(one -> one.endsWith(" bytes"));
    ObjectNode below = card.deepCopy();
    below.putArray("actions");
    assertThat(AdaptiveCardLimits.complaints(below)).contains("AdaptiveCard: actions below all");
  }

  @Test
  void sevenActionsInARowAreTooMany() throws JsonProcessingException {
    String action = "{\"type\":\"Action.Submit\",\"title\":\"x\"}";
    String six = String.join(",", List.of(action, action, action, action, action, action));

    assertThat(
            AdaptiveCardLimits.complaints(
                card("{\"type\":\"ActionSet\",\"actions\":[" + six + "]}")))
        .isEmpty();
    assertThat(
            AdaptiveCardLimits.complaints(
                card("{\"type\":\"ActionSet\",\"actions\":[" + six + "," + action + "]}")))
        .containsExactly("ActionSet: too many actions");
  }

  private static ObjectNode card(String element) throws JsonProcessingException {
    ObjectNode card =
        JSON.createObjectNode()
            .put("type", "AdaptiveCard")
            .put("version", "1.5")
            .put("fallbackText", "x");
    card.putArray("body").add(JSON.readTree(element));
    return card;
  }
}
