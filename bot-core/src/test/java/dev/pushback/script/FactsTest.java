package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Firmness;
import dev.pushback.script.Facts.Boss;
import dev.pushback.script.Facts.Threat;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slots;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Budget, deadline, another quote, a boss and a consequence get into a message only if the person
 * vouched for them, and the last two only under conditions.
 */
class FactsTest {
  private static final Knowledge KNOWLEDGE = TestKnowledge.get();
  private static final Boss AGREED = new Boss(true, Optional.of("15% off"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          budget   | 8,000                           | Our budget for this is 8,000
          budget   | our budget is 8,000 this year   | Our budget is 8,000 this year.
          deadline | Friday 3 May                    | The date we have to meet is Friday 3 May.
          deadline | the printer needs it by 3 May   | The printer needs it by 3 May.
          quote    | 7,500                           | For something comparable we have a quote of 7,500.
          quote    | Miller & Sons asked for 7,500   | For something comparable we have a quote of 7,500.
          quote    | Miller & Sons, cheaper          | We have a lower quote for something comparable.
          """)
  void aVouchedFactIsSaidInTheWordsOfThePersonAndAnotherVendorIsNeverNamed(
      String kind, String words, String said) {
    Facts facts =
        switch (kind) {
          case "budget" -> Facts.NONE.withBudget(words);
          case "deadline" -> Facts.NONE.withDeadline(words);
          default -> Facts.NONE.withQuote(words);
        };

    // A matter of money leans on the budget first; elsewhere a date weighs more.
    Situation situation =
        kind.equals("deadline") ? Situation.SCHEDULE_LATER : Situation.PRICE_LOWER;
    assertThat(script(situation, 1, facts).sendable().words())
        .contains(said)
        .doesNotContain("Miller");
  }

  @Test
  void withoutAFactNothingIsClaimedAndTheCardSaysWhatWasLeftOut() {
    Script script = script(Situation.PRICE_LOWER, 1, Facts.NONE);

    assertThat(script.sendable().words()).doesNotContainIgnoringCase("budget", "quote", "manager");
    assertThat(script.refused()).extracting(Refusal::what).containsExactly("boss", "budget");
  }

  @Test
  void aSecondFactWaitsForTheSecondRound() {
    Facts facts = Facts.NONE.withBudget("8,000").withQuote("7,500");

    assertThat(script(Situation.PRICE_LOWER, 1, facts).sendable().words())
        .contains("8,000")
        .doesNotContain("7,500");
    assertThat(script(Situation.PRICE_LOWER, 2, facts).sendable().words())
        .contains("7,500")
        .doesNotContain("8,000");
  }

  @ParameterizedTest(name = "round {0}, agreed: {1}, wants: {2}, named before: {3}")
  @CsvSource(
      textBlock =
          """
          1, true,  15% off, false, No boss in round 1
          2, false, 15% off, false, No boss: they haven't agreed
          2, true,  '',      false, No boss: I don't know what they want
          2, true,  15% off, true,  No boss this time
          2, true,  15% off, false, ''
          3, true,  15% off, false, ''
          """)
  void theBossIsNamedFromRoundTwoOnWithConsentAWishAndOnlyOnce(
      int round, boolean agreed, String wants, boolean namedBefore, String refusal) {
    Facts facts =
        Facts.NONE.withBoss(new Boss(agreed, Optional.of(wants).filter(wish -> !wish.isEmpty())));

    Script script = script(Situation.PRICE_LOWER, round, facts, namedBefore);

    boolean named = refusal.isEmpty();
    assertThat(script.namesBoss()).isEqualTo(named);
    assertThat(script.sendable().words().contains("My manager")).isEqualTo(named);
    assertThat(script.refused())
        .filteredOn(one -> one.what().equals("boss"))
        .hasSize(named ? 0 : 1)
        .allSatisfy(one -> assertThat(one.why().words()).startsWith(refusal));
  }

  @Test
  void theBossLineAlwaysLeavesADoorOpenAndNeverHandsOverTheTalk() {
    for (Firmness firmness : Firmness.values()) {
      Script script =
          KNOWLEDGE
              .scripts()
              .write(
                  new ScriptRequest(
                      reading(Situation.PRICE_LOWER),
                      2,
                      firmness,
                      Facts.NONE.withBoss(AGREED),
                      Optional.empty(),
                      Channel.CHAT,
                      false));

      assertThat(script.sendable().words()).contains("15% off");
      assertThat(script.moves())
          .filteredOn(step -> step.move().equals("boss"))
          .singleElement()
          .satisfies(step -> assertThat(step.say()).contains("?").doesNotContain("talk to my"));
    }
  }

  @ParameterizedTest(name = "true {0}, authorised {1}, intended {2}, date {3}, round {4}")
  @CsvSource({
    "true,  true,  true,  30 June, 2, true",
    "true,  true,  true,  30 June, 3, true",
    "true,  true,  true,  30 June, 1, false",
    "false, true,  true,  30 June, 2, false",
    "true,  false, true,  30 June, 2, false",
    "true,  true,  false, 30 June, 2, false",
    "true,  true,  true,  '',      2, false",
  })
  void aConsequenceNeedsAllFourKeysAndASecondRound(
      boolean isTrue, boolean authorised, boolean intended, String date, int round, boolean said) {
    Threat threat =
        new Threat("take the work to somebody else", date, isTrue, authorised, intended);
    Facts facts =
        new Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(threat));

    Script script = script(Situation.QUALITY, round, facts);

    assertThat(script.sendable().words().contains("take the work to somebody else"))
        .isEqualTo(said);
    assertThat(threat.hasAllKeys() && round > 1).isEqualTo(said);
  }

  @Test
  void aNewFactTakesThePlaceOfTheOldOneAndLeavesTheOthers() {
    Facts facts =
        Facts.NONE.withBudget("8,000").withDeadline("3 May").withBoss(AGREED).withBudget("9,000");

    assertThat(facts.budget()).hasValue("9,000");
    assertThat(facts.deadline()).hasValue("3 May");
    assertThat(facts.boss()).hasValue(AGREED);
    assertThat(facts.quote()).isEmpty();
    assertThat(facts.withQuote("7,500").budget()).hasValue("9,000");
  }

  private static Script script(Situation situation, int round, Facts facts) {
    return script(situation, round, facts, false);
  }

  private static Script script(
      Situation situation, int round, Facts facts, boolean bossNamedBefore) {
    return KNOWLEDGE
        .scripts()
        .write(
            new ScriptRequest(
                reading(situation),
                round,
                Firmness.STEADY,
                facts,
                Optional.empty(),
                Channel.CHAT,
                bossNamedBefore));
  }

  private static Reading reading(Situation situation) {
    return new Reading("they won't move", situation, 1, List.of(), "", Objection.NONE, Slots.NONE);
  }
}
