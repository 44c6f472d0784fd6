package dev.pushback.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.store.Erasure;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace takes the coach out. What Slack tells of it comes in any order, and twice. */
class UninstallTest {
  private static final String TENANT = DoorWorld.TENANT;
  private static final Person ADA = new Person(TENANT, "U1");
  private static final Person BOB = new Person("slack:T2", "U1");
  private static final Instant LATER = DoorWorld.NOON.plusSeconds(60);

  private DoorWorld world;
  private Uninstall uninstall;

  @BeforeEach
  void open() throws IOException {
    world = new DoorWorld();
    uninstall = new Uninstall(world.store);
    keep(ADA);
    keep(BOB);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void keep(Person person) {
    world.store.with(
        person,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera of legal", "legal"));
          return true;
        });
  }

  private boolean knows(Person person) {
    return world.store.export(person).contains("Rivera");
  }

  private boolean hasToken() {
    return world.store.installations().find(TENANT).isPresent();
  }

  @Test
  void itsTokenIsForgottenAtOnceAndThenEverythingElse() {
    assertThat(uninstall.uninstalled(TENANT, LATER)).isTrue();
    assertThat(hasToken()).isFalse();
    assertThat(knows(ADA)).isTrue();

    assertThat(uninstall.erase(TENANT))
        .hasValueSatisfying(
            erasure -> {
              assertThat(erasure.isComplete()).isTrue();
              assertThat(erasure.erased()).containsEntry("partners", 1);
            });
    assertThat(knows(ADA)).isFalse();
    assertThat(knows(BOB)).isTrue();
    assertThat(uninstall.erase(TENANT).map(Erasure::rows))
        .as("that it leaves is forgotten when nobody is found")
        .contains(1);
    assertThat(uninstall.erase(TENANT)).isEmpty();
  }

  @Test
  void bothEventsMayComeInAnyOrderAndTwice() {
    assertThat(uninstall.tokensRevoked(TENANT, List.of("UBOT"), LATER)).isTrue();
    assertThat(uninstall.uninstalled(TENANT, LATER)).isTrue();
    assertThat(uninstall.tokensRevoked(TENANT, List.of("UBOT"), LATER)).isFalse();
    assertThat(uninstall.uninstalled(TENANT, LATER)).isTrue();
    assertThat(uninstall.erase(TENANT).map(Erasure::isComplete)).contains(true);
    assertThat(uninstall.uninstalled(TENANT, LATER)).isTrue();
    assertThat(uninstall.erase(TENANT).map(Erasure::rows)).contains(1);
    assertThat(world.store.installations().leaving()).isEmpty();
  }

  @Test
  void aRevokedTokenAloneErasesNothing() {
    assertThat(uninstall.tokensRevoked(TENANT, List.of("UOTHER"), LATER)).isFalse();
    assertThat(hasToken()).isTrue();
    assertThat(uninstall.tokensRevoked(TENANT, List.of("UBOT"), LATER)).isTrue();
    assertThat(hasToken()).isFalse();
    assertThat(uninstall.eraseAll()).isZero();
    assertThat(knows(ADA)).isTrue();
  }

  @Test
  void whoeverIsntKnownHasNothingToLose() {
    assertThat(uninstall.tokensRevoked("slack:T7", List.of("UBOT"), LATER)).isFalse();
    assertThat(uninstall.uninstalled("slack:T7", LATER)).isTrue();
    assertThat(uninstall.erase("slack:T7").map(Erasure::isComplete)).contains(true);
    assertThat(knows(ADA)).isTrue();
  }

  @Test
  void whatIsToldLateDoesntHarmWhoInstalledItAgain() {
    world
        .store
        .installations()
        .save(
            new dev.pushback.store.Installation(
                TENANT, "xoxb-two", "UBOT", "commands", "U1", LATER));

    assertThat(uninstall.uninstalled(TENANT, DoorWorld.NOON)).isFalse();
    assertThat(uninstall.tokensRevoked(TENANT, List.of("UBOT"), DoorWorld.NOON)).isFalse();
    assertThat(uninstall.erase(TENANT)).isEmpty();
    assertThat(hasToken()).isTrue();
    assertThat(knows(ADA)).isTrue();
  }

  @Test
  void whatWasLeftWhenTheProgramEndedIsErasedAtTheNextStart() {
    assertThat(uninstall.uninstalled(TENANT, LATER)).isTrue();

    assertThat(new Uninstall(world.store).eraseAll()).isEqualTo(1);
    assertThat(knows(ADA)).isFalse();
    assertThat(knows(BOB)).isTrue();
  }

  @Test
  void afterwardsItsEventsAreIgnored() throws IOException {
    assertThat(uninstall.uninstalled(TENANT, LATER)).isTrue();
    assertThat(uninstall.erase(TENANT)).isPresent();

    assertThat(world.slack.event(DoorWorld.home("T1", "U1")).statusCode()).isEqualTo(200);
    assertThat(world.heard).isEmpty();
    assertThat(knows(ADA)).isFalse();
  }
}
