package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.script.Answer;
import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Screening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** They answered: what to say to it, and when to stop. */
final class AnswerJourney {
  private final Knowledge knowledge;

  AnswerJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Answers what the partner said and goes on to the next round. */
  Turn answer(Conversation conversation, String theirs) {
    if (theirs.isBlank()) {
      return Turn.refused(
          conversation,
          Forms.ask(
              "What did they say?",
              "Tell me in their own words; the gist of a long message is enough.",
              Forms.words(
                  "answer", "What do I say to that?", "What they said", "as they said it")));
    }
    Optional<Screening.Problem> problem = knowledge.screening().problem(theirs);
    if (problem.isPresent()) {
      return Turn.refused(
          conversation, Pieces.notice(knowledge.playbook().notice(problem.get().id())));
    }
    ObjectionReading reading = knowledge.reader().readObjection(theirs);
    Optional<Group> group = conversation.reading().map(Reading::situation).map(s -> s.group());
    Answer answer =
        knowledge
            .answers()
            .answer(
                reading,
                conversation.round(),
                conversation.stance().firmness(),
                conversation.facts(),
                group,
                conversation.bossUsed());
    Conversation next =
        conversation
            .answered(theirs, answer.stop())
            .asked(answer.say().words(), false)
            .bossNamed(answer.namesBoss(), conversation.round());
    boolean goesOn = conversation.reading().isPresent();
    return Turn.helped(next, card(answer, theirs, conversation, goesOn));
  }

  private static Card card(
      Answer answer, String theirs, Conversation conversation, boolean goesOn) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Quote(Shown.shortened(theirs, Shown.TEXT)));
    blocks.addAll(Pieces.words("Send:", answer.say()));
    blocks.add(new Block.Facts("Why", List.of(new Block.Row("", answer.why().words()))));
    blocks.addAll(Pieces.leftOut(answer.refused()));
    blocks.add(
        new Block.Facts(
            answer.stop() ? "Stop here" : "What comes next",
            List.of(new Block.Row("", answer.next().words()))));
    blocks.add(buttons(answer, goesOn));
    String round = answer.stop() ? "" : " (round " + conversation.round() + ")";
    return new Card(answer.title() + round, blocks);
  }

  private static Block.Buttons buttons(Answer answer, boolean goesOn) {
    List<Block.Button> buttons = new ArrayList<>();
    if (answer.objection() == Objection.AGREES) {
      buttons.add(new Block.Button("Close it as won", "won"));
      buttons.add(new Block.Button("Thank them", "thanks "));
      buttons.add(new Block.Button("Track what they promised", "track"));
    } else if (answer.stop()) {
      buttons.add(new Block.Button("Report to my boss", "report"));
      buttons.add(new Block.Button("Close it as lost", "lost"));
    } else {
      buttons.add(new Block.Button("They answered again", "answer "));
      if (goesOn) {
        buttons.add(new Block.Button("The next round", "script"));
      }
      buttons.add(new Block.Button("They said yes", "won"));
      buttons.add(new Block.Button("Add the facts", "facts"));
      buttons.add(new Block.Button("Track it", "track"));
      buttons.add(new Block.Button("Report to my boss", "report"));
    }
    return new Block.Buttons(buttons);
  }
}
