package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.script.Reframe;
import dev.pushback.situation.Screening;
import java.util.List;
import java.util.Optional;

/** A combative thought, turned into something that can be said. */
final class ReframeJourney {
  private final Knowledge knowledge;

  ReframeJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  Turn reframe(Session session, String thought) {
    Conversation conversation = session.talk();
    Optional<Screening.Problem> problem = knowledge.screening().problem(thought);
    if (problem.isPresent()) {
      return Turn.refused(
          conversation,
          thought.isBlank()
              ? Forms.ask(
                  "What are you thinking?",
                  "Say it as it comes; nobody else sees it.",
                  Forms.words(
                      "reframe",
                      "Turn it round",
                      "Your thought",
                      "they just don't get it, we can't pay more than 4k"))
              : Pieces.notice(knowledge.playbook().notice(problem.get().id())));
    }
    session.memory().people().think(thought);
    Reframe reframe = knowledge.reframes().write(knowledge.reader().readThought(thought));
    return Turn.helped(
        conversation,
        new Card(
            reframe.title(),
            List.of(
                new Block.Text(reframe.reframe().words()),
                new Block.Words("A question to put to them:", reframe.question()),
                new Block.Buttons(
                    List.of(new Block.Button("Share it with a teammate", "share "))))));
  }
}
