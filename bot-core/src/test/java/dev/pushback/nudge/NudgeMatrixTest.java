package dev.pushback.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.nudge.FakePlatform.Crash;
import dev.pushback.nudge.FakePlatform.Mishap;
import dev.pushback.nudge.NudgeWorld.On;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a reminder whatever goes wrong: how often it arrives and how it stands in the
 * end, on a platform that can be asked ("with look-up") and on one that can't.
 */
class NudgeMatrixTest {
  private static final String MATRIX =
      """
      what goes wrong                                  ; with look-up ; without
      nothing                                          ; 1 sent       ; 1 sent
      A: crash before SENDING is written               ; 1 sent       ; 1 sent
      B: crash after SENDING, before the message       ; 1 sent       ; 0 unknown
      C: crash while waiting for the reply             ; 1 sent       ; 1 unknown
      D: crash after the reply, before SENT is written ; 1 sent       ; 1 unknown
      F: connection closed after acceptance            ; 1 sent       ; 1 unknown
      G: HTTP 500 after acceptance                     ; 1 sent       ; 1 unknown
      H: HTTP 500, nothing accepted                    ; 1 sent       ; 0 unknown
      I: 429                                           ; 1 sent       ; 1 sent
      J: no connection                                 ; 1 sent       ; 1 sent
      K: a bug of the adapter                          ; 1 sent       ; 0 unknown
      """;

  static Stream<Arguments> rows() {
    return MATRIX
        .lines()
        .skip(1)
        .map(line -> line.split("\\s*;\\s*"))
        .flatMap(
            cells ->
                Stream.of(On.values())
                    .flatMap(
                        on ->
                            Stream.of(
                                Arguments.of(on, cells[0], true, cells[1]),
                                Arguments.of(on, cells[0], false, cells[2]))));
  }

  @ParameterizedTest(name = "{0}: {1}, look-up {2}: {3}")
  @MethodSource("rows")
  void everyReminderArrivesOnceOrIsInDoubt(On on, String what, boolean canTell, String expected) {
    try (NudgeWorld world = new NudgeWorld(on, canTell)) {
      arrange(world, what.substring(0, 1));
      world.due("f1");
      world.tick();
      world.restart().pass(Duration.ofMinutes(3)).live(Duration.ofMinutes(10));

      assertThat(world.platform().accepted().size() + " " + String.join(" ", world.ledger()))
          .isEqualTo(expected);
      assertThat(world.read("f1").nextNudgeAt()).isEmpty();
      assertThat(world.read("f1").nudges()).isEqualTo(expected.endsWith("sent") ? 1 : 0);
      assertThat(world.alarms()).as("alarms left").isZero();
      assertThat(world.inDoubt()).isEqualTo(expected.endsWith("unknown") ? Set.of("f1") : Set.of());
    }
  }

  private static void arrange(NudgeWorld world, String row) {
    AtomicBoolean crashed = new AtomicBoolean();
    switch (row) {
      case "A" -> world.wording(digest -> crashOnce(crashed));
      case "B" -> world.platform().then(Mishap.CRASH_BEFORE_SENDING);
      case "C" -> world.platform().then(Mishap.CRASH_WAITING_FOR_THE_REPLY);
      case "D" ->
          world.watcher(
              step -> {
                if (step == Step.TRIED) {
                  crashOnce(crashed);
                }
              });
      case "F" -> world.platform().then(Mishap.REPLY_LOST);
      case "G" -> world.platform().then(Mishap.ERROR_AFTER_ACCEPTING);
      case "H" -> world.platform().then(Mishap.ERROR_WITHOUT_ACCEPTING);
      case "I" -> world.platform().then(Mishap.TOO_MANY);
      case "J" -> world.platform().then(Mishap.UNREACHABLE, Mishap.UNREACHABLE);
      case "K" -> world.platform().then(Mishap.BUG);
      default -> {}
    }
  }

  private static void crashOnce(AtomicBoolean crashed) {
    if (!crashed.getAndSet(true)) {
      throw new Crash();
    }
  }

  /** SENT and the end of the alarm are one transaction; an old alarm that is back does no harm. */
  @ParameterizedTest
  @CsvSource({"SQLITE", "POSTGRES"})
  void anAlarmThatRingsAgainFindsNothingToDo(On on) {
    try (NudgeWorld world = new NudgeWorld(on, true)) {
      world.due("f1");
      world.tick();
      world.sql(
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
              + " select 'nudge-slack', 'p:' || id, 0, false, 1 from person");
      assertThat(world.tick()).isEqualTo(1);
      assertThat(world.platform().accepted()).hasSize(1);
      assertThat(world.alarms()).isZero();
    }
  }
}
