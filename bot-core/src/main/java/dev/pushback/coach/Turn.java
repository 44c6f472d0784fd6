package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;

/**
 * What one utterance led to.
 *
 * @param next the conversation from now on
 * @param reply what to show
 */
record Turn(Conversation next, Reply reply) {
  static Turn helped(Conversation next, Card card) {
    return new Turn(next, new Reply(card, true));
  }

  static Turn refused(Conversation next, Card card) {
    return new Turn(next, new Reply(card, false));
  }
}
