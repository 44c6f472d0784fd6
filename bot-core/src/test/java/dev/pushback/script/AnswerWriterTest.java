package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.Phrase;
import dev.pushback.script.Facts.Boss;
import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import dev.pushback.situation.ObjectionReading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What to say to an objection. */
class AnswerWriterTest {
  private static final Knowledge KNOWLEDGE = TestKnowledge.get();
  private static final Facts BOSS = Facts.NONE.withBoss(new Boss(true, Optional.of("15% off")));

  @ParameterizedTest
  @EnumSource(Objection.class)
  void firstGrantsWhatIsTrueInTheObjection(Objection objection) {
    String said = answer(objection, 1, Facts.NONE, Group.WORK).say().words();

    assertThat(
            KNOWLEDGE.playbook().page(objection).grant().phrases().stream().map(Phrase::toString))
        .anyMatch(said::startsWith);
  }

  @Test
  void asksForMoneyWhereItIsAboutMoneyAndForAPersonElsewhere() {
    assertThat(answer(Objection.THIRD_PARTY, 1, Facts.NONE, Group.MONEY).say().words())
        .containsAnyOf("our own supplier", "a supplier of our own");
    assertThat(answer(Objection.THIRD_PARTY, 1, Facts.NONE, Group.TIME).say().words())
        .doesNotContain("supplier");
  }

  @ParameterizedTest
  @CsvSource({
    "That price is set by them., true",
    "The fee is theirs., true",
    "That is set by them., false",
  })
  void withoutASituationTheMessageItselfTellsWhetherItIsAboutMoney(String theirs, boolean money) {
    String said =
        KNOWLEDGE
            .answers()
            .answer(
                reading(theirs, Objection.THIRD_PARTY),
                1,
                Firmness.STEADY,
                Facts.NONE,
                Optional.empty(),
                false)
            .say()
            .words();

    assertThat(said.contains("own supplier")).isEqualTo(money);
  }

  @Test
  void leansOnAVouchedFact() {
    assertThat(
            answer(Objection.FIXED_PRICE, 1, Facts.NONE.withBudget("8,000"), Group.MONEY)
                .say()
                .words())
        .contains("Our budget for this is 8,000.");
  }

  @Test
  void namesTheBossInTheSecondRoundOnlyAndSaysWhyNotInTheFirst() {
    Answer first = answer(Objection.FIXED_PRICE, 1, BOSS, Group.MONEY);
    Answer second = answer(Objection.FIXED_PRICE, 2, BOSS, Group.MONEY);

    assertThat(first.namesBoss()).isFalse();
    assertThat(first.refused()).extracting(Refusal::what).containsExactly("boss");
    assertThat(second.namesBoss()).isTrue();
    assertThat(second.say().words()).contains("My manager has asked for 15% off.");
  }

  @Test
  void aYesIsThankedForAndWrittenDownAndNothingMore() {
    Answer answer = answer(Objection.AGREES, 1, BOSS, Group.MONEY);

    assertThat(answer.stop()).isTrue();
    assertThat(answer.namesBoss()).isFalse();
    assertThat(answer.say().blanks())
        .containsExactly("[what was agreed, who does what, and by when]");
    assertThat(answer.next().words()).startsWith("They said yes");
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    assertThat(answer(Objection.STALL, 1, Facts.NONE, Group.TIME))
        .isEqualTo(answer(Objection.STALL, 1, Facts.NONE, Group.TIME));
  }

  private static Answer answer(Objection objection, int round, Facts facts, Group group) {
    return KNOWLEDGE
        .answers()
        .answer(
            reading("what they said", objection),
            round,
            Firmness.STEADY,
            facts,
            Optional.of(group),
            false);
  }

  private static ObjectionReading reading(String text, Objection objection) {
    return new ObjectionReading(text, objection, 1, List.of(), List.of(), List.of());
  }
}
