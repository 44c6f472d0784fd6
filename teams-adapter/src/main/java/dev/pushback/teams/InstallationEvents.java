package dev.pushback.teams;

import dev.pushback.adapter.Reception;
import dev.pushback.teams.door.Arrival;
import java.time.Instant;
import java.util.Optional;

/** The coach was taken into a chat, or out of it. Only people are greeted, never conversations. */
record InstallationEvents(Reception reception, Showing showing, Chats chats) {

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
    Instant at = chats.now();
    return reception.work(
        () -> {
          if (!added) {
            chats.left(who.person(), at);
            return;
          }
          boolean isNew = chats.with(who.person()).isEmpty();
          chats.heard(who, arrival);
          if (isNew) {
            boolean unused =
                showing.inChat(
                    chats.here(who, arrival),
                    reception.answer(who.person(), Reception.HOME, Optional.empty()));
          }
        });
  }
}
