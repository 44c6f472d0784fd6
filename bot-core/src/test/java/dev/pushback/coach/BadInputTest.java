package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.pushback.TestClock;
import dev.pushback.TestKnowledge;
import dev.pushback.card.Block.Button;
import dev.pushback.card.Card;
import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.followup.Contact;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.playbook.Rung;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with what is tracked, the answer is clear and nothing is lost. */
class BadInputTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final String NDA = "track the signed NDA with Rivera by Friday";

  /** On a slow machine with much else to do; it takes a second at most. */
  private static final Duration WITHIN_REASON = Duration.ofSeconds(20);

  private final TestClock clock = new TestClock(TestCoach.TUESDAY, ZoneOffset.UTC);
  private final Store store = TestStores.inMemory(clock);
  private final Coach coach = new Coach(TestKnowledge.get(), store, ZoneOffset.UTC);

  @AfterEach
  void close() {
    store.close();
  }

  private Card say(Person person, String text) {
    Reply reply = coach.reply(new Utterance(person, text));
    assertThat(reply.card().title()).isNotBlank();
    return reply.card();
  }

  private Card say(String text) {
    return say(ADA, text);
  }

  private static String shown(Card card) {
    return TextCardWriter.write(card, 200, false).replaceAll("\\s+", " ");
  }

  private List<FollowUp> open() {
    return store.with(ADA, memory -> memory.followUps().open(99));
  }

  private FollowUp only() {
    assertThat(open()).hasSize(1);
    return open().get(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          track the signed NDA with Rivera                    |            | No day was named
          track the signed NDA with Rivera by 3 March 2026    | 2026-03-03 | That day has passed
          track the signed NDA with Rivera by yesterday       | 2026-03-09 | That day has passed
          track the signed NDA with Rivera by never           |            | I go by how long this usually takes
          track the signed NDA with Rivera by 30 February     |            | without a day
          track the signed NDA with Rivera by 04/05           |            | Which day is "04/05"?
          track the signed NDA with Rivera by 2066-03-01      |            | further than I can sensibly remember
          """)
  void anOddDayLosesNothingOfTheRest(String said, LocalDate promised, String answer) {
    Card card = say(said);

    assertThat(card.title()).isEqualTo("On your list");
    assertThat(shown(card)).contains(answer);
    assertThat(only().what()).isEqualTo("signed NDA");
    assertThat(only().promised()).isEqualTo(Optional.ofNullable(promised));
    assertThat(only().nextNudgeAt()).isPresent();
  }

  @Test
  void aDayThatCanBeReadInTwoWaysIsChosenWithAButton() {
    Card card = say("track the signed NDA with Rivera by 04/05");

    List<Button> days =
        card.buttons().stream()
            .filter(one -> one.command().startsWith("promised "))
            .limit(2)
            .toList();
    assertThat(days).extracting(Button::label).containsExactly("Sun 5 Apr 2026", "Mon 4 May 2026");
    say(days.get(1).command());
    assertThat(only().promised()).contains(LocalDate.of(2026, 5, 4));
    assertThat(only().nextNudgeAt().orElseThrow()).isAfter(Instant.parse("2026-05-04T12:00:00Z"));
  }

  @Test
  void aPartnerOfThreeThousandCharactersIsNoPartner() {
    Card card = say("track the signed NDA with " + "Rivera ".repeat(430) + " by Friday");

    assertThat(card.title()).isEqualTo("That's long for one thing to track");
    assertThat(open()).isEmpty();
  }

  @Test
  void aSnoozeOfFortyYearsIsRefusedAndTheOldDayStays() {
    say(NDA);
    say("snooze the NDA until Monday");

    for (String years : List.of("snooze the NDA for 40 years", "snooze the NDA until 2066-03-10")) {
      assertThat(say(years).title()).isEqualTo("Which day?");
      assertThat(only().snoozedUntil()).contains(LocalDate.of(2026, 3, 16));
    }
  }

  @Test
  void withTenThousandFollowUpsTheListAndTrackAnswerAndSayTheLimit() {
    fill(10_000);

    Card list = assertTimeout(WITHIN_REASON, () -> say("waiting"));
    Card refused = assertTimeout(WITHIN_REASON, () -> say(NDA));
    Card one = assertTimeout(WITHIN_REASON, () -> say("show thing 17"));

    assertThat(list.title()).isEqualTo("10000 things are open");
    assertThat(shown(list)).contains("9990 more", "I look after the 500");
    assertThat(refused.title()).isEqualTo("Your list is full");
    assertThat(shown(refused)).contains("500 things already, and nothing was lost");
    assertThat(one.title()).isEqualTo("You're waiting for this");
    assertThat(store.<Integer>with(ADA, memory -> memory.followUps().countOpen()))
        .isEqualTo(10_000);
  }

  @Test
  void withAFullListADayOfAPartnerIsNotedForAllOfThem() {
    fill(500);

    assertThat(assertTimeout(WITHIN_REASON, () -> say("out Rivera until Friday")).title())
        .isEqualTo("Noted");

    assertThat(store.<List<FollowUp>>with(ADA, memory -> memory.followUps().openWith("p0")))
        .hasSize(250)
        .allSatisfy(
            one ->
                assertThat(one.nextNudgeAt().orElseThrow())
                    .isAfter(Instant.parse("2026-03-14T00:00:00Z")));
  }

  /** Half of them with one partner. */
  private void fill(int count) {
    store.with(
        ADA,
        memory -> {
          memory.partners().keep(Partner.named("p0", "Rivera", "legal"));
          memory.partners().keep(Partner.named("p1", "Meyer", "vendor"));
          for (int i = 0; i < count; i++) {
            memory.followUps().keep(followUp(i));
          }
          return count;
        });
  }

  private static FollowUp followUp(int number) {
    return new FollowUp(
        "f" + number,
        "p" + number % 2,
        Optional.empty(),
        Direction.THEY_OWE,
        "thing " + number,
        "legal-nda",
        "email",
        TestCoach.TUESDAY.minusSeconds(3600L * (10_000 - number)),
        Optional.empty(),
        Optional.empty(),
        FollowUp.State.OPEN,
        Optional.empty(),
        Optional.of(TestCoach.TUESDAY),
        Optional.empty(),
        0,
        Rung.ASK_ETA,
        "",
        1,
        List.of(new Contact(TestCoach.TUESDAY.minusSeconds(60), "email", Rung.ASK_ETA)));
  }

  static Stream<Person> strangers() {
    return Stream.of(new Person("slack:T1", "U2"), new Person("slack:T2", "U1"));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void nobodyDoesAnythingWithWhatIsSomebodyElses(Person stranger) {
    say("they want the kick-off in February, we need April");
    say(NDA);
    String id = only().id();
    String caseId = store.with(ADA, memory -> memory.cases().latest(1).get(0).id());
    String before = store.export(ADA);

    for (String said :
        List.of(
            "show ID",
            "when ID",
            "chase ID",
            "asked ID",
            "promised ID by Friday",
            "promised ID 2026-03-20",
            "needed ID by Friday",
            "since ID on 3 March",
            "snooze ID 3 days",
            "done ID",
            "elsewhere ID",
            "letgo ID",
            "reopen ID")) {
      Card card = say(stranger, said.replace("ID", id));
      assertThat(card.title()).as(said).isEqualTo("I can't find that");
      assertThat(shown(card)).as(said).doesNotContain("NDA", "Rivera");
    }
    assertThat(say(stranger, "case " + caseId).title()).isEqualTo("I can't find that case");
    assertThat(say(stranger, "out Rivera until Friday").title()).isEqualTo("Which partner?");
    assertThat(store.export(ADA)).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}, again {1} minutes later")
  @CsvSource({
    "done, 0, It was closed before",
    "done, 60, It was closed before",
    "elsewhere, 60, It was closed before",
    "letgo, 60, It was closed before",
    "asked, 0, Noted before",
    "asked, 60, Noted before",
    "snooze, 0, Put off",
    "snooze, 60, Put off"
  })
  void aButtonPressedTwiceCountsOnce(String verb, int minutes, String title) {
    say(NDA);
    String pressed = verb + " " + only().id() + (verb.equals("snooze") ? " 3 days" : "");
    say(pressed);
    FollowUp once = found(pressed);

    clock.pass(Duration.ofMinutes(minutes));
    assertThat(say(pressed).title()).isEqualTo(title);

    FollowUp twice = found(pressed);
    assertThat(twice.state()).isEqualTo(once.state());
    assertThat(twice.contacts()).isEqualTo(once.contacts());
    assertThat(twice.rung()).isEqualTo(once.rung());
    assertThat(twice.snoozedUntil()).isEqualTo(once.snoozedUntil());
    assertThat(twice.endedAt()).isEqualTo(once.endedAt());
  }

  private FollowUp found(String pressed) {
    String id = pressed.split(" ", -1)[1];
    return store.with(ADA, memory -> memory.followUps().find(id).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"asked", "chase", "when", "snooze", "promised", "needed", "since"})
  void anOldButtonOfSomethingThatIsOverChangesNothing(String verb) {
    say(NDA);
    String id = only().id();
    say("done " + id);
    String before = store.export(ADA);
    clock.pass(Duration.ofHours(1));

    Card card = say(verb + " " + id + " 2026-03-20".repeat(verb.length() > 5 ? 1 : 0));

    assertThat(card.title()).isEqualTo("It was closed before");
    assertThat(card.buttons()).extracting(Button::command).containsExactly("reopen " + id);
    assertThat(withoutTimes(store.export(ADA))).isEqualTo(withoutTimes(before));
  }

  private static String withoutTimes(String export) {
    return export.replaceAll("\"(?:exportedAt|seenAt)\"\\s*:\\s*\"[^\"]*\"", "");
  }

  @ParameterizedTest(name = "{0} hours back")
  @CsvSource({"1", "30", "2400", "200000"})
  void aClockThatJumpsBackLosesNothing(long hours) {
    say("they want the kick-off in February, we need April");
    say(NDA);
    say("track the quote with Meyer by 20 March");
    say("asked the NDA");
    clock.pass(Duration.ofHours(-hours));

    for (String said :
        List.of(
            "waiting",
            "when the NDA",
            "chase the NDA",
            "show the NDA",
            "asked the quote",
            "snooze the NDA until tomorrow",
            "cases",
            "case",
            "firmer",
            "done the quote",
            "track the logo with Rivera by tomorrow")) {
      assertThat(coach.reply(new Utterance(ADA, said)).helped()).as(said).isTrue();
    }
    clock.pass(Duration.ofHours(hours));

    assertThat(open()).extracting(FollowUp::what).containsExactlyInAnyOrder("signed NDA", "logo");
    assertThat(say("waiting").title()).isEqualTo("2 things are open");
  }
}
