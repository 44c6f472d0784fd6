package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestClock;
import dev.pushback.TestKnowledge;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Utterance;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shared with whom, and what isn't. */
class SharesTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final Person BOB = new Person("slack:T1", "U2");
  private static final Person EVE = new Person("slack:T9", "U3");
  private static final Person DOT = new Person("teams:t2", "U4");

  private final TestClock clock = new TestClock(TestCoach.TUESDAY, ZoneOffset.UTC);
  private final Store store = TestStores.inMemory(clock);
  private final Coach coach =
      new Coach(TestKnowledge.get(), store, ZoneOffset.UTC, Set.of("teams:t2"));

  @BeforeEach
  void everybodyIsThere() {
    say(ADA, "name Ada");
    say(BOB, "name Bob");
    say(EVE, "name Eve");
    say(DOT, "name Dot");
    say(ADA, "reframe they never listen, we can't go above 4,200 euros for Rivera");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Card say(Person who, String words) {
    return coach.reply(new Utterance(who, words)).card();
  }

  private static String text(Card card) {
    return TextCardWriter.write(card, 200, false);
  }

  @Test
  void theFormOffersColleaguesAndKeepsNothingByItself() {
    Block.Form form =
        say(ADA, "share").blocks().stream()
            .filter(Block.Form.class::isInstance)
            .map(Block.Form.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(form.command()).isEqualTo("share");
    assertThat(form.fields()).extracting(Block.Field::name).containsExactly("", "keep");
    assertThat(form.fields().get(0).kind()).isInstanceOf(Block.Kind.Teammate.class);
    assertThat(form.fields().get(1).initial()).isEmpty();
  }

  @Test
  void whatAFormSaysIsUnderstood() {
    assertThat(text(say(ADA, "share @U2\nkeep: names limit")))
        .contains("To Bob, and nobody else", "You keep in: names and your limit.", "[amount]")
        .doesNotContain("4,200");
  }

  @Test
  void buttonsCarryIdsAndSwitchesOnly() {
    assertThat(say(ADA, "share @U2\nkeep: names amounts limit").buttons())
        .isNotEmpty()
        .allSatisfy(
            button ->
                assertThat(button.command())
                    .matches("share \\S+( names)?( amounts)?( limit)?( now [0-9a-f]+)?")
                    .doesNotContain("Rivera")
                    .doesNotContain("4,200"));
  }

  @Test
  void whoeverIsOnAnotherPlatformIsFoundByNameAndItSaysWhereItArrives() {
    assertThat(text(say(ADA, "share Dot")))
        .contains("They talk with me in Microsoft Teams, so it arrives there.");
    assertThat(say(ADA, "share Eve").title()).isEqualTo("I don't know that teammate");
    assertThat(say(ADA, "share @U3").title())
        .as("another tenant's user by their platform's id")
        .isEqualTo("I can't bring it to them");
  }

  @Test
  void whoDoesntWantItAndWhoNeverTalkedToTheCoachLookTheSame() {
    String never = text(say(ADA, "share @U77"));
    say(BOB, "shares off");
    assertThat(text(say(ADA, "share @U2"))).isEqualTo(never);
    assertThat(text(say(ADA, "share Bob")))
        .isEqualTo(text(say(ADA, "share Xyz")).replace("Xyz", "Bob"));
  }

  @Test
  void aThoughtThatChangedIsShownBeforeItIsSent() {
    String send = say(ADA, "share @U2").buttons().get(0).command();
    say(ADA, "reframe they lie all the time");
    assertThat(say(ADA, send).title()).isEqualTo("To Bob, and nobody else");
    assertThat(waiting()).isZero();
    assertThat(say(ADA, say(ADA, "share @U2").buttons().get(0).command()).title())
        .isEqualTo("On its way to Bob");
    assertThat(waiting()).isEqualTo(1);
  }

  private int waiting() {
    return store
        .database()
        .read(
            handle -> handle.createQuery("select count(*) from nudge").mapTo(Integer.class).one());
  }

  @Test
  void aNameMayBeTypedWithASign() {
    String never = text(say(ADA, "share @U77"));
    assertThat(say(ADA, "share @Bob").title()).isEqualTo("To Bob, and nobody else");
    assertThat(say(ADA, "share @dot").title()).isEqualTo("To Dot, and nobody else");
    assertThat(text(say(ADA, "share @Xyz"))).as("nobody's name").isEqualTo(never);

    say(new Person("slack:T1", "U5"), "name Bob Okoro");
    Card which = say(ADA, "share @Bob\nkeep: limit");
    assertThat(which.title()).isEqualTo("Which of them?");
    assertThat(say(ADA, which.buttons().get(1).command()).title())
        .isEqualTo("To Bob Okoro, and nobody else");
    assertThat(say(ADA, "share @Bob Okoro").title()).isEqualTo("To Bob Okoro, and nobody else");
    assertThat(say(ADA, "share @ada").title()).isEqualTo("That's you");
  }

  @Test
  void noPlatformCallsAnybodyByAsMuchAsThat() {
    assertThat(say(ADA, "share @" + "x".repeat(40) + "\nkeep: names amounts limit").title())
        .isEqualTo("I can't bring it to them");
    assertThat(say(ADA, "share @" + "x".repeat(41)).title())
        .isEqualTo("I don't know that teammate");
    assertThat(say(ADA, "share @" + "x".repeat(70)).title())
        .isEqualTo("I don't know that teammate");
  }

  @Test
  void whatThePartnerWantsToReachIsNoLimitOfMine() {
    say(ADA, "reframe they drag it out to pay no more than 4,200 euros for Rivera");
    assertThat(say(ADA, "share @U2").buttons())
        .extracting(Block.Button::label)
        .doesNotContain("With my limit");
    assertThat(text(say(ADA, "share @U2\nkeep: limit amounts names")))
        .contains("I found no limit in your thought.")
        .doesNotContain("keep that in, too")
        .doesNotContain("4,200");
  }

  @Test
  void whoeverOnlyLookedAtTheHomePageCantBeSharedWith() {
    Person gus = new Person("slack:T1", "U6");
    say(gus, "home");
    boolean unused =
        store.with(
            gus,
            memory -> {
              // As a platform introduces them.
              memory.people().keep(memory.people().profile().withName("Gus"));
              return true;
            });
    say(gus, " Home ");
    assertThat(say(ADA, "share Gus").title()).isEqualTo("I don't know that teammate");
    assertThat(say(ADA, "share @U6").title()).isEqualTo("I can't bring it to them");

    say(gus, "help");
    say(gus, "home");
    assertThat(say(ADA, "share Gus").title()).isEqualTo("To Gus, and nobody else");
    assertThat(say(ADA, "share @U6").title()).isEqualTo("To Gus, and nobody else");
  }

  @ParameterizedTest
  @CsvSource({"failed, couldn't be delivered", "unknown, may not have arrived"})
  void whatDidntArriveIsToldForAWeekAndOnlyToWhoSharedIt(String state, String told) {
    say(ADA, say(ADA, "share @U2").buttons().get(0).command());
    assertThat(text(say(ADA, "waiting"))).doesNotContain("The thought for Bob");
    int unused =
        store
            .database()
            .write(
                handle ->
                    handle
                        .createUpdate("update nudge set state = :state")
                        .bind("state", state)
                        .execute());
    assertThat(text(say(ADA, "waiting"))).contains("The thought for Bob", told);
    assertThat(text(say(ADA, "share"))).contains("The thought for Bob");
    say(ADA, "track the logo with Brisa by Friday");
    assertThat(text(say(ADA, "waiting"))).contains("The thought for Bob");
    assertThat(text(say(BOB, "waiting"))).doesNotContain("The thought for");
    clock.pass(Duration.ofDays(8));
    assertThat(text(say(ADA, "waiting"))).doesNotContain("The thought for Bob");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we can't pay more than €4,200          | we can't pay more than [amount]",
        "no more than 4,200 euros per night     | no more than [amount] per night",
        "at most 10% off, or ten percent        | at most [amount] off, or [amount]",
        "we need it by 20 March                 | we need it by 20 March",
        "not before May 3rd                     | not before May 3rd",
        "I need two weeks' notice               | I need [amount] weeks' notice",
        "EUR 500 is all we have                 | [amount] is all we have",
        "Acme's delay must not cost us          | [name]'s delay must not cost us",
        "we can't wait for Azulejos Ferro       | we can't wait for [name]",
        "we won't work with rivera on Fridays   | we won't work with [name] on Fridays",
        "We need the NDA before we start        | We need the NDA before we start",
        "no one works at night                  | no one works at night",
        "I can't do more than Jo and 3 others   | I can't do more than [name] and [amount] others"
      })
  void namesAndAmountsAreLeftOutAndNothingElse(String words, String masked) {
    PrivateWords hidden =
        new PrivateWords(
            TestKnowledge.get().playbook().lexicon(),
            TestKnowledge.get().reader().read(words),
            List.of(Partner.named("p1", "Rivera", "legal")));
    assertThat(hidden.masked(words, Set.of())).isEqualTo(masked);
    assertThat(hidden.masked(words, Set.of(Keep.NAMES, Keep.AMOUNTS))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Sam                              | Sam     | false | -",
        "Sam Okoro                        | Sam Okoro | false | -",
        "Sam keep limit                   | Sam     | false | LIMIT",
        "Sam, keep my limit and the names | Sam     | false | NAMES LIMIT",
        "Sam names, amounts and limit     | Sam     | false | NAMES AMOUNTS LIMIT",
        "@U123                            | U123    | true  | -",
        "'<@U123|sam>'                    | U123    | true  | -",
        "@29:1x-2_3 amounts               | 29:1x-2_3 | true | AMOUNTS",
        "id-000007 names now 3f2a         | id-000007 | false | NAMES"
      })
  void whatFollowsShareIsRead(String rest, String who, boolean picked, String keep) {
    ShareRequest request = ShareRequest.of(rest);
    assertThat(request.who()).isEqualTo(who);
    assertThat(request.isPicked()).isEqualTo(picked);
    assertThat(request.keep())
        .isEqualTo(
            keep == null
                ? Set.of()
                : Set.copyOf(List.of(keep.split(" ")).stream().map(Keep::valueOf).toList()));
  }

  @Test
  void aButtonPressedTwiceOrTooLateSaysWhatIsTheMatter() {
    say(ADA, "track the logo with Brisa by Friday");
    List<Block.Button> buttons = say(ADA, "show logo").buttons();
    Block.Button done =
        buttons.stream().filter(one -> one.command().startsWith("done ")).findFirst().orElseThrow();
    say(ADA, done.command());
    for (Block.Button old : buttons) {
      String pressed = old.command().strip();
      if (!pressed.startsWith("promised")) {
        Card card = say(ADA, pressed);
        assertThat(card.title()).as(pressed).isEqualTo("It was closed before");
        assertThat(text(card)).contains("You told me on Tue 10 Mar 2026 that it came.");
        assertThat(card.buttons()).extracting(Block.Button::label).contains("It's open again");
      }
      Card strange = say(BOB, pressed);
      assertThat(strange.title()).as("somebody else's %s", pressed).isEqualTo("I can't find that");
      assertThat(text(strange)).contains("isn't remembered any more").doesNotContain("logo");
    }
  }
}
