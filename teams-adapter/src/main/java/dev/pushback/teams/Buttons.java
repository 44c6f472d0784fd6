package dev.pushback.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Reception.Thought;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.teams.adaptivecard.Dialogs;
import dev.pushback.teams.door.Arrival;
import dev.pushback.teams.web.Aside;

/** A button was pressed: a command the person did not have to type. The answer takes its place. */
record Buttons(
    Reception reception, Showing showing, Chats chats, Pictures pictures, Colleagues colleagues) {
  private static final String BELOW = "My answer is below.";
  private static final String LATER = "One moment. My answer comes in our chat.";
  private static final String BUSY =
      "Too many people are asking me just now. Please try again soon.";
  private static final int TRY_AGAIN = 500;
  private static final int NOTHING_LIKE_IT = 400;

  /** A button of a card in a conversation. */
  ObjectNode press(Arrival arrival) {
    Speaker who = Speaker.of(arrival);
    Pressed pressed = Pressed.of(arrival.value().path("action").path("data"));
    if (!who.isColleague()) {
      return Dialogs.cardKept("This belongs to somebody of another organisation.");
    }
    if (pressed.text().isEmpty()) {
      return Dialogs.error(NOTHING_LIKE_IT, "I don't know this button. Please ask me anew.");
    }
    return arrival.isPersonal() ? inChat(who, arrival, pressed) : elsewhere(who, arrival, pressed);
  }

  private ObjectNode inChat(Speaker who, Arrival arrival, Pressed pressed) {
    Person person = who.person();
    Thought thought =
        reception.think(
            () -> {
              chats.heard(who, arrival);
              return reply(person, arrival, pressed);
            },
            late -> {
              boolean unused = showing.inChat(person, late);
            });
    if (thought instanceof Thought.Ready ready) {
      return ready.reply().beside()
          ? beside(person, ready.reply())
          : replaced(person, ready.reply());
    }
    return thought instanceof Thought.Later
        ? Dialogs.cardKept(LATER)
        : Dialogs.error(TRY_AGAIN, BUSY);
  }

  private Reply reply(Person person, Arrival arrival, Pressed pressed) {
    return colleagues.areAll(arrival, pressed.picked())
        ? reception.answer(person, pressed.text(), pressed.said().about())
        : Colleagues.NO_COLLEAGUE;
  }

  private ObjectNode replaced(Person person, Reply reply) {
    return Dialogs.cardReplaced(pictures.card(person, Surface.CHAT, reply));
  }

  /** What stands there is still needed: the answer follows it. */
  private ObjectNode beside(Person person, Reply reply) {
    boolean taken =
        reception.work(
            () -> {
              boolean unused = showing.inChat(person, reply);
            });
    return taken ? Dialogs.cardKept(BELOW) : replaced(person, reply);
  }

  /** In a conversation of more than two nothing is replaced: it is answered privately anew. */
  private ObjectNode elsewhere(Speaker who, Arrival arrival, Pressed pressed) {
    Aside place = Speaker.aside(arrival);
    boolean taken =
        reception.work(
            () -> {
              Reply reply =
                  reception
                      .coach()
                      .guarded(
                          () -> {
                            chats.heard(who, arrival);
                            return reply(who.person(), arrival, pressed);
                          });
              showing.privately(who.person(), place, reply);
            });
    return taken ? Dialogs.cardKept("Only you see my answer.") : Dialogs.error(TRY_AGAIN, BUSY);
  }
}
