package dev.pushback.teams;

import dev.pushback.adapter.Reception;
import dev.pushback.chat.Reply;
import dev.pushback.teams.door.Arrival;
import dev.pushback.teams.web.Aside;

/**
 * {@code /pushback …}, typed in a conversation of more than two: answered there for the person's
 * eyes alone. Who mentions the coach where all can read is answered in their own chat.
 */
record SlashCommand(Reception reception, Showing showing, Chats chats, Colleagues colleagues) {

  /**
   * Takes it.
   *
   * @return false if there is too much to do
   */
  boolean message(Arrival arrival) {
    Speaker who = Speaker.of(arrival);
    Aside place = Speaker.aside(arrival);
    Pressed said = Pressed.orTyped(arrival);
    return reception.work(
        () -> {
          if (!who.isColleague()) {
            showing.refuse(who.person(), place);
            return;
          }
          reception
              .coach()
              .attempted(
                  () -> {
                    chats.heard(who, arrival);
                    return colleagues
                        .refusal(arrival, said.picked())
                        .or(() -> DirectMessages.once(reception, said.by(who.person()), arrival));
                  })
              .ifPresent(reply -> show(who, place, isPrivate(arrival, said), reply));
        });
  }

  /** Only the person saw the card on which an old Teams has them press a button. */
  private static boolean isPrivate(Arrival arrival, Pressed said) {
    return arrival.isTargeted() || said.isButton();
  }

  private void show(Speaker who, Aside place, boolean isPrivate, Reply reply) {
    if (isPrivate) {
      showing.privately(who.person(), place, reply);
    } else {
      showing.elsewhere(who.person(), place, reply);
    }
  }
}
