package dev.pushback.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.nudge.FakePlatform.Mishap;
import dev.pushback.nudge.NudgeWorld.On;
import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How many people are reminded at once, and who waits for whom. */
class PacingTest {
  private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final int CROWD = 120;

  private static Person person(String tenant, int number) {
    return new Person(tenant, "W%03d".formatted(number));
  }

  private static NudgeWorld crowd(On on) {
    NudgeWorld world = new NudgeWorld(on, true).spread(FIVE_MINUTES);
    IntStream.rangeClosed(1, CROWD).forEach(i -> world.due(person("slack:T1", i), NINE));
    return world;
  }

  /** How many arrived in each half minute from nine o'clock on. */
  private static List<Integer> halfMinutes(NudgeWorld world) {
    List<Integer> arrived = new ArrayList<>();
    for (int i = 0; i <= 10; i++) {
      int before = world.platform().accepted().size();
      world.tick();
      arrived.add(world.platform().accepted().size() - before);
      world.pass(Duration.ofSeconds(30));
    }
    return arrived;
  }

  @ParameterizedTest
  @EnumSource
  void thoseOfNineOClockAreRemindedInTheFiveMinutesAfterwards(On on) {
    try (NudgeWorld world = crowd(on)) {
      world.at("2026-03-10T08:59:59Z").tick();
      assertThat(world.platform().accepted()).isEmpty();

      List<Integer> arrived = halfMinutes(world.at("2026-03-10T09:00:00Z"));

      assertThat(arrived.stream().mapToInt(Integer::intValue).sum()).isEqualTo(CROWD);
      assertThat(arrived).allSatisfy(some -> assertThat(some).isLessThan(CROWD / 4));
    }
  }

  @Test
  void aPersonIsRemindedAtTheSameMinuteEachTime() {
    Spread spread = new Spread(FIVE_MINUTES);
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < CROWD; i++) {
      Duration wait = spread.of("id-" + i, Profile.UNKNOWN);
      assertThat(wait)
          .isEqualTo(spread.of("id-" + i, Profile.UNKNOWN))
          .isBetween(Duration.ZERO, FIVE_MINUTES);
      waits.add(wait);
    }
    assertThat(waits).hasSizeGreaterThan(CROWD * 9 / 10);
  }

  /** Else their reminders would come too late on every day, and never arrive. */
  @ParameterizedTest
  @CsvSource({"09:00, 09:02, 1", "09:00, 09:08, 4", "09:00, 17:00, 5"})
  void whoHasLittleTimeIsRemindedInItsFirstHalf(LocalTime from, LocalTime to, int minutes) {
    Spread spread = new Spread(FIVE_MINUTES);
    for (int i = 0; i < CROWD; i++) {
      assertThat(spread.of("id-" + i, Profile.UNKNOWN.withHours(from, to)))
          .isLessThan(Duration.ofMinutes(minutes));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenATenantHasToWaitNobodyOfItIsTriedAndOthersAreServed(On on) {
    try (NudgeWorld world = new NudgeWorld(on, true)) {
      IntStream.rangeClosed(1, 20).forEach(i -> world.due(person("slack:T1", i), NINE));
      world.due(person("slack:T2", 1), NINE.plusSeconds(1));
      world.platform().then(Mishap.TOO_MANY);

      world.at("2026-03-10T09:00:01Z").tick();
      assertThat(world.platform().accepted())
          .extracting(one -> one.to().tenant())
          .as("one of T1 was refused, nobody else of it was tried")
          .containsExactly("slack:T2");

      world.pass(Duration.ofSeconds(29)).tick();
      assertThat(world.platform().accepted()).hasSize(1);
      world.pass(Duration.ofSeconds(1)).tick();
      assertThat(world.platform().accepted()).hasSize(21);
      assertThat(world.alarms()).isZero();
    }
  }

  @Test
  void whoeverWaitsForTheirTenantComesOneAfterTheOther() {
    try (NudgeWorld world = crowd(On.SQLITE)) {
      world.platform().then(Mishap.TOO_MANY);
      List<Integer> arrived = halfMinutes(world.at("2026-03-10T09:05:00Z"));
      assertThat(arrived.get(0)).isZero();
      assertThat(arrived).allSatisfy(some -> assertThat(some).isLessThan(CROWD / 4));
      world.live(Duration.ofMinutes(5));
      assertThat(world.platform().accepted()).hasSize(CROWD);
    }
  }
}
