package dev.pushback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pushback.playbook.Playbooks;
import dev.pushback.playbook.WaitingRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is learned from a partner's history. */
class UsualWaitTest {
  private static final WaitingRules RULES = Playbooks.builtIn().read().waiting();

  /** Half within a day and a half, nine of ten within six days of eight hours. */
  private static final TableWait TABLE = new TableWait(12, 48);

  private static UsualWait learned(List<Observation> seen) {
    return UsualWait.learned(RULES, TABLE, seen);
  }

  private static List<Observation> times(int count, double hours, boolean answered) {
    return Collections.nCopies(count, new Observation(hours, answered));
  }

  @Test
  void nothingSeenIsTheTable() {
    UsualWait usual = learned(List.of());

    assertThat(usual.medianHours()).isEqualTo(12);
    assertThat(usual.q90Hours()).isEqualTo(48);
    assertThat(usual.stillNormal(12)).isCloseTo(0.5, within(0.005));
    assertThat(usual.stillNormal(48)).isCloseTo(0.1, within(0.005));
  }

  @Test
  void oneOrdinaryAnswerMovesLittle() {
    UsualWait usual = learned(times(1, 12, true));

    assertThat(usual.medianHours()).isCloseTo(12, within(1.0));
    assertThat(usual.q90Hours()).isCloseTo(48, within(5.0));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void underFiveAsksNothingLeavesTheBounds(int count) {
    for (double hours : new double[] {0, 0.5, 12, 400, 10_000}) {
      for (boolean answered : new boolean[] {true, false}) {
        UsualWait usual = learned(times(count, hours, answered));
        assertThat(usual.medianHours()).isBetween(6.0, 24.0);
        assertThat(usual.q90Hours()).isBetween(24.0, 96.0);
      }
    }
  }

  @Test
  void afterManyAnswersThePartnersOwnWaitsCount() {
    assertThat(learned(times(40, 2, true)).medianHours()).isCloseTo(2, within(0.3));
    assertThat(learned(times(40, 100, true)).medianHours()).isCloseTo(100, within(10.0));
  }

  @Test
  void aPartnerWhoAlwaysAnswersTheNextMorningIsKnownForIt() {
    List<Observation> seen =
        IntStream.range(0, 40).mapToObj(i -> new Observation(i % 10 < 8 ? 8 : 40, true)).toList();

    assertThat(learned(seen).medianHours()).isBetween(7.0, 9.5);
    assertThat(learned(seen).q90Hours()).isBetween(30.0, 45.0);
  }

  @Provide
  Arbitrary<List<Observation>> histories() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 300), Arbitraries.of(true, true, false))
        .as(Observation::new)
        .list()
        .ofMaxSize(25);
  }

  @Property(tries = 300)
  void anOpenAskNeverLowersTheEstimate(
      @ForAll("histories") List<Observation> seen,
      @ForAll @DoubleRange(min = 0, max = 500) double hours) {
    UsualWait before = learned(seen);
    List<Observation> more = new ArrayList<>(seen);
    more.add(new Observation(hours, false));
    UsualWait after = learned(more);

    assertThat(after.medianHours()).isGreaterThanOrEqualTo(before.medianHours() - 1e-6);
    assertThat(after.q90Hours()).isGreaterThanOrEqualTo(before.q90Hours() - 1e-6);
  }

  @Property(tries = 200)
  void theSameHistoryInAnyOrderGetsTheSameAnswer(
      @ForAll("histories") List<Observation> seen, @ForAll long seed) {
    List<Observation> shuffled = new ArrayList<>(seen);
    Collections.shuffle(shuffled, new Random(seed));
    UsualWait once = learned(seen);
    UsualWait again = learned(shuffled);

    assertThat(learned(seen).q90Hours()).isEqualTo(once.q90Hours());
    assertThat(again.medianHours()).isCloseTo(once.medianHours(), within(1e-6));
    assertThat(again.q90Hours()).isCloseTo(once.q90Hours(), within(1e-6));
    assertThat(once.medianHours()).isPositive().isLessThanOrEqualTo(once.q90Hours());
    assertThat(once.q90Hours()).isFinite();
  }
}
