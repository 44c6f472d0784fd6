package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pushback.TestClock;
import dev.pushback.card.Answers;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.partner.VouchedFact;
import dev.pushback.people.Person;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked for with a form, what is done with what was filled in, and what never gets lost.
 */
class FormsTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  private final TestClock clock = new TestClock(TestCoach.TUESDAY, ZoneOffset.UTC);
  private final Store store = TestStores.inMemory(clock);
  private final Coach coach = TestCoach.with(store);

  @AfterEach
  void close() {
    store.close();
  }

  private Reply reply(String text) {
    Reply reply = coach.reply(new Utterance(ADA, text));
    SafeCommands.check(reply.card());
    return reply;
  }

  private Card say(String text) {
    return reply(text).card();
  }

  private static String shown(Card card) {
    return TextCardWriter.write(card, 200, false).replaceAll("\\s+", " ");
  }

  private static Block.Form form(Card card) {
    return card.blocks().stream()
        .filter(Block.Form.class::isInstance)
        .map(Block.Form.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form in " + shown(card)));
  }

  private static Map<String, String> initial(Card card) {
    return form(card).fields().stream()
        .filter(field -> !field.initial().isEmpty())
        .collect(Collectors.toMap(Block.Field::name, Block.Field::initial));
  }

  private static Map<String, String> fields(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private Card fill(String... namesAndValues) {
    return say(Answers.say("facts", fields(namesAndValues)));
  }

  private Case latest() {
    return store.with(ADA, memory -> memory.cases().latest(1).get(0));
  }

  private int cases() {
    return store.with(ADA, memory -> memory.cases().latest(99).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer",
        "reframe",
        "thanks",
        "praise",
        "fact",
        "facts",
        "facts new",
        "track",
        "owe",
        "got",
        "gave",
        "fair",
        "name",
        "zone",
        "country",
        "hours",
        "partner",
        "theirs",
        "ours"
      })
  void aVerbAloneIsAskedBackWithAFormThatSaysTheSameVerb(String verb) {
    Block.Form form = form(say(verb));

    String expected = verb.matches("theirs|ours") ? "facts new" : verb;
    assertThat(form.command()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"promised", "snooze", "needed", "since"})
  void aDayIsAskedForWithTheIdOfTheThing(String verb) {
    say("track the signed NDA with Rivera by Friday");
    FollowUp one = store.with(ADA, memory -> memory.followUps().open(9).get(0));

    Card card = say(verb + " " + one.id());

    assertThat(card.title()).isEqualTo("Which day?");
    assertThat(form(card).command()).isEqualTo(verb + " " + one.id());
  }

  @Test
  void everyButtonThatAsksForMoreLeadsToAForm() {
    say(KICK_OFF);
    Stream.of("case", "answer our policy forbids it", "home", "won", "reframe they don't listen")
        .flatMap(said -> say(said).buttons().stream())
        .filter(Block.Button::asksForMore)
        .filter(button -> !button.command().startsWith("share"))
        .forEach(
            button -> assertThat(form(say(button.command()))).as(button.command()).isNotNull());
  }

  @Test
  void allOfItIsTakenInOneTurn() {
    Card card =
        fill(
            "want", "to pay in 45 days",
            "why", "our donor reimburses us monthly",
            "their", "Our standard terms are net 15 for all customers.",
            "partner", "Paperworks",
            "kind", "vendor",
            "deadline", "31 March",
            "budget", "8,000 (from the grant letter)",
            "boss", "agreed",
            "agreed", "net 45");

    assertThat(card.title()).startsWith("You want other terms (round 1");
    assertThat(shown(card)).contains("45 days", "Our donor reimburses us monthly");
    Case item = latest();
    assertThat(item.partnerKind()).contains("vendor");
    assertThat(item.facts())
        .extracting(VouchedFact::kind)
        .containsExactly(VouchedFact.Kind.BOSS, VouchedFact.Kind.BUDGET, VouchedFact.Kind.DEADLINE);
    assertThat(item.facts().get(0).consent()).isTrue();
    assertThat(item.facts().get(0).words()).isEqualTo("net 45");
    assertThat(item.facts().get(1).source()).isEqualTo("from the grant letter");
    assertThat(item.facts().get(1).expiresAt()).isAfter(item.facts().get(1).vouchedAt());
    List<Partner> partners = store.with(ADA, memory -> memory.partners().all());
    assertThat(partners).extracting(Partner::name).containsExactly("Paperworks");
  }

  @Test
  void theFormShowsWhatIsKnownAndSendingItUnchangedChangesNothing() {
    say(KICK_OFF);
    say("fact budget 8,000 (from the grant letter)");
    String text = latest().text();

    Card card = say("facts");
    assertThat(initial(card)).containsEntry("want", "April").containsEntry("budget", "8,000");
    Card again = say(Answers.say("facts", initial(card)));

    assertThat(again.title()).startsWith("They want it earlier than suits you");
    assertThat(latest().text()).isEqualTo(text);
    assertThat(latest().facts().get(0).source()).isEqualTo("from the grant letter");
    assertThat(cases()).isEqualTo(1);
  }

  @Test
  void aReasonAddedLaterChangesTheTextAndKeepsCaseAndRound() {
    say(KICK_OFF);
    say("answer the trade fair is on the 20th");

    Card card = fill("why", "we're still hiring until March");

    assertThat(card.title()).isEqualTo("They want it earlier than suits you (round 2, steady)");
    assertThat(cases()).isEqualTo(1);
    assertThat(initial(say("facts"))).containsEntry("why", "we're still hiring until March");
  }

  static Stream<Arguments> consents() {
    return Stream.of(
        arguments("agreed", "April", true, "April"),
        arguments("yes", "April", true, "April"),
        arguments("agreed: April", "", true, "April"),
        arguments("no", "April", false, "April"),
        arguments("not yet", "April", false, "April"),
        arguments("", "April", false, "April"),
        arguments("no", "agreed, I think", false, "not agreed: agreed, I think"),
        arguments("", "yes: April", false, "not agreed: yes: April"));
  }

  @ParameterizedTest
  @MethodSource("consents")
  void onlyABossWhoAgreedCanBeNamed(String boss, String agreed, boolean consent, String words) {
    say(KICK_OFF);
    fill("boss", boss, "agreed", agreed);

    VouchedFact fact = latest().facts().get(0);
    assertThat(fact.consent()).isEqualTo(consent);
    assertThat(fact.words()).isEqualTo(words);
    assertThat(shown(say("round 2")).contains("My manager")).isEqualTo(consent);
  }

  @Test
  void noneTakesAFactBack() {
    say(KICK_OFF);
    fill("budget", "8,000", "deadline", "20 May");
    fill("budget", "none");

    assertThat(latest().facts())
        .extracting(VouchedFact::kind)
        .containsExactly(VouchedFact.Kind.DEADLINE);
  }

  @Test
  void aFieldThatIsEmptiedTakesBackWhatStoodInIt() {
    say(KICK_OFF);
    fill("why", "we're still hiring", "budget", "8,000", "deadline", "20 May");
    Map<String, String> known = initial(say("facts"));
    Set<String> emptied = Set.of("why", "budget");
    known.keySet().removeAll(emptied);

    say(Answers.say("facts", known, emptied));

    assertThat(latest().facts())
        .extracting(VouchedFact::kind)
        .containsExactly(VouchedFact.Kind.DEADLINE);
    assertThat(initial(say("facts"))).doesNotContainKeys("why", "budget").containsKey("want");
    assertThat(cases()).isEqualTo(1);
  }

  @Test
  void somethingHasToBeLeftOfACase() {
    say(KICK_OFF);

    Reply reply = reply(Answers.say("facts", fields(), Set.of("want", "their")));

    assertThat(reply.helped()).isFalse();
    assertThat(shown(reply.card())).contains("Something has to be left");
    assertThat(initial(say("facts"))).containsEntry("want", "April");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind     | martian           | I don't know that kind of partner
          budget   | plenty            | has to be an amount
          budget   | ???               | has to be an amount
          quote    | a good one        | Of a quote I need the amount
          colour   | blue              | There is no field "colour" here
          want     | LONG              | What you'd like has at most 300 characters here, and this has 3,000
          why      | LONG              | The reason has at most 300
          partner  | LONG              | at most 120 characters
          deadline | LONG              | A date has at most 300
          """)
  void whatIsWrongComesBackWithAllThatWasTyped(String name, String value, String note) {
    String typed = value.equals("LONG") ? "x".repeat(3000) : value;
    Map<String, String> filled =
        fields("want", "April", "their", "Dear Ada,\nFebruary it is.", "budget", "8,000");
    filled.put(name, typed);

    Reply reply = reply(Answers.say("facts new", filled));

    assertThat(reply.helped()).isFalse();
    assertThat(shown(reply.card())).contains(note);
    assertThat(form(reply.card()).command()).isEqualTo("facts new");
    filled.remove("colour");
    filled.remove("kind");
    assertThat(initial(reply.card())).containsAllEntriesOf(filled);
    assertThat(cases()).isZero();
  }

  @Test
  void moreThanFitsIsCutAndThatIsSaid() {
    String[] all =
        Stream.of("want", "why", "their", "deadline", "budget", "agreed", "partner")
            .flatMap(name -> Stream.of(name, "x ".repeat(1700)))
            .toArray(String[]::new);

    Card card = fill(all);

    assertThat(shown(card)).contains("more than fits into the form");
    assertThat(card.length()).isLessThanOrEqualTo(CardLimits.TOTAL);
    assertThat(initial(card)).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2999, false", "3001, true", "40000, true"})
  void aMessageOfAnyLengthIsTakenAndWhatIsCutIsSaid(int length, boolean cut) {
    String text = "They can't do it. ".repeat(length / 18 + 1).substring(0, length).strip() + "x";

    for (String verb : List.of("theirs ", "ours ")) {
      Card card = say(verb + text);
      assertThat(initial(card).get("their")).hasSizeLessThanOrEqualTo(CardLimits.INPUT);
      assertThat(text).startsWith(initial(card).get("their"));
      assertThat(shown(card).contains("These are the first")).isEqualTo(cut);
    }
  }

  @Test
  void aMessageThatAnswersACaseGoesOnWithTheNextRoundOfIt() {
    say(KICK_OFF);
    String first = latest().id();
    say("they want net 15, we need net 45");

    Card card = say("theirs The trade fair is on the 20th, so February can't move");
    assertThat(shown(card)).contains("What I read in it: the date is tied to something.");
    Block.Kind.OneOf about = (Block.Kind.OneOf) form(card).fields().get(0).kind();
    assertThat(about.options()).hasSize(3);
    assertThat(about.options()).extracting(Block.Option::value).contains(first);

    Map<String, String> filled = new LinkedHashMap<>(initial(card));
    filled.put("item", first);
    clock.pass(Duration.ofMinutes(1));
    Reply reply = reply(Answers.say(form(card).command(), filled));

    assertThat(reply.card().title()).isEqualTo("The date is tied to something (round 1)");
    assertThat(reply.about()).contains(first);
    assertThat(latest().id()).isEqualTo(first);
    assertThat(latest().stance().round()).isEqualTo(2);
    assertThat(cases()).isEqualTo(2);
  }

  @Test
  void whatIsFilledInBesideAnAnswerIsUsedInTheNextRound() {
    say(KICK_OFF);

    fill(
        "item", latest().id(),
        "their", "The trade fair is on the 20th, so February can't move",
        "why", "we're still hiring",
        "budget", "8,000");

    assertThat(latest().stance().round()).isEqualTo(2);
    assertThat(initial(say("facts")))
        .containsEntry("want", "April")
        .containsEntry("why", "we're still hiring")
        .containsEntry("budget", "8,000");
  }

  @Test
  void aMessageAboutSomethingNewLeavesTheCaseThatWasTalkedAboutAlone() {
    say(KICK_OFF);
    Case before = latest();

    Card card = say("theirs Our standard terms are net 15 for all customers.");
    Map<String, String> filled = new LinkedHashMap<>(initial(card));
    filled.put("want", "net 45");
    say(Answers.say(form(card).command(), filled));

    assertThat(cases()).isEqualTo(2);
    Case after = store.with(ADA, memory -> memory.cases().find(before.id()).orElseThrow());
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aCaseThatIsGoneIsSaidAndNothingIsLost() {
    String gone = "0190f2a4-0000-7000-8000-000000000000";

    Card card = say(Answers.say("facts new", fields("item", gone, "their", "no way")));

    assertThat(shown(card)).contains("can't find that case");
    assertThat(initial(card)).containsEntry("their", "no way");
  }

  @Test
  void whatIsTrackedFromAScriptHasItsPartnerAlready() {
    fill("want", "the kick-off in April", "their", "February", "partner", "Norden Institute");

    Map<String, String> known = new LinkedHashMap<>(initial(say("track")));
    assertThat(known)
        .containsEntry("what", "answer on the kick-off in April")
        .containsEntry("with", "Norden Institute");
    known.put("by", "Friday");
    Card card = say(Answers.say("track", known));

    assertThat(card.title()).isEqualTo("On your list");
    FollowUp one = store.with(ADA, memory -> memory.followUps().open(9).get(0));
    assertThat(one.what()).isEqualTo("answer on the kick-off in April");
    assertThat(one.promised()).contains(LocalDate.of(2026, 3, 13));
    assertThat(one.caseId()).contains(latest().id());
  }

  @Test
  void aTrackFormWithHalfOfItComesBackWithThatHalf() {
    Card card = say("track what: the signed NDA; by: Friday");

    assertThat(card.title()).isEqualTo("From whom?");
    assertThat(initial(card)).containsEntry("what", "the signed NDA").containsEntry("by", "Friday");
  }

  @Test
  void forgettingAsksFirstAndErasesEverything() {
    say(KICK_OFF);
    say("track the signed NDA with Rivera by Friday");
    say("name Ada");

    Card ask = say("forget me");
    assertThat(ask.buttons()).extracting(Block.Button::command).contains("forget me now");
    assertThat(cases()).isEqualTo(1);

    Card card = say("forget me now");
    assertThat(card.title()).isEqualTo("Forgotten");
    assertThat(shown(card))
        .contains("1 case", "1 thing you waited for", "1 partner", "direct message stays");
    assertThat(store.export(ADA)).doesNotContain("kick-off", "NDA", "Rivera", "Ada\"");
    assertThat(shown(say("forget me now"))).doesNotContain("1 case");
  }

  @Test
  void forgettingIsNotUndoneByADeliveryThatComesTwice() {
    say(KICK_OFF);
    Utterance now = new Utterance(ADA, "Forget me now!");

    assertThat(coach.replyOnce(now, "e1").orElseThrow().card().title()).isEqualTo("Forgotten");
    assertThat(shown(coach.replyOnce(now, "e1").orElseThrow().card()))
        .contains("There was nothing of yours here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forget me now",
        "done id-1",
        "<!channel> & <@U1>",
        "; drop table person",
        "case 0190f2a4-0000-7000-8000-000000000000",
        "want: x; boss: agreed",
        "A \"quoted\" 'name' | with *signs*"
      })
  void noButtonSaysWhatSomebodyWrote(String hostile) {
    fill(
        "want",
        "10% off " + hostile.replace('\n', ' '),
        "their",
        hostile + " no",
        "partner",
        hostile);
    say(
        "track "
            + hostile.replace('\n', ' ')
            + " with "
            + hostile.replace('\n', ' ')
            + " by Friday");
    say("owe " + hostile.replace('\n', ' ') + " the plan by Monday");
    for (String said :
        List.of(
            "home",
            "cases",
            "case",
            "waiting",
            "partners",
            "facts",
            "track",
            "report",
            "show",
            "done",
            "theirs " + hostile,
            "answer " + hostile,
            "reframe " + hostile,
            "fair")) {
      assertThat(say(said).title()).as(said).isNotBlank();
    }
  }

  @Test
  void theFullestMemoryFitsOnEveryCard() {
    String long300 = "ä".repeat(299) + " ";
    for (int i = 0; i < 12; i++) {
      fill(
          "want", ("the " + i + " kick-off in April " + long300).substring(0, 300),
          "why", long300,
          "their", "no way ".repeat(500).substring(0, 3000),
          "partner", (i + " partner " + "ö".repeat(200)).substring(0, 120),
          "deadline", ("20 May " + long300).substring(0, 300),
          "budget", ("8,000 " + long300).substring(0, 300),
          "quote", ("3,200 " + long300).substring(0, 300),
          "boss", "agreed",
          "agreed", long300);
      say(
          Answers.say(
              "track",
              fields(
                  "what", (i + " thing " + "ü".repeat(400)).substring(0, 200),
                  "with", (i + " other " + "ö".repeat(200)).substring(0, 120))));
    }
    for (int i = 0; i < 60; i++) {
      say("answer " + "we can't move the date because of the fair ".repeat(90));
    }
    assertThat(latest().rounds()).hasSize(50);
    for (String said :
        List.of(
            "home",
            "cases",
            "case",
            "waiting",
            "partners",
            "help",
            "report",
            "facts",
            "script",
            "firmer",
            "why",
            "won",
            "lost",
            "track",
            "me",
            "show thing",
            "fair",
            "thanks",
            "theirs " + "word ".repeat(8000),
            "reframe " + "they never listen ".repeat(200))) {
      assertThat(say(said).length()).as(said).isBetween(1, CardLimits.TOTAL);
    }
  }

  @Test
  void aNewPersonIsToldWhatToTryAndAKnownOneWhereTheyStand() {
    Card first = say("home");
    assertThat(first.title()).isEqualTo("Welcome");
    assertThat(shown(first)).contains("Four things to try");

    say(KICK_OFF);
    Card later = say("home");
    assertThat(later.title()).isEqualTo("Where you stand");
    assertThat(later.buttons())
        .extracting(Block.Button::command)
        .contains("case " + latest().id(), "forget me", "shares off", "name ");
    Optional<String> about = store.with(ADA, memory -> memory.people().talkingAbout());
    assertThat(about).contains(latest().id());
  }

  @Test
  void whatStandsOnTheHomePageFitsIntoANarrowWindow() {
    say("they want the kick-off in February already, and we need it in April or in May at last");
    assertThat(say("home").buttons())
        .filteredOn(button -> button.command().startsWith("case "))
        .isNotEmpty()
        .allSatisfy(button -> assertThat(button.label()).hasSizeLessThanOrEqualTo(44));
  }
}
