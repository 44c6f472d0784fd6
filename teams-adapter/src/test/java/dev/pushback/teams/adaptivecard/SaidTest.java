package dev.pushback.teams.adaptivecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pushback.card.CardLimits;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Said NOTHING = new Said(Optional.empty(), "");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                   ; softer   ; ~~         ; {"say":"softer"}
          id-000001                            ; answer   ; ~~         ; {"about":"id-000001","say":"answer"}
          01990b2e-7d5a-7cc0-8a6e-1f5d0c3b2a19 ; letgo f1 ; ~~         ; {"about":"01990b2e-7d5a-7cc0-8a6e-1f5d0c3b2a19","say":"letgo f1"}
          ~~                                   ; ~~       ; Thank you. ; {"insert":"Thank you."}
          ~~                                   ; ~~       ; ~~         ; {}
          """)
  void whatIsWrittenIsReadAgain(String about, String command, String insert, String data)
      throws JsonProcessingException {
    Said said = new Said(given(about), command, given(insert));

    assertThat(said.data()).hasToString(data);
    assertThat(Said.read(JSON.readTree(data))).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"softer\"",
        "[\"softer\"]",
        "{\"command\":\"softer\"}",
        "{\"say\":7}",
        "{\"say\":null}",
        "{\"say\":{\"say\":\"softer\"}}",
        "{\"say\":\"softer\",\"about\":7}",
        "{\"say\":\"softer\",\"about\":\"\"}",
        "{\"say\":\"softer\",\"about\":\"a b\"}",
        "{\"say\":\"softer\",\"about\":\"<script>\"}",
        "{\"say\":\"softer\",\"about\":\"é\"}",
        "{\"say\":\"softer\",\"insert\":[\"x\"]}",
        "{\"insert\":\"  \"}",
        "{\"insert\":\"words-1\"}",
        "{\"insert\":\"words-1\",\"words-1\":7}",
      })
  void whatNobodyWroteSaysNothing(String data) throws JsonProcessingException {
    assertThat(Said.read(JSON.readTree(data))).isEqualTo(NOTHING);
  }

  @Test
  void whatIsTooLongSaysNothingAndIsNotWritten() {
    String longest = "x".repeat(Said.LONGEST);
    String words = "x".repeat(CardLimits.INPUT);

    assertThat(Said.read(data("say", longest)).command()).isEqualTo(longest);
    assertThat(Said.read(data("say", longest + "x"))).isEqualTo(NOTHING);
    assertThat(Said.read(data("insert", words)).insert()).contains(words);
    assertThat(Said.read(data("insert", words + "x"))).isEqualTo(NOTHING);
    assertThat(Said.read(data("about", "y".repeat(101)))).isEqualTo(NOTHING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Said(Optional.empty(), longest + "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Said(Optional.of("Acme | Dana"), "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Said(Optional.empty(), "", Optional.of(words + "x")));
  }

  @Test
  void wordsToInsertAreWhatStandsInTheirInputInTheEnd() throws JsonProcessingException {
    JsonNode data =
        JSON.readTree(
            "{\"insert\":\"words-2\",\"words-1\":\"One.\",\"words-2\":\"Two, changed.\"}");

    assertThat(Said.read(data).insert()).contains("Two, changed.");
  }

  @Test
  void whatTeamsAddsIsPassedOver() throws JsonProcessingException {
    JsonNode data =
        JSON.readTree(
            "{\"say\":\"facts\",\"msteams\":{\"type\":\"task/fetch\"},\"type\":\"task/fetch\","
                + "\"field-want\":\"April\"}");

    assertThat(Said.read(data)).isEqualTo(new Said(Optional.empty(), "facts"));
  }

  @Test
  void itTellsNothingOfItselfToALog() {
    assertThat(new Said(Optional.empty(), "they won't pay")).asString().doesNotContain("pay");
  }

  private static JsonNode data(String key, String value) {
    return JSON.createObjectNode().put(key, value);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }
}
