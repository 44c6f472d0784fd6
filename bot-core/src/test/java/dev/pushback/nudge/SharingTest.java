package dev.pushback.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.nudge.FakePlatform.Mishap;
import dev.pushback.nudge.NudgeWorld.On;
import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import dev.pushback.people.Teammate;
import dev.pushback.store.Teammates.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one person shares with another. */
class SharingTest {
  private static final Person BOB = new Person("slack:T1", "U2");
  private static final Person EVE = new Person("slack:T9", "U2");
  private static final Person DOT = new Person("teams:t2", "U7");

  private static NudgeWorld world(On on) {
    NudgeWorld world = new NudgeWorld(on, true);
    world.with(memory -> memory.people().keep(named("Ada")));
    List.of(BOB, EVE, DOT)
        .forEach(
            one ->
                world
                    .store()
                    .with(
                        one,
                        memory -> {
                          memory.people().talk();
                          memory.people().keep(named("Robin " + one.tenant()));
                          return true;
                        }));
    return world;
  }

  private static Profile named(String name) {
    return Profile.UNKNOWN.withName(name).withHours(LocalTime.MIN, LocalTime.of(23, 59));
  }

  private static List<Teammate> robins(NudgeWorld world, Set<String> linked) {
    return world
        .store()
        .<List<Teammate>>with(
            NudgeWorld.ADA, memory -> memory.teammates(linked).named(" robin", 9));
  }

  private static boolean share(NudgeWorld world, Teammate with, String body) {
    return world
        .store()
        .with(NudgeWorld.ADA, memory -> memory.teammates(Set.of("teams:t2")).share(with, body));
  }

  @ParameterizedTest
  @EnumSource
  void teammatesAreFoundByNameInTheirOwnTenantAndInThoseThatAreLinked(On on) {
    try (NudgeWorld world = world(on)) {
      assertThat(robins(world, Set.of()))
          .extracting(Teammate::name)
          .containsExactly("Robin slack:T1");
      assertThat(robins(world, Set.of("teams:t2")))
          .extracting(Teammate::name)
          .containsExactly("Robin slack:T1", "Robin teams:t2");
      assertThat(robins(world, Set.of()).get(0).id()).doesNotContain("U2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSharedArrivesOnceAndSaysFromWhom(On on) {
    try (NudgeWorld world = world(on)) {
      assertThat(share(world, robins(world, Set.of()).get(0), "They have a limit, too.")).isTrue();
      world.tick();
      world.live(Duration.ofMinutes(5));
      assertThat(world.platform().titles()).containsExactly("shared by Ada");
      assertThat(world.platform().accepted().get(0).to()).isEqualTo(BOB);
    }
  }

  @Test
  void whatIsForAnotherPlatformIsLeftToItsProcess() {
    try (NudgeWorld world = world(On.SQLITE)) {
      share(world, robins(world, Set.of("teams:t2")).get(1), "Hello");
      world.live(Duration.ofMinutes(20));
      assertThat(world.platform().titles()).isEmpty();
      assertThat(world.ledger()).containsExactly("pending");
      assertThat(world.alarms()).isEqualTo(1);
    }
  }

  @Test
  void whoWantsNothingSharedCantBeFoundNorSharedWith() {
    try (NudgeWorld world = world(On.SQLITE)) {
      Teammate bob = robins(world, Set.of()).get(0);
      world
          .store()
          .with(
              BOB,
              memory -> {
                memory.people().wantShares(false);
                return true;
              });
      assertThat(robins(world, Set.of())).isEmpty();
      assertThat(share(world, bob, "Hello")).isFalse();
      assertThat(world.ledger()).isEmpty();
    }
  }

  @Test
  void whoChangesTheirMindWhileItIsOnItsWayIsSentNothing() {
    try (NudgeWorld world = world(On.SQLITE)) {
      share(world, robins(world, Set.of()).get(0), "Hello");
      world
          .store()
          .with(
              BOB,
              memory -> {
                memory.people().wantShares(false);
                return true;
              });
      world.live(Duration.ofMinutes(5));
      assertThat(world.platform().accepted()).isEmpty();
      assertThat(world.ledger()).containsExactly("skipped");
    }
  }

  @Test
  void someoneOfAStrangeTenantCantBeSharedWithEvenByTheirId() {
    try (NudgeWorld world = world(On.SQLITE)) {
      Teammate eve = robins(world, Set.of("slack:T9")).get(1);
      assertThat(eve.name()).isEqualTo("Robin slack:T9");
      assertThat(share(world, eve, "Hello")).isFalse();
    }
  }

  @Test
  void atMostTwoOfTheThreeMessagesOfADayAreShared() {
    try (NudgeWorld world = world(On.SQLITE)) {
      Teammate bob = robins(world, Set.of()).get(0);
      for (int i = 0; i < 4; i++) {
        share(world, bob, "Number " + i);
      }
      world.live(Duration.ofHours(2));
      assertThat(world.platform().accepted()).hasSize(2);
      world.at("2026-03-10T00:00:00Z").live(Duration.ofHours(1));
      assertThat(world.platform().accepted()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noMoreThanTwentyWaitForOnePerson(On on) {
    try (NudgeWorld world = world(on)) {
      Teammate bob = robins(world, Set.of()).get(0);
      for (int i = 0; i < 20; i++) {
        assertThat(share(world, bob, "Number " + i)).isTrue();
      }
      assertThat(share(world, bob, "Number 20")).isFalse();
      assertThat(share(world, bob, "Number 3")).as("is on its way already").isTrue();
      assertThat(world.ledger()).hasSize(20);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameIsNotSharedTwiceWithinADay(On on) {
    try (NudgeWorld world = world(on)) {
      Teammate bob = robins(world, Set.of()).get(0);
      share(world, bob, "Hello");
      assertThat(share(world, bob, "Hello")).isTrue();
      world.live(Duration.ofHours(1));
      assertThat(share(world, bob, "Hello")).isTrue();
      assertThat(world.ledger()).containsExactly("sent");

      world.pass(Duration.ofDays(1));
      share(world, bob, "Hello");
      assertThat(world.ledger()).containsExactly("sent", "pending");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReminderIsNeverHiddenBehindWhatIsShared(On on) {
    try (NudgeWorld world = world(on)) {
      for (int i = 0; i < 201; i++) {
        world.sql(
            "insert into nudge (tenant_id, user_id, id, kind, state, attempt, made_at, due_at,"
                + " code) values ('slack:T1', 'U1', 's%03d', 'shared', 'pending', 0, 1, 1, '')"
                    .formatted(i));
      }
      world.sql(
          "insert into nudge (tenant_id, user_id, id, kind, state, attempt, made_at, due_at, code)"
              + " values ('slack:T1', 'U1', 'r', 'reminder', 'pending', 0, 2, 2, '')");

      assertThat(
              world
                  .store()
                  .<String>with(NudgeWorld.ADA, memory -> memory.nudges().live().get(0).id()))
          .isEqualTo("r");
    }
  }

  /** What was sent after the backup was made stands nowhere. */
  @ParameterizedTest
  @EnumSource
  void whatWasToBeSentBeforeARestoreIsNotSentAgain(On on) {
    try (NudgeWorld world = world(on)) {
      Teammate bob = robins(world, Set.of()).get(0);
      share(world, bob, "Before");
      world.pass(Duration.ofMinutes(5)).restored();
      world.restart().pass(Duration.ofMinutes(5));
      share(world, bob, "Afterwards");
      world.live(Duration.ofMinutes(5));
      assertThat(world.ledger()).containsExactly("unknown", "sent");
      assertThat(world.platform().accepted()).hasSize(1);
    }
  }

  @Test
  void whatIsRefusedIsNotTriedForEver() {
    try (NudgeWorld world = world(On.SQLITE)) {
      share(world, robins(world, Set.of()).get(0), "Hello");
      world.platform().then(Mishap.REFUSED_FOR_GOOD);
      world.live(Duration.ofHours(2));
      assertThat(world.ledger()).containsExactly("failed");
      assertThat(world.alarms()).isZero();
      assertThat(
              world
                  .store()
                  .<List<Undelivered>>with(
                      NudgeWorld.ADA,
                      memory -> memory.teammates(Set.of()).undelivered(Instant.EPOCH)))
          .containsExactly(new Undelivered("Robin slack:T1", NudgeWorld.MONDAY_NOON, true));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatArrivesTwiceIsSeenOnceAlsoAnHourLater(On on) {
    try (NudgeWorld world = world(on)) {
      assertThat(isFirst(world, "Ev1")).isTrue();
      assertThat(isFirst(world, "Ev1")).isFalse();
      world.pass(Duration.ofHours(1)).tick();
      assertThat(isFirst(world, "Ev1")).isFalse();
      assertThat(isFirst(world, "Ev2")).isTrue();
    }
  }

  @Test
  void whatFailedIsNotSeenYet() {
    try (NudgeWorld world = world(On.SQLITE)) {
      try {
        world.with(
            memory -> {
              assertThat(memory.isFirst("Ev1")).isTrue();
              throw new IllegalStateException("died");
            });
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("died");
      }
      assertThat(isFirst(world, "Ev1")).isTrue();
    }
  }

  @Test
  void eventsAreForgottenAfterTwoDays() {
    try (NudgeWorld world = world(On.SQLITE)) {
      isFirst(world, "Ev1");
      world.pass(Duration.ofDays(2).plusSeconds(1)).tick();
      Instant later = world.now();
      assertThat(isFirst(world, "Ev1")).as("at %s", later).isTrue();
    }
  }

  private static boolean isFirst(NudgeWorld world, String key) {
    return world.store().with(NudgeWorld.ADA, memory -> memory.isFirst(key));
  }
}
