package dev.pushback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.TestKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operation {@code when} of JSON Lines. */
class WhenOpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SIGN_OFF =
      """
      {"op":"when","id":7,"partner_kind":"bureaucracy","item":"sign-off for the poster",\
      "channel":"email","asked_at":"2026-03-02T10:00:00+01:00","contacts":[],"history":[],\
      "now":"2026-03-06T10:00:00+01:00","zone":"Europe/Berlin","country":"DE"}""";

  private final JsonLines lines =
      new JsonLines(TestKnowledge.get(), new Bugs(Optional.empty(), () -> "test"));

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode answer(String name, String value) {
    ObjectNode in = (ObjectNode) json(SIGN_OFF);
    in.set(name, json(value));
    return json(lines.answer(in.toString()));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void theAnswerSaysWhenWhyAndWhatItIsBasedOn() {
    JsonNode out = json(lines.answer(SIGN_OFF));

    assertThat(names(out))
        .containsExactly(
            "id",
            "op",
            "verdict",
            "polite_from",
            "overdue_at",
            "silence_at",
            "reasons",
            "basis",
            "prior");
    assertThat(out.path("verdict").asText()).isEqualTo("wait");
    assertThat(out.path("polite_from").asText()).isEqualTo("2026-03-09T09:00:00Z");
    assertThat(out.path("overdue_at").asText()).isEqualTo("2026-03-30T08:00:00Z");
    assertThat(out.path("reasons")).hasSize(1);
    assertThat(names(out.path("reasons").path(0))).containsExactly("id", "text");
    assertThat(out.path("reasons").path(0).path("id").asText()).isEqualTo("too-soon");
    assertThat(names(out.path("basis"))).containsExactly("seen", "median_hours", "q90_hours");
    assertThat(out.path("basis").path("median_hours").asDouble()).isEqualTo(64);
    assertThat(out.path("basis").path("q90_hours").asDouble()).isEqualTo(160);
    assertThat(out.path("prior").asText()).isEqualTo("small-sign-off");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          we_owe         ; true                              ; wait ; 2026-03-09T09:00:00Z
          now            ; "2026-03-09T10:00:00+01:00"       ; ask  ; 2026-03-09T09:00:00Z
          promised       ; "2026-03-12"                      ; wait ; 2026-03-13T08:00:00Z
          promised       ; "2026-03-12T15:00:00Z"            ; wait ; 2026-03-13T08:00:00Z
          deadline       ; "2026-03-31"                      ; ask  ; 2026-03-05T09:00:00Z
          adds_something ; false                             ; wait ; 2026-03-09T09:00:00Z
          channel        ; "phone"                           ; ask  ; 2026-03-05T09:00:00Z
          contacts       ; ["2026-03-04T10:00:00+01:00"]     ; wait ; 2026-03-11T09:00:00Z
          country        ; null                              ; wait ; 2026-03-09T09:00:00Z
          partner_kind   ; "colleague"                       ; ask  ; 2026-03-03T09:00:00Z
          partner_kind   ; "regulator"                       ; wait ; 2026-03-23T09:00:00Z
          history        ; [{"asked_at":"2026-01-05T09:00:00Z","answered_at":null}] ; wait ; 2026-03-16T09:00:00Z
          """)
  void everyFieldCounts(String name, String value, String verdict, String politeFrom) {
    JsonNode out = answer(name, value);

    assertThat(out.path("verdict").asText()).isEqualTo(verdict);
    assertThat(out.path("polite_from").asText()).isEqualTo(politeFrom);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          partner_kind   ; "martian"               ; bad-value
          partner_kind   ; null                    ; missing-field
          partner_kind   ; 5                       ; bad-value
          channel        ; "pigeon"                ; bad-value
          asked_at       ; null                    ; missing-field
          asked_at       ; "yesterday"             ; bad-value
          asked_at       ; "2026-02-30T10:00:00Z"  ; bad-value
          asked_at       ; "2026-03-02T10:00:00"   ; bad-value
          asked_at       ; "+99999-01-01T00:00:00Z"; bad-value
          now            ; null                    ; missing-field
          now            ; 1700000000              ; bad-value
          zone           ; null                    ; missing-field
          zone           ; "Mars/Base"             ; bad-value
          zone           ; ""                      ; bad-value
          country        ; "XX"                    ; bad-value
          country        ; "Germany"               ; bad-value
          promised       ; "Friday"                ; bad-value
          promised       ; "2026-02-30"            ; bad-value
          deadline       ; "0000-01-01"            ; bad-value
          contacts       ; "none"                  ; bad-value
          contacts       ; [5]                     ; bad-value
          contacts       ; ["soon"]                ; bad-value
          history        ; {}                      ; bad-value
          history        ; [5]                     ; bad-value
          history        ; [{}]                    ; missing-field
          history        ; [{"asked_at":"2026-01-05T09:00:00Z","answered_at":"2026-01-04T09:00:00Z"}] ; bad-value
          we_owe         ; "yes"                   ; bad-value
          adds_something ; 1                       ; bad-value
          """)
  void whatCannotBeReadIsToldWithItsName(String name, String value, String code) {
    JsonNode error = answer(name, value).path("error");

    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("message").asText()).isNotBlank();
  }

  @Test
  void fieldsThatMayBeMissingMayBeMissing() {
    JsonNode out =
        json(
            lines.answer(
                "{\"op\":\"when\",\"partner_kind\":\"vendor\",\"asked_at\":\"2026-03-02T10:00:00Z\","
                    + "\"now\":\"2026-03-01T10:00:00Z\",\"zone\":\"UTC\"}"));

    assertThat(out.path("verdict").asText()).isEqualTo("wait");
    assertThat(out.path("prior").asText()).isEqualTo("vendor-change");
  }

  @Test
  void theSameLineGetsTheSameAnswer() {
    assertThat(lines.answer(SIGN_OFF)).isEqualTo(lines.answer(SIGN_OFF));
  }
}
