package dev.pushback.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.teams.adaptivecard.Dialogs;
import dev.pushback.teams.web.Aside;
import java.util.List;
import java.util.Set;

/** Puts replies into the language of Teams. */
record Pictures(TeammatePicker picker) {
  /** What the list of chats and a notification show: somebody else may look at the screen. */
  private static final String SUMMARY = "pushback has something for you";

  /** Commands whose answer has to be filled in. */
  private static final Set<String> FORMS = Set.of("facts", "facts new", "share", "track");

  /** A card. */
  ObjectNode card(Person who, Surface surface, Reply reply) {
    return AdaptiveCardWriter.write(surface, reply, FORMS::contains, picker.choices(who, reply));
  }

  /** What is shown in a dialog, one that is open or one that opens. */
  ObjectNode dialog(Person who, Surface surface, Reply reply) {
    return Dialogs.taskContinue(AdaptiveCardWriter.title(reply.card()), card(who, surface, reply));
  }

  /** A message. */
  ObjectNode message(Person who, Reply reply) {
    return message(card(who, Surface.CHAT, reply));
  }

  /** A message in a conversation of more than two, for one of them. */
  ObjectNode message(Aside place, Reply reply) {
    return message(
        AdaptiveCardWriter.write(
            Surface.CHAT, reply, FORMS::contains, picker.choices(place, reply)));
  }

  /** What the coach shows by itself, as it is attached to a message; nothing in it is picked. */
  static ObjectNode nudge(Card card) {
    return Dialogs.attachment(
        AdaptiveCardWriter.write(Surface.CHAT, new Reply(card, true), FORMS::contains, List.of()));
  }

  private static ObjectNode message(ObjectNode card) {
    ObjectNode message =
        JsonNodeFactory.instance.objectNode().put("type", "message").put("summary", SUMMARY);
    message.putArray("attachments").add(Dialogs.attachment(card));
    return message;
  }
}
