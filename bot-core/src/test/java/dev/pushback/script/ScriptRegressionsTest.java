package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Firmness;
import dev.pushback.situation.Objection;
import dev.pushback.situation.ObjectionReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fails at present; move it to the test of its class once it is mended. */
class ScriptRegressionsTest {
  private static final Knowledge KNOWLEDGE = TestKnowledge.get();

  private final Wording wording = new Wording(KNOWLEDGE.playbook().shorthand());
  private final FactLine factLine =
      new FactLine(
          KNOWLEDGE.reader(),
          wording,
          KNOWLEDGE.playbook().guard(),
          KNOWLEDGE.playbook().lexicon());

  /** As a sum it fits no line for a deadline, so the vouched date is silently left out. */
  @ParameterizedTest
  @ValueSource(strings = {"3 May", "30 June", "10 March", "2025-05-03", "15/05"})
  void aDayAndItsMonthAreADateAndNoSum(String fact) {
    assertThat(factLine.fit("deadline", fact)).isEqualTo(Map.of("fact:when", fact));
  }

  @Test
  void aDateIsPutAfterIsWithoutItsPreposition() {
    assertThat(factLine.fit("deadline", "by Friday")).isEqualTo(Map.of("fact:when", "Friday"));
  }

  @Test
  void anAmountWithItsSignIsAboutMoney() {
    ObjectionReading theirs =
        new ObjectionReading(
            "That's set by them: £4,500.",
            Objection.THIRD_PARTY,
            1,
            List.of(),
            List.of(),
            List.of());

    assertThat(
            KNOWLEDGE
                .answers()
                .answer(theirs, 1, Firmness.STEADY, Facts.NONE, Optional.empty(), false)
                .say()
                .words())
        .contains("own supplier");
  }

  @ParameterizedTest
  @CsvSource({"(they), you", "b/c of Easter, because of Easter"})
  void isSaidAs(String typed, String said) {
    assertThat(wording.toPartner(typed)).hasValue(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2^3", "`code`"})
  void markupThatIsAlsoASymbolIsRefusedAndNotDropped(String typed) {
    assertThat(wording.toPartner(typed)).isEmpty();
  }
}
