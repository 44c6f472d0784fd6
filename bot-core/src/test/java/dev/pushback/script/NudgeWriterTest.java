package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.playbook.Nudges;
import dev.pushback.playbook.Nudges.Kind;
import dev.pushback.playbook.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the coach brings up by itself: calm, about the calendar, and without guilt. */
class NudgeWriterTest {
  private final Nudges nudges = TestKnowledge.get().playbook().nudges();
  private final NudgeWriter writer = new NudgeWriter(TestKnowledge.get().playbook());

  private static NudgeRequest request(Kind kind, String what, String partner) {
    return new NudgeRequest(
        kind, what, partner, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          OVERDUE   | signed NDA  | Rivera      | nine working days | six working days  |       | The signed NDA (Rivera): nine working days so far, usually six working days; fine to ask today.
          OVERDUE   | signed NDA  | Rivera      | nine working days |                   |       | The signed NDA (Rivera): nine working days so far, longer than usual; fine to ask today.
          OVERDUE   | signed NDA  | Rivera      |                   |                   |       | The signed NDA (Rivera): longer than usual; fine to ask today.
          PROMISED  | tour dates  | Teatr Skala | two weeks         | a week            | 3 May | The tour dates (Teatr Skala): the date was 3 May, so it's fine to ask today.
          FIRST_ASK | invoice 881 | Hartono     | three days        |                   |       | Invoice 881 (Hartono): three days so far, nothing late; a first question is polite from today.
          YOU_OWE   | our quote   | Hartono     |                   |                   | 3 May | Yours: our quote for Hartono, named for 3 May.
          PARKED    | logo files  | Café Brújula |                  |                   |       | The logo files (Café Brújula): parked, nothing to do.
          """)
  void aLineOfADigest(
      Kind kind,
      String what,
      String partner,
      @org.jspecify.annotations.Nullable String waited,
      @org.jspecify.annotations.Nullable String usual,
      @org.jspecify.annotations.Nullable String promised,
      String line) {
    NudgeRequest request =
        new NudgeRequest(
            kind,
            what,
            partner,
            Optional.ofNullable(waited),
            Optional.ofNullable(usual),
            Optional.ofNullable(promised));

    assertThat(writer.line(request).words()).isEqualTo(line);
    assertThat(writer.single(request).words()).contains(partner);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void littleIsEnoughToSaySomething(Kind kind) {
    assertThat(writer.single(request(kind, "chase them", "")).words())
        .contains("your contact")
        .doesNotContain("{", "}");
  }

  @Test
  void noNudgeBlamesAnybodyOrMakesAnybodyFeelGuilty() {
    assertThat(nudges.phrases().map(Phrase::toString))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            phrase ->
                assertThat(phrase.toLowerCase(Locale.ROOT))
                    .doesNotContain(
                        "ignor",
                        "forgot",
                        "forgotten",
                        "should have",
                        "sorry",
                        "fail",
                        "still haven't",
                        "!",
                        "late again",
                        "you must",
                        "overdue",
                        "just checking"));
  }

  @Test
  void aDigestHasALineAboveAndOneForEach() {
    List<CoachText> digest =
        writer.digest(
            List.of(
                request(Kind.OVERDUE, "the keys", "Umbra"), request(Kind.PARKED, "NDA", "Rivera")));

    assertThat(digest).hasSize(3);
    assertThat(writer.digest(List.of()))
        .extracting(CoachText::words)
        .containsExactly("Nothing to ask today.");
  }

  @Test
  void itAsksWhetherTheyAnsweredElsewhere() {
    assertThat(writer.button("answered").words()).isEqualTo("Handled elsewhere");
  }
}
