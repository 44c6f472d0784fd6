package dev.pushback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pushback.playbook.Playbooks;
import dev.pushback.playbook.WaitingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when to ask, to have it in time. */
class AskByPlannerTest {
  private static final WaitingRules RULES = Playbooks.builtIn().read().waiting();
  private static final WorkingCalendars CALENDARS = new WorkingCalendars(RULES);
  private static final WorkingCalendar BERLIN =
      CALENDARS.in(ZoneId.of("Europe/Berlin"), "DE").orElseThrow();
  private static final WorkingCalendar RIYADH =
      CALENDARS.in(ZoneId.of("Asia/Riyadh"), "SA").orElseThrow();
  private static final Instant NOW = at("2026-03-02T10:00");
  private static final Instant GOAL = at("2026-05-29T13:00");

  private final AskByPlanner planner = new AskByPlanner(RULES);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant();
  }

  private static PlanStep step(String row, WorkingCalendar calendar) {
    return new PlanStep(RULES.byId(row).orElseThrow(), calendar, List.of());
  }

  /**
   * One sign-off: half take 8 working days, nine of ten 20. Counted back from one o'clock on Friday
   * 29 May, with Whit Monday on the 25th and Ascension Day on the 14th: 8 days are reached on
   * Monday 18 May, 20 on Tuesday 28 April, 1 May being a holiday.
   */
  @ParameterizedTest
  @CsvSource({"0.5, 2026-05-18", "0.9, 2026-04-28"})
  void oneStepIsReadOffTheTable(double odds, LocalDate by) {
    AskBy plan =
        planner.plan("it signed", List.of(step("small-sign-off", BERLIN)), GOAL, odds, NOW);

    assertThat(plan.by()).isEqualTo(by);
    assertThat(plan.table().get(odds)).isEqualTo(by);
  }

  @Test
  void severalStepsAreToldInASentence() {
    AskBy plan =
        planner.plan(
            "it signed",
            List.of(step("vendor-quote", RIYADH), step("small-sign-off", BERLIN)),
            GOAL,
            0.8,
            NOW);

    assertThat(plan.text())
        .matches("To have it signed by Friday 29 May with 80 % odds, ask by [A-Z]\\w+ \\d+ May\\.");
    assertThat(plan.by()).isEqualTo(plan.table().get(0.8));
    assertThat(plan.table().get(0.9)).isBefore(plan.table().get(0.8));
    assertThat(plan.table().get(0.8)).isBefore(plan.table().get(0.5));
    assertThat(plan.oddsNow()).isGreaterThan(0.95);
    assertThat(RIYADH.isWorkingDay(plan.by())).isTrue();
  }

  @Test
  void moreStepsNeedAnEarlierDay() {
    PlanStep signOff = step("small-sign-off", BERLIN);
    AskBy one = planner.plan("it", List.of(signOff), GOAL, 0.8, NOW);
    AskBy two = planner.plan("it", List.of(signOff, step("nda", BERLIN)), GOAL, 0.8, NOW);

    assertThat(two.by()).isBefore(one.by());
  }

  @Test
  void aSlowPartnersHistoryMakesItEarlier() {
    PlanStep slow =
        new PlanStep(
            RULES.byId("small-sign-off").orElseThrow(),
            BERLIN,
            Collections.nCopies(10, new Observation(200, true)));

    assertThat(planner.plan("it", List.of(slow), GOAL, 0.5, NOW).by())
        .isBefore(LocalDate.of(2026, 5, 12));
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    List<PlanStep> steps = List.of(step("nda", BERLIN), step("large-contract", RIYADH));

    assertThat(planner.plan("it", steps, GOAL, 0.8, NOW))
        .isEqualTo(planner.plan("it", steps, GOAL, 0.8, NOW));
  }

  @Test
  void aDayThatHasPassedIsSaidWithTheOddsThatAreLeft() {
    AskBy plan =
        planner.plan(
            "it signed",
            List.of(step("small-sign-off", BERLIN)),
            GOAL,
            0.9,
            at("2026-05-18T13:00"));

    assertThat(plan.passed()).isTrue();
    assertThat(plan.oddsNow()).isCloseTo(0.5, within(0.05));
    assertThat(plan.text())
        .startsWith(
            "To have it signed by Friday 29 May with 90 % odds you'd have had to ask by Tuesday 28"
                + " April. Asking now still gives it ");
  }

  @Test
  void aGoalInThePastHasNoOdds() {
    AskBy plan = planner.plan("it", List.of(step("nda", BERLIN)), at("2026-02-02T10:00"), 0.8, NOW);

    assertThat(plan.oddsNow()).isZero();
    assertThat(plan.passed()).isTrue();
  }

  @Test
  void aPlanHasStepsAndOdds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> planner.plan("it", List.of(), GOAL, 0.8, NOW));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> planner.plan("it", List.of(step("nda", BERLIN)), GOAL, 1, NOW));
  }
}
