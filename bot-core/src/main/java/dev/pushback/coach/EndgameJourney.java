package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.partner.Case;
import dev.pushback.script.EndgameWriter;
import dev.pushback.script.Facts;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import dev.pushback.situation.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How it ended: won, lost, thanks, praise, and the report to one's own boss. */
final class EndgameJourney {
  private static final int MOST_QUOTES = 4;

  private final Knowledge knowledge;
  private final ScriptJourney scripts;

  EndgameJourney(Knowledge knowledge, ScriptJourney scripts) {
    this.knowledge = knowledge;
    this.scripts = scripts;
  }

  /** They said yes: close modestly. */
  Turn won(Conversation conversation) {
    return scripts.show(inState(ended(conversation, Situation.WON), Case.State.WON));
  }

  /** It was lost: how to give in well, and what to keep. */
  Turn lost(Conversation conversation) {
    Turn script = scripts.show(inState(ended(conversation, Situation.LOSING), Case.State.LOST));
    List<Block> blocks = new ArrayList<>();
    knowledge.endgame().lost().forEach(line -> blocks.add(new Block.Text(line.words())));
    blocks.addAll(script.reply().card().blocks());
    return Turn.helped(script.next(), new Card(script.reply().card().title(), blocks));
  }

  private static Conversation inState(Conversation conversation, Case.State state) {
    return conversation.with(conversation.item().in(state));
  }

  private static Conversation ended(Conversation conversation, Situation how) {
    Reading reading =
        conversation
            .reading()
            .orElse(new Reading(how.id(), how, 1, List.of(), "", Objection.NONE, Slots.NONE));
    return conversation.readAs(Readings.ended(reading, how));
  }

  /** A thank-you with one specific true detail. */
  Turn thanks(Conversation conversation, String detail) {
    EndgameWriter endgame = knowledge.endgame();
    return Turn.helped(
        conversation,
        new Card(
            "A thank-you",
            List.of(
                new Block.Words("Send:", endgame.thanks(given(detail))),
                new Block.Note(
                    detail.isBlank()
                        ? "What exactly did they do? Type: thanks, and one true detail. "
                            + endgame.whyThanks().words()
                        : endgame.whyThanks().words()),
                new Block.Buttons(List.of(new Block.Button("Tell their manager", "praise "))))));
  }

  /** A word to their manager. */
  Turn praise(Conversation conversation, String detail) {
    EndgameWriter endgame = knowledge.endgame();
    return Turn.helped(
        conversation,
        new Card(
            "A word to their manager",
            List.of(
                new Block.Words("Send to their manager:", endgame.praise(given(detail))),
                new Block.Note(endgame.whyPraise().words()))));
  }

  /** A report to one's own boss, from what was said in this conversation. */
  Turn report(Conversation conversation) {
    EndgameWriter.Log log =
        new EndgameWriter.Log(
            conversation
                .reading()
                .flatMap(reading -> reading.slots().partner())
                .map(Slot::text)
                .map(words -> Shown.shortened(words, Shown.LINE)),
            Math.max(1, conversation.answers()),
            conversation
                .reading()
                .flatMap(reading -> reading.slots().want())
                .map(Slot::text)
                .map(words -> Shown.shortened(words, Shown.LINE)),
            raised(conversation.facts()),
            lastAnswers(conversation));
    return Turn.helped(
        conversation,
        new Card(
            "A report to your boss",
            List.of(
                new Block.Words("Send to your boss:", knowledge.endgame().report(log)),
                new Block.Note(knowledge.endgame().whyReport().words()))));
  }

  private static List<String> raised(Facts facts) {
    return Stream.of(
            facts.budget().map(words -> "our budget (" + words + ")"),
            facts.deadline().map(words -> "our deadline (" + words + ")"),
            facts.quote().map(words -> "another quote (" + words + ")"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What they answered, the last few times. */
  private static List<String> lastAnswers(Conversation conversation) {
    return conversation.log().stream()
        .flatMap(exchange -> exchange.answered().stream())
        .skip(Math.max(0, conversation.answers() - MOST_QUOTES))
        .map(words -> Shown.shortened(words, Shown.LINE))
        .toList();
  }

  private static Optional<String> given(String detail) {
    return detail.isBlank() ? Optional.empty() : Optional.of(detail);
  }
}
