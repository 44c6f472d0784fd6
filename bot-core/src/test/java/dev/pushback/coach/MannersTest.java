package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CardWriter;
import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said to the coach, it answers with one kind card that says what is the matter. */
class MannersTest {
  private static final Coach COACH = TestCoach.fresh();
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  private static final String NDA = "track the signed NDA with Rivera by Friday";

  /** An id that nothing has. */
  private static final String STRANGE = "0190f2a4-0000-7000-8000-000000000000";

  private final Person ada = new Person("theatre", "ada " + PEOPLE.incrementAndGet());

  private Reply say(String... texts) {
    Reply reply = COACH.reply(new Utterance(ada, "new"));
    for (String text : texts) {
      reply = COACH.reply(new Utterance(ada, text));
    }
    return reply;
  }

  private static Arguments said(String title, String... texts) {
    return arguments(title, texts);
  }

  static Stream<Arguments> oddInput() {
    return Stream.of(
        // What cannot be read
        said("Nothing there", ""),
        said("Nothing there", "   \n\t"),
        said("Nothing there", "\u0000\u0001\u001b"),
        said("No words", "😀😀"),
        said("No words", ":smile: :+1:"),
        said("No words", "?"),
        said("No words", "12345"),
        said("Only a link", "https://example.com"),
        said("Only a link", "[x](javascript:alert(1))"),
        said("Only a mention", "<@U1>"),
        said("Only a mention", "<!channel>"),
        said("Only a mention", "@bob"),
        said("That's too long for me", "x".repeat(20_000)),
        said("English only", "業者が値上げを求めていますが、払えません"),
        said("I couldn't read the characters", "F\ufffdnf St\ufffdhle f\ufffdr M\ufffdrz"),
        said("I couldn't read that", "qwrt zxcv bnmp lkjh"),
        said("I couldn't read that", "a".repeat(3500)),
        said("I couldn't read that", "{want.noun} {item}"),
        said("I couldn't read that", "%s %n %d"),
        said("I couldn't read that", "null"),
        // What is no push-back
        said("Hello", "hello"),
        said("You're welcome", "thank you"),
        // Commands without what they need
        said("Nothing to go on yet", "softer"),
        said("Nothing to go on yet", "firmer"),
        said("Nothing to go on yet", "why"),
        said("Nothing to go on yet", "email"),
        said("Nothing to go on yet", "round 2"),
        said("Nothing to go on yet", "as price-lower"),
        said("Nothing to go on yet", "partner vendor"),
        said("Nothing to go on yet", "fact budget 8,000"),
        said("What did they say?", "answer"),
        said("No words", "answer 😀"),
        said("Only a mention", "answer <@U1>"),
        said("That's too long for me", "answer " + "no ".repeat(2000)),
        said("What are you thinking?", "reframe"),
        said("No words", "reframe 😀"),
        said("Which fact?", "fact"),
        said("Which fact?", "fact boss"),
        said("Which fact?", "fact budget  "),
        said("That's long for a fact", KICK_OFF, "fact budget " + "8".repeat(301)),
        said("Which kind of partner?", "partner martian"),
        // Following up without what it needs
        said("What shall I track?", "track"),
        said("What shall I track?", "owe"),
        said("From whom?", "track the signed NDA"),
        said("That's long for one thing to track", "track the NDA with " + "x".repeat(3000)),
        said("You're not waiting for anything", "waiting"),
        said("You're not waiting for anything", "show"),
        said("You're not waiting for anything", "when?"),
        said("You're not waiting for anything", "chase"),
        said("You're not waiting for anything", "asked"),
        said("You're not waiting for anything", "promised"),
        said("You're not waiting for anything", "needed"),
        said("You're not waiting for anything", "since"),
        said("You're not waiting for anything", "snooze"),
        said("You're not waiting for anything", "done!"),
        said("You're not waiting for anything", "elsewhere"),
        said("You're not waiting for anything", "letgo"),
        said("You're not waiting for anything", "reopen"),
        said("I can't find that", "show the pyramids"),
        said("I can't find that", "chase 😀"),
        said("I can't find that", "snooze the tax return until Friday"),
        said("I can't find that", NDA, "done " + STRANGE),
        said("I can't find that", NDA, "when " + STRANGE),
        said("I can't find that", NDA, "snooze " + STRANGE + " tomorrow"),
        said("Which one?", NDA, "track the logo with Rivera", "done Rivera"),
        said("Which day?", NDA, "snooze the NDA"),
        said("Which day?", NDA, "snooze the NDA until never"),
        said("Which day?", NDA, "promised the NDA by the 30th of February"),
        said("Which day?", NDA, "since the NDA on 3 April 2026"),
        said("Which partner?", "out"),
        said("Which partner?", "quiet"),
        said("Which partner?", NDA, "out Moriarty until Friday"),
        said("Until when?", NDA, "out Rivera"),
        said("Until when?", NDA, "quiet Rivera until yesterday"),
        // Cases and the person
        said("No cases yet", "cases"),
        said("Nothing to go on yet", "case"),
        said("I can't find that case", "case " + STRANGE),
        said("Nothing to go on yet", "target 10% off"),
        said("Nothing to go on yet", "limit 5% off"),
        said("What do you hope for?", KICK_OFF, "target"),
        said("What won't you go below?", KICK_OFF, "limit"),
        said("What won't you go below?", KICK_OFF, "limit " + "5% ".repeat(100)),
        said("How to say it", "zone"),
        said("I don't know that time zone", "zone Mars/Base"),
        said("How to say it", "country"),
        said("I don't know that country", "country XX"),
        said("How to say it", "hours"),
        said("Which hours?", "hours 25-70"),
        said("Which hours?", "hours 17-9"),
        said("Which hours?", "hours 9"),
        // Commands that make do
        said("A thank-you", "thanks"),
        said("A thank-you", "thanks !!!"),
        said("A thank-you", "thanks <@U1>"),
        said("A word to their manager", "praise"),
        said("A report to your boss", "report"),
        said("They agreed, or helped you (round 1, steady)", "won"),
        said("You have to give in, and want to do it well (round 1, steady)", "lost"),
        said("A fresh start", "new"),
        said("What you can say", "HELP"),
        said("What you can say", "help:"),
        // Odd facts, far rounds, and the same again
        said("How much is it?", KICK_OFF, "fact budget ???"),
        said("How much is it?", KICK_OFF, "fact budget -5"),
        said("How much is it?", KICK_OFF, "fact quote banana"),
        said("They want it earlier than suits you (round 1, steady)", KICK_OFF, "fact deadline 😀"),
        said("They want it earlier than suits you (round 1, steady)", KICK_OFF, "fact boss agreed"),
        said(
            "They want it earlier than suits you (round 1, steady)",
            KICK_OFF,
            "fact budget " + "8".repeat(300)),
        said("They want it earlier than suits you (time to stop)", KICK_OFF, "round 9"),
        said("They want it earlier than suits you (round 1, steady)", KICK_OFF, KICK_OFF),
        said(
            "They want it earlier than suits you (round 1, gentle)",
            KICK_OFF,
            "softer",
            "softer",
            "softer"),
        said(
            "They want it earlier than suits you (round 1, firm)",
            "\u0000" + KICK_OFF + "\u202e",
            "firmer",
            "firmer"),
        said("A final refusal", KICK_OFF, "answer no", "answer no", "answer no", "answer no"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddInput")
  void everyOddInputGetsOneCardWithAKindTitle(String title, String[] texts) {
    Card card = say(texts).card();

    assertThat(card.title()).isEqualTo(title);
    assertThat(TextCardWriter.write(card, 80, false)).doesNotContain("null", "Exception", "{");
    assertThat(blocks(card)).isEqualTo(card.blocks().size()).isPositive();
    assertFits(card);
  }

  @Test
  void aRefusalSaysThatItDidNotHelpAndAnAnswerThatItDid() {
    assertThat(say("").helped()).isFalse();
    assertThat(say("qwrt zxcv bnmp lkjh").helped()).isFalse();
    assertThat(say("softer").helped()).isFalse();
    assertThat(say(KICK_OFF).helped()).isTrue();
    assertThat(say("help").helped()).isTrue();
  }

  @Test
  void anOddWordInBetweenLosesNothing() {
    Reply before = say(KICK_OFF);

    Reply after = say(KICK_OFF, "", "😀", "answer", "fact", "<@U1>", "chat");

    assertThat(after.card()).isEqualTo(before.card());
  }

  @Test
  void everyExampleOfTheHelpWorks() {
    COACH.reply(new Utterance(new Person("theatre", "sam"), "name Sam"));

    for (String example : COACH.examples()) {
      assertThat(say("reframe they don't listen", KICK_OFF, NDA, example).helped())
          .as(example)
          .isTrue();
    }
  }

  @Test
  void everyButtonOfEveryCardSaysSomethingTheCoachKnows() {
    for (String text : List.of(KICK_OFF, "word ".repeat(700), "thanks", "won", "lost")) {
      for (Block.Button button : say(text).card().buttons()) {
        String pressed =
            button.asksForMore() ? button.command() + "budget 8,000" : button.command();

        assertThat(say(text, pressed).helped()).as(button.command()).isTrue();
      }
    }
  }

  @Test
  void everyButtonAboutAFollowUpDoesSomethingAlsoThoseOfTheCardsBehindIt() {
    List<String> cards = List.of(NDA, "owe Rivera the floor plan by Monday", "waiting");
    int pressed = 0;
    for (String first : cards) {
      for (Block.Button button : say(NDA, first).card().buttons()) {
        String command = button.asksForMore() ? button.command() + "Friday" : button.command();
        Reply reply = say(NDA, first, command);
        assertThat(reply.helped()).as(command).isTrue();
        for (Block.Button behind : reply.card().buttons()) {
          String next = behind.asksForMore() ? behind.command() + "Friday" : behind.command();
          assertThat(say(next).helped()).as(command + ", then " + next).isTrue();
          say("reopen " + next.replaceFirst("^\\w+ (\\S+).*", "$1"));
          pressed++;
        }
      }
    }
    assertThat(pressed).isGreaterThan(20);
  }

  @Test
  void twoPeopleDoNotHearOfEachOther() {
    say(KICK_OFF);

    Reply other = COACH.reply(new Utterance(new Person("theatre", "bob"), "softer"));

    assertThat(other.card().title()).isEqualTo("Nothing to go on yet");
  }

  private static int blocks(Card card) {
    int[] count = {0};
    card.write(
        new CardWriter() {
          @Override
          public void text(Block.Text block) {
            count[0]++;
          }

          @Override
          public void words(Block.Words block) {
            count[0]++;
          }

          @Override
          public void quote(Block.Quote block) {
            count[0]++;
          }

          @Override
          public void facts(Block.Facts block) {
            count[0]++;
          }

          @Override
          public void note(Block.Note block) {
            count[0]++;
          }

          @Override
          public void buttons(Block.Buttons block) {
            count[0]++;
          }

          @Override
          public void form(Block.Form block) {
            count[0]++;
          }
        });
    return count[0];
  }

  private static void assertFits(Card card) {
    assertThat(card.title()).hasSizeBetween(1, CardLimits.LABEL);
    assertThat(card.blocks()).hasSizeBetween(1, CardLimits.BLOCKS);
    assertThat(card.buttons()).hasSizeLessThanOrEqualTo(CardLimits.BUTTONS);
    assertThat(card.blocks())
        .filteredOn(Block.Words.class::isInstance)
        .allSatisfy(
            block ->
                assertThat(((Block.Words) block).words().words())
                    .hasSizeBetween(1, CardLimits.TEXT));
  }
}
