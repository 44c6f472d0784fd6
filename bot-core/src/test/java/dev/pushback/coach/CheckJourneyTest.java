package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a draft comes from, where it ends, and what checking it leaves alone. */
class CheckJourneyTest {
  private static final Person ADA = new Person("console", "ada");
  private static final String FORM = "Check my draft";

  private final Coach coach = TestCoach.fresh();

  private Reply say(String text) {
    return coach.reply(new Utterance(ADA, text));
  }

  private static <T extends Block> Stream<T> blocks(Card card, Class<T> kind) {
    return card.blocks().stream().filter(kind::isInstance).map(kind::cast);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check Hi Tom, any news?",
        "Check Hi Tom, any news?",
        "check: any news?",
        "check:\nany news?",
        "check any news?",
        "check The contract hasn't come. Could you send it?",
        "check could you send it by Friday?",
        "check you never answer",
        "check: with them it never works",
      })
  void aDraftIsChecked(String text) {
    assertThat(say(text).helped()).isTrue();
    assertThat(say("check again").helped()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"check", "check:", "Check?", "check my draft", "check this", "check again"})
  void withoutADraftItAsksForOne(String text) {
    Card card = say(text).card();

    assertThat(card.title()).isEqualTo(FORM);
    assertThat(blocks(card, Block.Form.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check with them whether they can move the kick-off from February to April",
        "check if the vendor can move the kick-off from February to April",
        "check is late, they owed us the invoice on 1 March",
        "check the status of the contract, legal has had it for five weeks",
        "check in is at four, we need noon and the hotel won't move",
      })
  void aSentenceThatBeginsLikeItIsASituation(String text) {
    say(text);

    assertThat(say("check again").card().title()).isEqualTo(FORM);
  }

  @Test
  void aLongDraftIsMendedInPiecesThatFit() {
    String draft =
        "You people never answer. "
            + "The contract of March is still open and our auditors ask for it. ".repeat(72)
            + "\n\nCould you send it by Friday?";
    Card card = say("check " + draft).card();
    List<String> words =
        blocks(card, Block.Words.class).map(block -> block.words().words()).toList();

    assertThat(draft.length()).isBetween(4500, 5000);
    assertThat(words).hasSize(2).allMatch(part -> part.length() <= CardLimits.TEXT);
    assertThat(words.get(0)).endsWith("ask for it.");
    assertThat(String.join(" ", words))
        .contains("Could you send it by Friday?")
        .doesNotContain("You people");
  }

  @Test
  void whatIsOnlyQuotedCanBeAnswered() {
    Card card = say("check > We can't move it.\n> Sorry.").card();

    assertThat(blocks(card, Block.Form.class))
        .singleElement()
        .satisfies(
            form -> {
              assertThat(form.command()).isEqualTo("answer");
              assertThat(form.fields().get(0).initial()).isEqualTo("We can't move it.\nSorry.");
            });
  }

  @Test
  void aMessageOfOursCanBeCheckedAsADraft() {
    Card card = say("ours Could you send it by Friday?").card();

    assertThat(card.buttons()).extracting(Block.Button::command).contains("check ");
    // Nothing of it is kept before somebody asks for it.
    assertThat(say("check again").helped()).isFalse();
    assertThat(say("ours https://example.com").card().buttons()).isEmpty();
    assertThat(say("theirs Could you send it by Friday?").card().buttons()).isEmpty();
  }

  @Test
  void theCaseStaysAsItWas() {
    say("they want the kick-off in February, we need April");
    Card before = say("case").card();

    Reply checked = say("check Could you send the contract by Friday? Otherwise we'll sue you.");
    say("skip threat");
    say("mute threat");

    assertThat(say("case").card()).isEqualTo(before);
    assertThat(checked.about()).isPresent();
  }

  @Test
  void whatIsMutedStaysMutedAndWhatIsSkippedComesBackWithTheNextDraft() {
    String draft = "check Could you send the contract by Friday? Otherwise we'll sue you.";
    say("mute no-reason");

    assertThat(shown(say(draft))).contains("A threat").doesNotContain("No reason");
    assertThat(shown(say("skip a threat"))).doesNotContain("A threat").doesNotContain("No reason");
    assertThat(shown(say(draft))).contains("A threat").doesNotContain("No reason");
    say("unmute no reason");
    assertThat(shown(say("skip threat"))).contains("No reason");
  }

  @Test
  void aPersonWhoForgetsUsLeavesNoDraft() {
    say("check Could you send it by Friday?");
    say(say("forget me").card().buttons().get(0).command());

    assertThat(say("check again").card().title()).isEqualTo(FORM);
  }

  private static List<String> shown(Reply reply) {
    return blocks(reply.card(), Block.Facts.class)
        .flatMap(facts -> facts.rows().stream())
        .map(Block.Row::name)
        .toList();
  }
}
