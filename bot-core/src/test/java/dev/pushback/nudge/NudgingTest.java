package dev.pushback.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.followup.FollowUp.State;
import dev.pushback.nudge.FakePlatform.Mishap;
import dev.pushback.nudge.NudgeWorld.On;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When and how things are brought up. */
class NudgingTest {
  private static NudgeWorld world(On on) {
    return new NudgeWorld(on, true);
  }

  private static NudgeWorld world() {
    return world(On.SQLITE);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsBroughtUpBeforeItsTime(On on) {
    try (NudgeWorld world = world(on)) {
      world.with(
          memory ->
              memory
                  .followUps()
                  .keep(world.followUp("f1", world.now().plus(Duration.ofMinutes(90)))));
      assertThat(world.tick()).isZero();
      assertThat(world.pass(Duration.ofMinutes(90)).tick()).isEqualTo(1);
      assertThat(world.platform().titles()).containsExactly("f1 of 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDueTogetherComesInOneMessageTheWorstFiveFirst(On on) {
    try (NudgeWorld world = world(on)) {
      List<Digest> digests = new ArrayList<>();
      world.wording(digests::add);
      for (int i = 9; i >= 1; i--) {
        world.due("f" + i).pass(Duration.ofSeconds(1));
      }
      world.tick();
      assertThat(world.platform().titles()).containsExactly("f9 of 9");
      assertThat(digests).hasSize(1);
      assertThat(digests.get(0).worst())
          .extracting(one -> one.id())
          .containsExactly("f9", "f8", "f7", "f6", "f5");
      IntStream.rangeClosed(1, 9)
          .forEach(i -> assertThat(world.read("f" + i).nudges()).isEqualTo(1));
    }
  }

  @Test
  void hundredsThatAreDueAreOneMessageThatSaysHowMany() {
    try (NudgeWorld world = world()) {
      world.due(IntStream.rangeClosed(1, 481).mapToObj("f%03d"::formatted).toArray(String[]::new));
      world.live(Duration.ofMinutes(10));
      assertThat(world.platform().titles()).containsExactly("f001 of 481");
    }
  }

  @ParameterizedTest
  @EnumSource
  void atMostThreeMessagesADayAndTheRestTheNextMorning(On on) {
    try (NudgeWorld world = world(on).hours("09:00", "17:00")) {
      for (int i = 1; i <= 5; i++) {
        world.due("f" + i).tick();
        world.pass(Duration.ofMinutes(10));
      }
      assertThat(world.platform().titles()).containsExactly("f1 of 1", "f2 of 1", "f3 of 1");
      assertThat(world.read("f5").nextNudgeAt()).contains(Instant.parse("2026-03-10T09:00:00Z"));
      world.at("2026-03-10T09:00:00Z").tick();
      assertThat(world.platform().titles()).hasSize(4).last().isEqualTo("f4 of 2");
    }
  }

  @Test
  void nobodyIsDisturbedAtNightOrAtTheWeekend() {
    try (NudgeWorld world = world().hours("09:00", "17:00").at("2026-03-06T17:00:00Z")) {
      world.due("f1").live(Duration.ofHours(3));
      assertThat(world.platform().titles()).isEmpty();
      assertThat(world.read("f1").nextNudgeAt()).contains(Instant.parse("2026-03-09T09:00:00Z"));
      world.at("2026-03-09T08:59:59Z").tick();
      assertThat(world.platform().titles()).isEmpty();
      world.at("2026-03-09T09:00:00Z").tick();
      assertThat(world.platform().titles()).hasSize(1);
    }
  }

  /** In Berlin on 25 October 2026 the clock goes from 3:00 back to 2:00. */
  @Test
  void theSameHourTwiceDoesntBringUpTheSameThingTwice() {
    try (NudgeWorld world = world().zone("Europe/Berlin").at("2026-10-25T00:30:00Z")) {
      world.next(one -> Optional.of(world.now().plus(Duration.ofMinutes(50))));
      world.withoutDaysOff().due("f1").tick();
      world.at("2026-10-25T01:20:00Z").tick(); // 2:20 again
      assertThat(world.platform().titles()).hasSize(1);
      assertThat(world.read("f1").nextNudgeAt()).contains(Instant.parse("2026-10-25T23:00:00Z"));
    }
  }

  @Test
  void afterAReminderTheNextTimeIsSet() {
    try (NudgeWorld world = world()) {
      Instant next = world.now().plus(Duration.ofDays(3));
      world.next(one -> Optional.of(next)).due("f1").tick();
      assertThat(world.read("f1").nextNudgeAt()).contains(next);
      assertThat(world.alarms()).isEqualTo(1);
      world.pass(Duration.ofDays(3)).tick();
      assertThat(world.platform().accepted()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatThePersonDoesWhileAReminderIsOnItsWayStands(On on) {
    try (NudgeWorld world = world(on)) {
      Instant friday = Instant.parse("2026-03-13T09:00:00Z");
      world.next(one -> Optional.of(world.now().plus(Duration.ofDays(1)))).due("f1", "f2", "f3");
      world
          .platform()
          .meanwhile(
              () ->
                  world.with(
                      memory -> {
                        memory.followUps().keep(world.followUp("f1", friday));
                        memory
                            .followUps()
                            .keep(world.followUp("f2", friday).ended(State.DONE, world.now()));
                        memory.followUps().keep(world.followUp("f4", world.now()));
                      }));
      world.tick();
      assertThat(world.read("f1").nextNudgeAt()).contains(friday);
      assertThat(world.read("f1").nudges()).isEqualTo(1);
      assertThat(world.read("f2").state()).isEqualTo(State.DONE);
      assertThat(world.read("f3").nextNudgeAt()).isPresent();
      assertThat(world.platform().titles()).containsExactly("f1 of 3", "f4 of 1");
    }
  }

  @Test
  void whatEndedBeforeItsTimeIsNotBroughtUp() {
    try (NudgeWorld world = world()) {
      world.due("f1");
      world.with(
          memory ->
              memory
                  .followUps()
                  .keep(world.followUp("f1", world.now()).ended(State.DONE, world.now())));
      world.tick();
      assertThat(world.platform().titles()).isEmpty();
      assertThat(world.alarms()).isZero();
      assertThat(world.ledger()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptiedAlarmsAreSetAgainAndEveryReminderComesOnce(On on) {
    try (NudgeWorld world = world(on)) {
      world.tick();
      world.due("f1", "f2");
      world.with(
          memory ->
              memory
                  .followUps()
                  .keep(world.followUp("f3", world.now().plus(Duration.ofMinutes(30)))));
      world.sql("delete from scheduled_tasks");
      assertThat(world.tick()).isZero();
      world.live(Duration.ofMinutes(40));
      assertThat(world.platform().titles()).containsExactly("f1 of 2", "f3 of 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAlarmThatIsTooLateIsBroughtForward(On on) {
    try (NudgeWorld world = world(on).due("f1")) {
      world.sql("update scheduled_tasks set execution_time = execution_time + 1000000000");
      world.tick();
      assertThat(world.platform().titles()).containsExactly("f1 of 1");
    }
  }

  @Test
  void whatCantBeWordedIsParkedAndDoesntStopTheOthers() {
    try (NudgeWorld world = world()) {
      world.wording(
          digest -> {
            if (digest.worst().stream().anyMatch(one -> one.id().equals("poison"))) {
              throw new IllegalArgumentException("no words");
            }
          });
      world.due("f1", "poison", "f2").tick();
      assertThat(world.platform().titles()).containsExactly("f1 of 2");
      assertThat(world.read("poison").state()).isEqualTo(State.PARKED);
      assertThat(world.read("poison").whyParked()).isEqualTo("unwordable:IllegalArgumentException");
    }
  }

  @Test
  void aRowThatCantBeReadIsParkedAndDoesntStopTheOthers() {
    try (NudgeWorld world = world().due("f1", "f2")) {
      world.sql("update follow_up set promised_on = 'someday' where id = 'f2'");
      world.tick();
      assertThat(world.platform().titles()).containsExactly("f1 of 1");
      world.sql("update follow_up set promised_on = null where id = 'f2'");
      assertThat(world.read("f2").whyParked()).isEqualTo("unreadable:DateTimeParseException");
    }
  }

  @Test
  void aMissingKeyParksNothing() {
    try (NudgeWorld world = world().due("f1")) {
      world.sql(
          "update follow_up set what = '*7:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' where id = 'f1'");
      world.live(Duration.ofMinutes(30));
      world.sql("update follow_up set what = '=f1' where id = 'f1'");
      world.live(Duration.ofMinutes(70));
      assertThat(world.platform().titles()).containsExactly("f1 of 1");
    }
  }

  @Test
  void whatFailsForADayIsParkedAndNothingElseIs() {
    try (NudgeWorld world = world().due("f1")) {
      world.with(
          memory ->
              memory.followUps().keep(world.followUp("f2", world.now().plus(Duration.ofDays(9)))));
      world.sql(
          "update follow_up set what = '*7:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' where id = 'f1'");
      world.live(Duration.ofHours(23));
      world.sql("update follow_up set what = '=f1' where id = 'f1'");
      assertThat(world.read("f1").state()).isEqualTo(State.OPEN);
      world.sql(
          "update follow_up set what = '*7:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' where id = 'f1'");
      world.live(Duration.ofHours(3));
      world.sql("update follow_up set what = '=f1' where id = 'f1'");
      assertThat(world.read("f1").whyParked()).isEqualTo("gave-up:error");
      assertThat(world.read("f2").state()).isEqualTo(State.OPEN);
      assertThat(world.alarms()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatThePlatformRefusesForGoodIsParkedAndTheOperatorIsTold(On on) {
    try (NudgeWorld world = world(on).due("f1")) {
      world.platform().then(Mishap.REFUSED_FOR_GOOD);
      world.live(Duration.ofMinutes(10));
      assertThat(world.read("f1").whyParked()).isEqualTo("refused:channel_not_found");
      assertThat(world.ledger()).containsExactly("failed");
      assertThat(world.store().troubles(9))
          .extracting(one -> one.platform() + " " + one.what() + " " + one.why())
          .containsExactlyInAnyOrder(
              "slack failed channel_not_found", "slack parked refused:channel_not_found");
      assertThat(world.platform().titles()).isEmpty();
      assertThat(world.alarms()).isZero();
    }
  }

  @Test
  void whatIsRefusedForNowIsTriedLessAndLessOftenAndParkedAfterADay() {
    try (NudgeWorld world = world().due("f1")) {
      for (int i = 0; i < 50; i++) {
        world.platform().then(Mishap.REFUSED_FOR_NOW);
      }
      world.live(Duration.ofHours(30));
      long tries = world.steps().stream().filter(Step.TRIED::equals).count();
      assertThat(tries).isBetween(25L, 32L);
      assertThat(world.read("f1").whyParked()).isEqualTo("gave-up:not_now");
    }
  }

  /** The first process stands still while it sends; a second one takes its alarm over. */
  @ParameterizedTest
  @EnumSource
  void aPausedProcessAndTheOneThatTookOverSendOneMessage(On on) {
    try (NudgeWorld world = world(on).due("f1")) {
      NudgeEngine second = world.newProcess();
      // It is past its last check, and the message has left.
      world.watcher(
          step -> {
            if (step == Step.TRIED && world.platform().asked() == 0) {
              world.freeze(Duration.ofMinutes(3));
              second.tick();
            }
          });
      world.tick();
      world.live(Duration.ofMinutes(5));
      assertThat(world.platform().accepted()).hasSize(1);
      assertThat(world.ledger()).containsExactly("sent");
      assertThat(world.read("f1").nudges()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatWasPausedBeforeSendingDoesntSendAnyMore(On on) {
    try (NudgeWorld world = world(on).due("f1")) {
      NudgeEngine second = world.newProcess();
      List<Step> begun = new ArrayList<>();
      world.watcher(
          step -> {
            if (step == Step.BEGUN && begun.isEmpty()) {
              begun.add(step);
              world.freeze(Duration.ofMinutes(3));
              second.tick();
            }
          });
      world.tick();
      assertThat(world.platform().accepted()).hasSize(1);
      world.live(Duration.ofMinutes(10));
      assertThat(world.platform().accepted()).hasSize(1);
      assertThat(world.ledger()).containsExactly("sent");
    }
  }

  @Test
  void aShortPauseBeforeSendingOnlyDelays() {
    try (NudgeWorld world = world().due("f1")) {
      List<Step> begun = new ArrayList<>();
      world.watcher(
          step -> {
            if (step == Step.BEGUN && begun.isEmpty()) {
              begun.add(step);
              world.freeze(Duration.ofSeconds(6));
            }
          });
      world.tick();
      assertThat(world.platform().accepted()).isEmpty();
      world.live(Duration.ofMinutes(3));
      assertThat(world.platform().accepted()).hasSize(1);
      assertThat(world.ledger()).containsExactly("sent");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClockThatJumpsBackAnHourDelaysAndLosesNothing(On on) {
    try (NudgeWorld world = world(on).due("f1")) {
      world.tick();
      world.pass(Duration.ofMinutes(1)).due("f2");
      world.pass(Duration.ofHours(-1)).live(Duration.ofMinutes(62));
      assertThat(world.platform().titles()).containsExactly("f1 of 1", "f2 of 1");
    }
  }

  @Test
  void aClockThatJumpsAheadAnHourSendsEarlyAndOnce() {
    try (NudgeWorld world = world()) {
      world.with(
          memory ->
              memory
                  .followUps()
                  .keep(world.followUp("f1", world.now().plus(Duration.ofMinutes(30)))));
      world.pass(Duration.ofHours(1)).tick();
      world.pass(Duration.ofHours(-1)).live(Duration.ofHours(2));
      assertThat(world.platform().accepted()).hasSize(1);
    }
  }

  /** What was sent after the backup was made stands nowhere. */
  @ParameterizedTest
  @EnumSource
  void whatWasDueBeforeARestoreIsInDoubtAndNotSent(On on) {
    try (NudgeWorld world = world(on)) {
      Instant friday = Instant.parse("2026-03-13T09:00:00Z");
      world.next(one -> Optional.of(friday)).due("f1").pass(Duration.ofMinutes(5)).restored();
      world.restart().pass(Duration.ofMinutes(5)).due("f2").live(Duration.ofMinutes(5));
      assertThat(world.platform().titles()).containsExactly("f2 of 1");
      assertThat(world.inDoubt()).containsExactly("f1");
      assertThat(world.read("f1").nextNudgeAt()).contains(friday);
    }
  }
}
