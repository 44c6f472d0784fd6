package dev.pushback.teams;

import dev.pushback.adapter.Reception;
import dev.pushback.store.Conversation;
import dev.pushback.teams.door.Arrival;
import java.util.Optional;

/** The coach was taken into a chat, or out of it. Only people are greeted, never conversations. */
final class InstallationEvents {
  private final Reception reception;
  private final Showing showing;
  private final Chats chats;

  InstallationEvents(Reception reception, Showing showing, Chats chats) {
    this.reception = reception;
    this.showing = showing;
    this.chats = chats;
  }

  /**
   * It happened.
   *
   * @return false if there is too much to do
   */
  boolean changed(Arrival arrival, boolean added) {
    Speaker who = Speaker.of(arrival);
    if (!arrival.isPersonal() || !who.isColleague()) {
      return true;
    }
    return reception.work(
        () -> {
          if (!added) {
            chats.left(who.person());
            return;
          }
          boolean isNew = chats.with(who.person()).isEmpty();
          Conversation chat = chats.heard(who, arrival).orElseThrow();
          if (isNew) {
            boolean unused =
                showing.inChat(
                    chat, reception.answer(who.person(), Reception.HOME, Optional.empty()));
          }
        });
  }
}
