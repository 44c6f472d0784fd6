package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Firmness;
import dev.pushback.situation.Reading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vouched fact is true; that doesn't make all of its words fit to be sent. */
class FactGuardsTest {
  private static final String TEXT =
      "the hotel wants 4,800 for the A/V, we'd like to get it to 3,500";

  private final Knowledge knowledge = TestKnowledge.get();
  private final SendableRules rules = new SendableRules();

  @ParameterizedTest
  @CsvSource({
    "1, 'my boss gave us 3,000'",
    "1, 'our director set it at 3,000, or else we go elsewhere'",
    "1, 'the idiots get 3,000 and not a cent more'",
    "1, 'she gave us 3,000'",
    "1, <b>9</b>",
  })
  void aBudgetNamesNoBossThreatensNobodyAndCarriesNoMarkup(int round, String budget) {
    assertNothingBroken(round, Facts.NONE.withBudget(budget), false);
  }

  @ParameterizedTest
  @CsvSource({
    "'10% off, no matter what those idiots say'",
    "the idiots to come down",
    "her 10% off",
    "'15% off, or else we walk away'"
  })
  void whatTheBossWantsIsSaidWithoutInsultsAndThreats(String wants) {
    assertNothingBroken(2, Facts.NONE.withBoss(new Facts.Boss(true, Optional.of(wants))), true);
  }

  @Test
  void aConsequenceIsTidiedLikeEverythingElse() {
    assertNothingBroken(2, threat("<b>sue</b> the idiots, http://x.y", "Friday"), false);
  }

  @Test
  void aConsequenceIsASentenceHoweverItWasTyped() {
    assertThat(script(2, threat("we'll go elsewhere", "by Friday")).sendable().words())
        .doesNotContain("by by")
        .doesNotContain("we'll we");
  }

  private void assertNothingBroken(int round, Facts facts, boolean mayNameBoss) {
    SendableText message = script(round, facts).sendable();
    assertThat(rules.broken(message, TEXT, facts, mayNameBoss)).as(message.words()).isEmpty();
  }

  private Script script(int round, Facts facts) {
    Reading reading = knowledge.reader().read(TEXT);
    return knowledge
        .scripts()
        .write(
            new ScriptRequest(
                reading, round, Firmness.STEADY, facts, Optional.empty(), Channel.CHAT, false));
  }

  private static Facts threat(String act, String date) {
    return new Facts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Facts.Threat(act, date, true, true, true)));
  }
}
