package dev.pushback.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.followup.Observation;
import dev.pushback.followup.TableWait;
import dev.pushback.followup.UsualWait;
import dev.pushback.playbook.Playbooks;
import dev.pushback.playbook.WaitingRules;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partners made of chance with a seed, each ask watched for 1 to 12 days. */
class SimulatedPartnersTest {
  private static final WaitingRules RULES = Playbooks.builtIn().read().waiting();
  private static final TableWait TABLE = new TableWait(12, 48);
  private static final int PARTNERS = 120;
  private static final int HELD_OUT = 100;

  private static double calledOverdue(
      ToDoubleFunction<List<Observation>> overdue,
      double days,
      double mornings,
      double mondays,
      int asks) {
    SplittableRandom chance = new SplittableRandom(42);
    int called = 0;
    for (int i = 0; i < PARTNERS; i++) {
      SimulatedPartner partner =
          new SimulatedPartner(chance.split(), days * 8, 0.9, mornings, mondays);
      List<Observation> seen = partner.asks(asks);
      double q90 = overdue.applyAsDouble(seen);
      called +=
          (int) Stream.generate(partner::nextWait).limit(HELD_OUT).filter(w -> w > q90).count();
    }
    return (double) called / (PARTNERS * HELD_OUT);
  }

  private static double clock(List<Observation> seen) {
    return UsualWait.learned(RULES, TABLE, seen).q90Hours();
  }

  @ParameterizedTest(name = "{0}: {1} days, {2} next morning, {3} on Monday")
  @CsvSource({
    "fast, 0.6, 0, 0",
    "ordinary, 1.5, 0, 0",
    "slow, 5, 0, 0",
    "fast with habits, 0.6, 0.4, 0.2",
    "ordinary with habits, 1.5, 0.4, 0.2",
    "slow with habits, 5, 0.4, 0.2",
  })
  void afterFiveAsksAboutOneNormalWaitInTenIsCalledOverdue(
      String name, double days, double mornings, double mondays) {
    assertThat(calledOverdue(SimulatedPartnersTest::clock, days, mornings, mondays, 5))
        .as(name)
        .isBetween(0.05, 0.15);
  }

  @Test
  void throwingOpenAsksAwayWouldCallSlowPartnersOverdueWhenTheyAreNot() {
    assertThat(
            calledOverdue(
                seen -> ClockCandidates.answeredOnly(TABLE, seen).quantile(0.9), 5, 0, 0, 20))
        .isGreaterThan(0.3);
    assertThat(calledOverdue(SimulatedPartnersTest::clock, 5, 0, 0, 20)).isLessThan(0.17);
  }
}
