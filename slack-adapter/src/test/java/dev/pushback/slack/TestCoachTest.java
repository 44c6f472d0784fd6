package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import dev.pushback.store.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestCoachTest {

  @Test
  void theCoachAnswersAndTheClockMoves() {
    TestCoach.Clock clock = TestCoach.clock();
    try (Store store = TestCoach.store(clock)) {
      Utterance help = new Utterance(new Person("slack:T1", "U1"), "help");
      assertThat(TestCoach.coach(store).reply(help).helped()).isTrue();
    }
    clock.pass(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo(TestCoach.TUESDAY.plus(Duration.ofDays(1)));
  }
}
