package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestClock;
import dev.pushback.TestKnowledge;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much one person may say in a minute. */
class AllowanceTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final Person BOB = new Person("slack:T1", "U2");

  private final TestClock clock = new TestClock(TestCoach.TUESDAY, ZoneOffset.UTC);
  private final Allowance allowance = Allowance.perMinute(30, clock);

  private long said(Person person, int times) {
    return IntStream.range(0, times).filter(i -> allowance.toWait(person).isEmpty()).count();
  }

  @Test
  void thirtyMayComeAtOnceAndThenOneEveryTwoSeconds() {
    assertThat(said(ADA, 40)).isEqualTo(30);
    assertThat(allowance.toWait(ADA)).contains(Duration.ofSeconds(2));
    clock.pass(Duration.ofSeconds(1));
    assertThat(allowance.toWait(ADA)).contains(Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(said(ADA, 2)).isEqualTo(1);
    clock.pass(Duration.ofMinutes(1));
    assertThat(said(ADA, 40)).isEqualTo(30);
  }

  @Test
  void othersDontWaitForIt() {
    said(ADA, 40);
    assertThat(said(BOB, 30)).isEqualTo(30);
  }

  @Test
  void aClockThatIsSetBackLocksNobodyOut() {
    said(ADA, 30);
    clock.pass(Duration.ofHours(-1));
    assertThat(allowance.toWait(ADA)).isPresent();
    clock.pass(Duration.ofMinutes(1));
    assertThat(said(ADA, 30)).isEqualTo(30);
  }

  @Test
  void withoutALimitEverythingIsAnswered() {
    assertThat(IntStream.range(0, 500).allMatch(i -> Allowance.ANY.toWait(ADA).isEmpty())).isTrue();
  }

  @Test
  void theHomePageUsesNothingUp() {
    try (Store store = TestStores.inMemory(clock)) {
      Coach coach =
          new Coach(
              TestKnowledge.get(), store, ZoneOffset.UTC, Set.of(), Allowance.perMinute(2, clock));
      for (int i = 0; i < 5; i++) {
        assertThat(coach.reply(new Utterance(ADA, "home")).card().title()).isEqualTo("Welcome");
      }
      coach.reply(new Utterance(ADA, "name Ada"));
      assertThat(coach.reply(new Utterance(ADA, "me")).card().title())
          .isNotEqualTo("One moment, please");
      assertThat(coach.reply(new Utterance(ADA, "me")).card().title())
          .isEqualTo("One moment, please");
      assertThat(coach.reply(new Utterance(ADA, "home")).card().title()).isEqualTo("Welcome");
    }
  }

  @Test
  void theCoachSaysWhenToGoOnAndKeepsNothingOfIt() {
    try (Store store = TestStores.inMemory(clock)) {
      Coach coach =
          new Coach(
              TestKnowledge.get(), store, ZoneOffset.UTC, Set.of(), Allowance.perMinute(2, clock));
      coach.reply(new Utterance(ADA, "name Ada"));
      coach.reply(new Utterance(ADA, "me"));

      Reply third = coach.reply(new Utterance(ADA, "name Eve"));
      assertThat(third.helped()).isFalse();
      assertThat(third.card().title()).isEqualTo("One moment, please");
      assertThat(third.card().toString()).contains("again in 30 seconds");
      assertThat(coach.replyOnce(new Utterance(ADA, "name Eve"), "Ev1")).contains(third);

      clock.pass(Duration.ofSeconds(30));
      assertThat(coach.replyOnce(new Utterance(ADA, "me"), "Ev1"))
          .as("what was refused was not noted as seen")
          .isPresent();
      assertThat(store.<String>with(ADA, memory -> memory.people().profile().name()))
          .isEqualTo("Ada");
    }
  }
}
