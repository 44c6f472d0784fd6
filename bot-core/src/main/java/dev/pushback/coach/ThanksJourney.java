package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.FollowUp;
import dev.pushback.script.EndgameWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A thank-you for something that came, with a true detail: at least what it was that came. */
final class ThanksJourney {
  private final EndgameWriter endgame;
  private final Command.Handler otherwise;

  /**
   * @param otherwise thanks a partner for nothing that was waited for
   */
  ThanksJourney(Knowledge knowledge, Command.Handler otherwise) {
    this.endgame = knowledge.endgame();
    this.otherwise = otherwise;
  }

  /** "thanks", and behind it the id of a follow-up, a detail, or both. */
  Turn thanks(Session session, String words) {
    String[] first = words.strip().split("\\s+", 2);
    if (!Which.isId(first[0])) {
      return otherwise.handle(session, words);
    }
    String detail = first.length > 1 ? first[1] : "";
    return session
        .memory()
        .followUps()
        .find(first[0])
        .map(one -> thanks(session, one, detail))
        .orElseGet(() -> Turn.refused(session.talk(), Desk.gone()));
  }

  private Turn thanks(Session session, FollowUp one, String detail) {
    if (detail.isBlank()) {
      return Turn.helped(session.talk(), asking(one));
    }
    session.memory().partners().thank(one.partnerId());
    List<Block> blocks =
        new ArrayList<>(Pieces.words("Send:", endgame.thanks(Optional.of(detail))));
    blocks.add(new Block.Note(endgame.whyThanks().words()));
    return Turn.helped(session.talk(), new Card("A thank-you", blocks));
  }

  private Card asking(FollowUp one) {
    List<Block> blocks = new ArrayList<>(offer(one));
    blocks.add(
        new Block.Form(
            "thanks " + one.id(),
            "Put it in",
            List.of(
                Block.Field.line(
                        "",
                        "What exactly did they do?",
                        "One true thing, for example: you found the missing page")
                    .needed())));
    return new Card("A thank-you", blocks);
  }

  /** What can be sent as it is. */
  List<Block> offer(FollowUp one) {
    List<Block> blocks =
        new ArrayList<>(Pieces.words("A thank-you, if you like:", endgame.thanksFor(one.what())));
    blocks.add(new Block.Note(endgame.whyThanks().words()));
    return blocks;
  }
}
