package dev.pushback.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Reception.Thought;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.teams.adaptivecard.Dialogs;
import dev.pushback.teams.door.Arrival;
import java.util.Optional;
import java.util.function.Supplier;

/** A dialog is asked for, or was filled in and sent: the answer stands in it next. */
record Forms(
    Reception reception, Showing showing, Chats chats, Pictures pictures, Colleagues colleagues) {
  private static final String LATER = "I'm still thinking about it. You'll find it in our chat.";

  /** What the button of a dialog, or one that opens it, says. */
  ObjectNode said(Arrival arrival, Surface surface) {
    Speaker who = Speaker.of(arrival);
    Pressed pressed = Pressed.of(arrival.value().path("data"));
    if (pressed.text().isEmpty()) {
      return Dialogs.taskMessage("I don't know this button. Please ask me anew.");
    }
    return answered(
        who,
        arrival,
        surface,
        () ->
            colleagues.areAll(arrival, pressed.picked())
                ? DirectMessages.once(reception, pressed.by(who.person()), arrival)
                    .orElse(Reception.SENT_BEFORE)
                : Colleagues.NO_COLLEAGUE);
  }

  /** What is said by opening it; what that is may take a while to tell, too. */
  ObjectNode opened(Arrival arrival, Surface surface, Supplier<String> text) {
    Person who = Speaker.of(arrival).person();
    return answered(
        Speaker.of(arrival),
        arrival,
        surface,
        () -> reception.answer(who, text.get(), Optional.empty()));
  }

  private ObjectNode answered(Speaker who, Arrival arrival, Surface surface, Supplier<Reply> work) {
    if (!who.isColleague()) {
      return pictures.dialog(who.person(), surface, Reception.NOT_YOURS);
    }
    Thought thought =
        reception.think(
            () -> {
              chats.heard(who, arrival);
              return work.get();
            },
            late -> {
              boolean unused = showing.inOpenedChat(who.person(), arrival.serviceUrl(), late);
            });
    if (thought instanceof Thought.Later) {
      return Dialogs.taskMessage(LATER);
    }
    Reply reply = thought instanceof Thought.Ready ready ? ready.reply() : Reception.BUSY;
    return pictures.dialog(who.person(), surface, reply);
  }
}
