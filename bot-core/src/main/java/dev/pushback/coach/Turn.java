package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import java.util.Optional;

/**
 * What one utterance led to.
 *
 * @param next the conversation from now on
 * @param reply what to show
 * @param ofCase whether the buttons of the reply are about the case that is talked about
 */
record Turn(Conversation next, Reply reply, boolean ofCase) {
  static Turn helped(Conversation next, Card card) {
    return new Turn(next, new Reply(card, true), false);
  }

  static Turn refused(Conversation next, Card card) {
    return new Turn(next, new Reply(card, false), false);
  }

  /** The same, its buttons being about the case. */
  Turn aboutCase() {
    return new Turn(next, reply, true);
  }

  /** The same, shown beside what was shown before. */
  Turn beside() {
    Reply beside = new Reply(reply.card(), reply.helped(), true, Optional.empty());
    return new Turn(next, beside, ofCase);
  }

  /** The reply as it leaves the coach. */
  Reply reply(Optional<String> caseId) {
    return new Reply(
        reply.card(), reply.helped(), reply.beside(), ofCase ? caseId : Optional.empty());
  }
}
