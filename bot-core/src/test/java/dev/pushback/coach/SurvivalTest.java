package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestTexts;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The coach never fails because of what was said. */
class SurvivalTest {
  private static final Coach COACH = TestCoach.fresh();
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  @Test
  void aRoundWithMoreWordsIsNoCrash() {
    says(KICK_OFF, "round 2 please");
  }

  @Test
  void longAnswersFitIntoAReport() {
    String theirs = "we really can't move that date because of the fair ".repeat(38);
    says(KICK_OFF, "answer " + theirs, "answer " + theirs, "report");
  }

  @Test
  void aLongDetailFitsIntoAThankYou() {
    says("thanks " + "x".repeat(3500));
    says("praise " + "x".repeat(3500));
  }

  @Test
  void aLongThoughtFitsIntoAReframe() {
    says("reframe they never listen, " + "we need at least 40k ".repeat(150));
  }

  @Property(tries = 500, seed = "1848", edgeCases = EdgeCasesMode.NONE)
  void anyConversationGoesOn(@ForAll("conversations") List<String> said) {
    says(said.toArray(new String[0]));
  }

  @Provide
  Arbitrary<List<String>> conversations() {
    Arbitrary<String> rest =
        Arbitraries.oneOf(
            Arbitraries.of(TestTexts.every(50, TestTexts.examples("situations"))),
            Arbitraries.of(TestTexts.every(50, TestTexts.examples("objections"))),
            Arbitraries.of("", "2", "2 please", "budget", "boss agreed", "quote Acme", "vendor"),
            Arbitraries.of(
                "NDA", "Rivera", "Friday", "30 February", "04/05", "9-17", "DE", "40 years"),
            Arbitraries.strings().all().ofMaxLength(60),
            Arbitraries.of("we need 40k ", "x", "no, ").map(word -> word.repeat(700)));
    Arbitrary<String> verb =
        Arbitraries.of(
            "",
            "",
            "answer ",
            "softer",
            "firmer",
            "fact ",
            "partner ",
            "email",
            "chat",
            "why",
            "reframe ",
            "won",
            "lost",
            "thanks ",
            "praise ",
            "report",
            "as ",
            "round ",
            "new",
            "track ",
            "track the NDA with Rivera by ",
            "owe Rivera ",
            "waiting",
            "show ",
            "when ",
            "chase ",
            "asked ",
            "promised the NDA by ",
            "needed ",
            "since the NDA on ",
            "snooze the NDA until ",
            "done ",
            "elsewhere ",
            "letgo ",
            "reopen ",
            "out Rivera until ",
            "quiet ",
            "cases",
            "case ",
            "target ",
            "limit ",
            "me",
            "zone ",
            "country ",
            "hours ");
    return Combinators.combine(verb, rest).as((first, more) -> first + more).list().ofSize(8);
  }

  private static void says(String... said) {
    Person somebodyNew = new Person("test", "user " + PEOPLE.incrementAndGet());
    for (String line : said) {
      Reply reply = COACH.reply(new Utterance(somebodyNew, line));
      assertThat(reply.card().title()).isNotBlank();
    }
  }
}
