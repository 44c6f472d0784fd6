package dev.pushback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.TestKnowledge;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code track} answers as JSON Lines. */
class TrackOpTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonLines lines =
      new JsonLines(TestKnowledge.get(), new Bugs(Optional.empty(), () -> "test"));

  private JsonNode answer(ObjectNode in) throws JsonProcessingException {
    return JSON.readTree(lines.answer(in.toString()));
  }

  private static ObjectNode track(String text) {
    return JSON.createObjectNode()
        .put("op", "track")
        .put("text", text)
        .put("now", "2026-11-18T09:00:00Z")
        .put("zone", "Europe/Paris");
  }

  @Test
  void itTellsWhatAndWhoAndTheDay() throws JsonProcessingException {
    JsonNode out = answer(track("track the signed lease with Dune Logistics by Friday week"));

    assertThat(out.path("what").asText()).isEqualTo("signed lease");
    assertThat(out.path("partner").asText()).isEqualTo("Dune Logistics");
    assertThat(out.path("due").asText()).isEqualTo("2026-11-27");
    assertThat(out.path("due_text").asText()).isEqualTo("Friday week");
    assertThat(out.path("kind").asText()).isNotBlank();
    assertThat(out.has("note")).isFalse();
    assertThat(out.has("direction")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eod friday        | 2026-11-20T16:00:00Z | ''
          yesterday         | 2026-11-17           | That day is over.
          30 Feb            | ''                   | There is no 30 February.
          one of these days | ''                   | These words name no day we can count on.
          """)
  void aDayThatCannotBeCountedOnComesWithANote(String when, String due, String note)
      throws JsonProcessingException {
    JsonNode out = answer(track("track the signed lease with Dune Logistics by " + when));

    assertThat(out.path("due").asText()).isEqualTo(due);
    assertThat(out.path("note").asText()).isEqualTo(note);
  }

  @Test
  void twoNumbersThatCouldBeEitherWayAreAskedBack() throws JsonProcessingException {
    ObjectNode in = track("track the signed lease with Dune Logistics by 04/05");

    JsonNode out = answer(in);
    assertThat(out.path("due_options"))
        .extracting(JsonNode::asText)
        .containsExactly("2027-04-05", "2027-05-04");
    assertThat(out.has("due")).isFalse();
    assertThat(answer(in.put("country", "US")).path("due").asText()).isEqualTo("2027-04-05");
  }

  @Test
  void whatWeOweIsSaid() throws JsonProcessingException {
    JsonNode out = answer(track("I owe Rivera the floor plan by Friday"));

    assertThat(out.path("direction").asText()).isEqualTo("you-owe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "🙂", "???"})
  void aTextWithoutWordsHasNothingToTrack(String text) throws JsonProcessingException {
    JsonNode out = answer(track(text));

    assertThat(out.path("note").asText()).contains("nothing to track yet");
    assertThat(out.has("what")).isFalse();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "now,     yesterday,     bad-value",
    "now,     ,              missing-field",
    "zone,    Mars,          bad-value",
    "zone,    ,              missing-field",
    "country, Atlantis,      bad-value",
  })
  void aWrongFieldIsNamed(
      String field, @org.jspecify.annotations.Nullable String value, String code)
      throws JsonProcessingException {
    JsonNode error = answer(track("track the lease with Dune").put(field, value)).path("error");

    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("message").asText()).contains("'" + field + "'");
  }
}
