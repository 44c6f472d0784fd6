package dev.pushback.teams;

import dev.pushback.adapter.Reception;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.teams.door.Arrival;
import dev.pushback.teams.web.Aside;
import java.util.Optional;

/**
 * {@code /pushback …}, typed in a conversation of more than two: answered there for the person's
 * eyes alone. Who mentions the coach where all can read is answered in their own chat.
 */
record SlashCommand(Reception reception, Showing showing, Chats chats) {

  /**
   * Takes it.
   *
   * @return false if there is too much to do
   */
  boolean message(Arrival arrival) {
    Speaker who = Speaker.of(arrival);
    Aside place = Speaker.aside(arrival);
    Utterance utterance = new Utterance(who.person(), PlainText.command(arrival), Optional.empty());
    return reception.work(
        () -> {
          if (!who.isColleague()) {
            showing.refuse(who.person(), place);
            return;
          }
          chats.heard(who, arrival);
          DirectMessages.once(reception, utterance, arrival)
              .ifPresent(reply -> show(who, place, arrival.isTargeted(), reply));
        });
  }

  private void show(Speaker who, Aside place, boolean isTargeted, Reply reply) {
    if (isTargeted) {
      showing.privately(who.person(), place, reply);
    } else {
      showing.elsewhere(who.person(), place, reply);
    }
  }
}
