package dev.pushback.teams.adaptivecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Answers;
import dev.pushback.card.Block;
import dev.pushback.card.Block.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilledTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Block.Option> OPTIONS =
      List.of(new Block.Option("The partner", "partner"), new Block.Option("The amount", "amount"));
  private static final Block.Form FORM =
      new Block.Form(
          "facts",
          "Keep it",
          List.of(
              Field.line("want", "Want", "").with("April"),
              Field.lines("said", "Said", ""),
              Field.oneOf("boss", "Boss", OPTIONS).with("partner"),
              Field.anyOf("show", "Show", OPTIONS).with("amount"),
              Field.teammate("with", "With"),
              Field.line("", "Plain", "").with("x")));

  @Test
  void whatWasFilledInIsReadInTheOrderOfTheForm() throws JsonProcessingException {
    ObjectNode data =
        filled(
            """
            {"field-": "", "field-with": "5f0c1f6e-26f4", "field-with-typed": "Someone else",
             "field-show": "partner,amount", "field-boss": "partner", "field-want": "March, or April",
             "words-1": "x", "field-odd": "y"}
            """);

    assertThat(Filled.values(data))
        .containsExactly(
            Map.entry("want", "March, or April"),
            Map.entry("said", ""),
            Map.entry("boss", "partner"),
            Map.entry("show", "partner amount"),
            Map.entry("with", "@5f0c1f6e-26f4"),
            Map.entry("", ""));
    assertThat(Filled.people(data)).containsExactly(Map.entry("with", "5f0c1f6e-26f4"));
    assertThat(Filled.prefilled(data)).containsExactly("want");
    assertThat(Answers.say("facts", Filled.values(data), Filled.prefilled(data)))
        .isEqualTo(
            "facts\nwant: March, or April\nboss: partner\nshow: partner amount\nwith: @5f0c1f6e-26f4");
  }

  @Test
  void whatWasEmptiedIsSaidToBe() throws JsonProcessingException {
    ObjectNode data = filled("{\"field-said\": \"no\"}");

    assertThat(Answers.say("facts", Filled.values(data), Filled.prefilled(data)))
        .isEqualTo("facts\nsaid: no\nwant:");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Sam, Sam",
    "'', '@Sam Okoro ', Sam Okoro",
    "'', '', ''",
    "id-7, '', @id-7",
    "id-7, Sam, @id-7",
    "two words, Sam, Sam",
    "'<at>x</at>', '', ''",
  })
  void aColleagueIsPickedOrTyped(String picked, String typed, String value)
      throws JsonProcessingException {
    ObjectNode data = filled("{}").put("field-with", picked).put("field-with-typed", typed);

    assertThat(Filled.values(data)).containsEntry("with", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "{}",
        "{\"field-want\":\"April\"}",
        "{\"fields\":\"want\"}",
        "{\"fields\":[7,\"WANT\",\"a b\",null]}",
        "{\"people\":[\"with\"],\"prefilled\":{\"x\":1}}"
      })
  void whatNobodyWroteFillsInNothing(String data) throws JsonProcessingException {
    JsonNode read = JSON.readTree(data);

    assertThat(Filled.values(read)).isEmpty();
    assertThat(Filled.people(read)).isEmpty();
    assertThat(Filled.prefilled(read)).isEmpty();
  }

  private static ObjectNode filled(String inputs) throws JsonProcessingException {
    ObjectNode data = JSON.createObjectNode();
    Filled.describe(data, FORM);
    data.setAll((ObjectNode) JSON.readTree(inputs));
    return data;
  }
}
