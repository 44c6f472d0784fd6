package dev.pushback.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static Map<String, String> fields(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  @Test
  void aFilledFormIsWordsThatCouldHaveBeenTyped() {
    assertThat(Answers.say("answer", fields("", "our policy forbids it")))
        .isEqualTo("answer our policy forbids it");
    assertThat(Answers.say("facts", fields("want", "April", "why", " ", "budget", "8,000")))
        .isEqualTo("facts\nwant: April\nbudget: 8,000");
    assertThat(Answers.say("share", fields("", "@U1", "keep", "names limit")))
        .isEqualTo("share @U1\nkeep: names limit");
  }

  @Test
  void whatIsSaidIsReadAgainAlsoIfItHasSeveralLines() {
    Map<String, String> filled =
        Map.of("their", "Dear Ada,\nbudget: none.\n\nBest", "want", "April");

    assertThat(Answers.read(Answers.say("facts", filled).replaceFirst("facts", "")))
        .isEqualTo(
            new Answers("", Map.of("their", "Dear Ada,\nbudget: none.\n\nBest", "want", "April")));
  }

  @Test
  void wordsWithoutANameStandAtTheStart() {
    assertThat(Answers.read("@U1\nkeep: names"))
        .isEqualTo(new Answers("@U1", Map.of("keep", "names")));
    assertThat(Answers.read("")).isEqualTo(new Answers("", Map.of()));
    assertThat(Answers.read("what: ").get("what")).isEmpty();
    assertThat(Answers.read("what: ").emptied()).containsExactly("what");
    assertThat(Answers.say("facts", Map.of("want", "April"), Set.of("why", "want")))
        .isEqualTo("facts\nwant: April\nwhy:");
    assertThat(Answers.read("see https://x.example: no").plain())
        .isEqualTo("see https://x.example: no");
  }
}
