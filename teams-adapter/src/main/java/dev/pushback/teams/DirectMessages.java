package dev.pushback.teams;

import dev.pushback.adapter.Reception;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.store.Conversation;
import dev.pushback.teams.door.Arrival;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody wrote to the coach itself, or pressed a button in an old Teams that can only write. What
 * Teams delivers twice is answered once.
 */
record DirectMessages(Reception reception, Showing showing, Chats chats, Colleagues colleagues) {
  private static final String WAITING = "waiting";

  /**
   * Takes it.
   *
   * @return false if there is too much to do
   */
  boolean message(Arrival arrival) {
    Speaker who = Speaker.of(arrival);
    if (!who.isColleague()) {
      return true; // Teams lets nobody else into this chat; there is nothing to say.
    }
    Pressed said = Pressed.orTyped(arrival);
    return reception.work(
        () -> {
          Conversation chat = chats.here(who, arrival);
          AtomicBoolean wasBlocked = new AtomicBoolean();
          reception
              .coach()
              .attempted(
                  () -> {
                    wasBlocked.set(chats.isBlocked(who.person()));
                    chats.heard(who, arrival);
                    return colleagues
                        .refusal(arrival, said.picked())
                        .or(() -> once(reception, said.by(who.person()), arrival));
                  })
              .ifPresent(
                  reply -> show(chat, arrival.replyTo().filter(id -> said.isButton()), reply));
          if (wasBlocked.get()) {
            // What couldn't be brought up meanwhile stands there, and why.
            boolean unused =
                showing.inChat(chat, reception.answer(who.person(), WAITING, Optional.empty()));
          }
        });
  }

  private void show(Conversation chat, Optional<String> card, Reply reply) {
    if (card.isPresent() && !reply.beside()) {
      showing.instead(chat, card.get(), reply);
    } else {
      boolean unused = showing.inChat(chat, reply);
    }
  }

  /**
   * What the coach answers to something that Teams may deliver twice.
   *
   * @return nothing if it was answered before
   */
  static Optional<Reply> once(Reception reception, Utterance utterance, Arrival arrival) {
    return arrival.id().isPresent()
        ? reception.answerOnce(
            utterance, "activity:" + arrival.conversation() + ":" + arrival.id().get())
        : Optional.of(reception.answer(utterance.person(), utterance.text(), utterance.about()));
  }
}
