package dev.pushback.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.followup.LearnedWaits;
import dev.pushback.followup.Observation;
import dev.pushback.followup.TableWait;
import dev.pushback.followup.WaitEstimator;
import dev.pushback.playbook.Playbooks;
import dev.pushback.playbook.WaitingRules;
import java.util.List;
import java.util.SplittableRandom;
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
      WaitEstimator estimator, double days, double mornings, double mondays, int asks) {
    SplittableRandom chance = new SplittableRandom(42);
    int overdue = 0;
    for (int i = 0; i < PARTNERS; i++) {
      SimulatedPartner partner =
          new SimulatedPartner(chance.split(), days * 8, 0.9, mornings, mondays);
      List<Observation> seen = partner.asks(asks);
      double q90 = estimator.estimate(TABLE, seen).quantile(0.9);
      overdue +=
          (int) Stream.generate(partner::nextWait).limit(HELD_OUT).filter(w -> w > q90).count();
    }
    return (double) overdue / (PARTNERS * HELD_OUT);
  }

  private static WaitEstimator inUse() {
    return new LearnedWaits(
        RULES.within(), RULES.levelWeight(), RULES.spreadWeight(), RULES.shapeWeight());
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
    assertThat(calledOverdue(inUse(), days, mornings, mondays, 5)).as(name).isBetween(0.05, 0.15);
  }

  @Test
  void throwingOpenAsksAwayWouldCallSlowPartnersOverdueWhenTheyAreNot() {
    assertThat(calledOverdue(ClockCandidates::answeredOnly, 5, 0, 0, 20)).isGreaterThan(0.3);
    assertThat(calledOverdue(inUse(), 5, 0, 0, 20)).isLessThan(0.17);
  }
}
