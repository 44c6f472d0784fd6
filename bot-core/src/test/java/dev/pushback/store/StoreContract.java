package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.followup.Contact;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.followup.FollowUp.State;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.partner.Round;
import dev.pushback.partner.VouchedFact;
import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.Rung;
import dev.pushback.script.Channel;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every database has to do; one small subclass for each. */
abstract class StoreContract {
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final Person BOB = new Person("slack:T1", "U2");
  private static final Person ADA_ELSEWHERE = new Person("teams:t2", "U1");

  private Store store = TestStores.inMemory(InstantSource.fixed(NOON));

  abstract DatabaseUrl database();

  @BeforeEach
  void openStore() {
    store.close();
    store = TestStores.open(database(), InstantSource.fixed(NOON));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static FollowUp followUp(String id, String partner) {
    return new FollowUp(
        id,
        partner,
        Optional.empty(),
        Direction.THEY_OWE,
        "the signed NDA – Überprüfung 🖊",
        "legal-nda",
        "email",
        NOON,
        Optional.of(LocalDate.of(2026, 3, 12)),
        Optional.empty(),
        State.OPEN,
        Optional.empty(),
        Optional.of(NOON.plusSeconds(60)),
        Optional.empty(),
        0,
        Rung.ASK_WHAT_YOU_NEED,
        "",
        1,
        List.of(new Contact(NOON.minusSeconds(3600), "phone", Rung.ASK_ETA)));
  }

  static Case aCase(String id) {
    return new Case(
        id,
        Optional.empty(),
        "they want February; we need April '); drop table person; --",
        "schedule-later",
        Optional.of("vendor"),
        new Case.Stance(2, Firmness.FIRM, Channel.EMAIL),
        1,
        "April",
        "March",
        Case.State.OPEN,
        NOON,
        NOON,
        List.of(
            new Round(1, "Could we move it?", NOON, Optional.of("No."), Optional.of(NOON)),
            new Round(2, "Which part?", NOON, Optional.empty(), Optional.empty())),
        List.of(
            new VouchedFact(
                VouchedFact.Kind.BUDGET, "8,000", "the grant", false, NOON, NOON.plusSeconds(9))));
  }

  @Test
  void whatIsKeptComesBack() {
    Profile profile =
        new Profile(
            "Ada 'O`Hara",
            Optional.of(ZoneId.of("Asia/Kathmandu")),
            Optional.of("NP"),
            LocalTime.of(8, 30),
            LocalTime.of(16, 0));
    Partner partner =
        Partner.named("p1", "Rivera & Söhne", "legal")
            .withOutUntil(Optional.of(LocalDate.of(2026, 4, 1)));
    store.with(
        ADA,
        memory -> {
          memory.people().keep(profile);
          memory.people().talkAbout(Optional.of("c1"));
          memory.people().check("Hi Tom, any news? 🖊", Set.of("no-reason", "harsh"));
          memory.people().mute(Set.of("overlong"));
          memory.partners().keep(partner);
          memory.cases().keep(aCase("c1"));
          memory.followUps().keep(followUp("f1", "p1"));
          return true;
        });
    store.with(
        ADA,
        memory -> {
          assertThat(memory.people().profile()).isEqualTo(profile);
          assertThat(memory.people().talkingAbout()).contains("c1");
          assertThat(memory.people().draft()).isEqualTo("Hi Tom, any news? 🖊");
          assertThat(memory.people().leftOut()).containsExactlyInAnyOrder("no-reason", "harsh");
          assertThat(memory.people().muted()).containsExactly("overlong");
          assertThat(memory.partners().all()).containsExactly(partner);
          assertThat(memory.cases().find("c1")).contains(aCase("c1"));
          assertThat(memory.followUps().find("f1")).contains(followUp("f1", "p1"));
          assertThat(memory.followUps().open(10)).containsExactly(followUp("f1", "p1"));
          assertThat(memory.followUps().countOpen()).isEqualTo(1);
          return true;
        });
  }

  @Test
  void everybodySeesOnlyTheirOwn() {
    store.with(
        ADA,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
          memory.cases().keep(aCase("c1"));
          memory.followUps().keep(followUp("f1", "p1"));
          return true;
        });
    for (Person other : List.of(BOB, ADA_ELSEWHERE)) {
      store.with(
          other,
          memory -> {
            assertThat(memory.partners().all()).isEmpty();
            assertThat(memory.partners().find("p1")).isEmpty();
            assertThat(memory.cases().find("c1")).isEmpty();
            assertThat(memory.cases().latest(9)).isEmpty();
            assertThat(memory.followUps().find("f1")).isEmpty();
            assertThat(memory.followUps().open(9)).isEmpty();
            return true;
          });
    }
  }

  @Test
  void whatFailsLeavesNothing() {
    try {
      store.with(
          ADA,
          memory -> {
            memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
            throw new IllegalStateException("after writing");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("after writing");
    }
    assertThat(store.<List<Partner>>with(ADA, memory -> memory.partners().all())).isEmpty();
  }

  // Where people can be written to

  private static Conversation heardOf(Person person, String url, Instant at) {
    return Conversation.personal(person, "a:1", URI.create(url), "28:bot", "29:ada", at);
  }

  @Test
  void whereSomebodyCanBeWrittenToIsKnownToThemAlone() {
    Conversations all = store.conversations();
    all.save(heardOf(ADA, "https://smba.example/emea/", NOON));

    assertThat(all.find("slack:T1", "U1"))
        .contains(heardOf(ADA, "https://smba.example/emea/", NOON));
    assertThat(all.find("slack:T1", "U2")).isEmpty();
    assertThat(all.find("teams:t2", "U1")).isEmpty();
    assertThat(all.find("slack:T1", "U%")).isEmpty();
  }

  /** Things arrive in any order; a minute and more apart, so that each is written down. */
  @ParameterizedTest
  @CsvSource({"0, 61, new", "61, 0, old", "0, 0, new", "0, 1, new", "1, 0, old"})
  void theNewestAddressStands(int first, int second, String stands) {
    Conversations all = store.conversations();
    all.save(heardOf(ADA, "https://old.example/", NOON.plusSeconds(first)));
    all.save(heardOf(ADA, "https://new.example/", NOON.plusSeconds(second)));

    assertThat(all.find("slack:T1", "U1"))
        .contains(
            heardOf(
                ADA, "https://" + stands + ".example/", NOON.plusSeconds(Math.max(first, second))));
  }

  @Test
  void whatWasHeardOfLatelyIsNotWrittenDownAgainForEachMessage() {
    Conversations all = store.conversations();
    all.save(heardOf(ADA, "https://smba.example/", NOON));
    all.save(heardOf(ADA, "https://smba.example/", NOON.plusSeconds(59)));
    assertThat(all.find("slack:T1", "U1").orElseThrow().updatedAt()).isEqualTo(NOON);
    all.save(heardOf(ADA, "https://smba.example/", NOON.plusSeconds(60)));
    assertThat(all.find("slack:T1", "U1").orElseThrow().updatedAt())
        .isEqualTo(NOON.plusSeconds(60));
  }

  /** Seconds after noon: when the platform refused a message, and when they wrote again. */
  @ParameterizedTest
  @CsvSource({"5, 6, false", "5, 5, false", "5, 4, true", "5, 90, false"})
  void whoeverIsBlockedIsSoUntilTheyAreHeardOfAgain(int refused, int wrote, boolean stays) {
    Conversations all = store.conversations();
    all.save(heardOf(ADA, "https://smba.example/", NOON));
    all.save(heardOf(BOB, "https://smba.example/", NOON));
    assertThat(all.of("slack:T1")).containsExactly(ADA, BOB);

    assertThat(all.block("slack:T1", "U1", NOON.plusSeconds(refused))).isTrue();
    assertThat(all.block("slack:T1", "U1", NOON.plusSeconds(refused + 1))).as("again").isFalse();
    assertThat(all.find("slack:T1", "U1").orElseThrow().blockedSince())
        .contains(NOON.plusSeconds(refused));
    assertThat(all.of("slack:T1")).containsExactly(BOB);

    all.save(heardOf(ADA, "https://smba.example/", NOON.plusSeconds(wrote)));
    assertThat(all.find("slack:T1", "U1").orElseThrow().isBlocked()).isEqualTo(stays);
    assertThat(all.find("slack:T1", "U2").orElseThrow().isBlocked()).isFalse();
  }

  @Test
  void whoWroteAfterTheMessageThatWasRefusedIsNotBlocked() {
    Conversations all = store.conversations();
    all.save(heardOf(ADA, "https://smba.example/", NOON));
    assertThat(all.block("slack:T1", "U1", NOON.minusMillis(1))).isFalse();
    assertThat(all.block("slack:T1", "U2", NOON)).as("nobody").isFalse();
    assertThat(all.find("slack:T1", "U1").orElseThrow().isBlocked()).isFalse();
  }

  @Test
  void whoTakesTheCoachOutIsNoLongerWrittenTo() {
    Conversations all = store.conversations();
    all.save(heardOf(ADA, "https://smba.example/", NOON));
    all.save(heardOf(BOB, "https://smba.example/", NOON));
    assertThat(all.retire("slack:T1", "U1", NOON.minusMillis(1))).as("before").isFalse();
    assertThat(all.retire("slack:T1", "U1", NOON)).isTrue();
    assertThat(all.retire("slack:T1", "U1", NOON)).isFalse();
    assertThat(all.of("slack:T1")).containsExactly(BOB);
    assertThat(all.of("slack:T")).isEmpty();
  }

  @Test
  void whoeverIsForgottenCannotBeWrittenToEither() {
    store.conversations().save(heardOf(ADA, "https://smba.example/", NOON));
    store.conversations().save(heardOf(BOB, "https://smba.example/", NOON));

    Erasure erasure = store.forget(ADA);

    assertThat(erasure.isComplete()).isTrue();
    assertThat(erasure.erased()).containsEntry("conversation", 1);
    assertThat(store.conversations().of("slack:T1")).containsExactly(BOB);
  }
}
