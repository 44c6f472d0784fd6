package dev.pushback.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.adapter.Reception;
import dev.pushback.chat.Reply;
import dev.pushback.nudge.Outcome;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import dev.pushback.teams.web.Aside;
import dev.pushback.teams.web.Notice;
import dev.pushback.teams.web.TeamsClient;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows replies so that nobody but the person sees them: in their own chat with the coach, or in a
 * message of a conversation that Teams shows to them alone. Where neither works, a conversation of
 * more than two is told one of two fixed sentences, and never anything else.
 */
record Showing(TeamsClient client, Chats chats, Pictures pictures) {
  private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

  /** Writes to the person alone; says whether that arrived, or may have. */
  boolean inChat(Person who, Reply reply) {
    return chats.with(who).filter(chat -> inChat(chat, reply)).isPresent();
  }

  /** The same where their chat is known, also if it was just forgotten with everything else. */
  boolean inChat(Conversation chat, Reply reply) {
    return arrived(client.post(chat, pictures.message(chat.person(), reply)));
  }

  /** Puts an answer in place of what was pressed; if that fails, writes it anew. */
  void instead(Conversation chat, String activity, Reply reply) {
    ObjectNode message = pictures.message(chat.person(), reply);
    if (!(client.update(chat, activity, message) instanceof Outcome.Sent)) {
      boolean unused = arrived(client.post(chat, message));
    }
  }

  /**
   * Answers in a conversation of more than two, for the person's eyes alone. If Teams doesn't do
   * that there, in their own chat.
   */
  void privately(Person who, Aside place, Reply reply) {
    if (!isPrivate(place, pictures.message(place, reply))) {
      boolean unused = inOpenedChat(who, place.serviceUrl(), reply);
    }
  }

  /**
   * Answers somebody who called the coach where all can read: in their own chat. There they are
   * told no more than that, or how to reach the coach; for their eyes alone if Teams does that.
   */
  void elsewhere(Person who, Aside place, Reply reply) {
    boolean written = inOpenedChat(who, place.serviceUrl(), reply);
    Notice notice = written ? Notice.WRITTEN_PRIVATELY : Notice.HOW_TO_REACH_ME;
    if (!isPrivate(place, notice.message())) {
      boolean unused = arrived(client.notice(place, notice));
    }
  }

  /** Writes to the person alone, in a chat that is opened if none is known. */
  boolean inOpenedChat(Person who, URI serviceUrl, Reply reply) {
    return inChat(who, reply) || (chats.open(who, serviceUrl) && inChat(who, reply));
  }

  /**
   * Whoever belongs to another organisation called the coach; they are told so, and nobody else.
   */
  void refuse(Person who, Aside place) {
    boolean unused = isPrivate(place, pictures.message(who, Reception.NOT_YOURS));
  }

  private boolean isPrivate(Aside place, ObjectNode message) {
    return arrived(client.postPrivately(place, message));
  }

  /** What may have arrived isn't sent again: it is an answer, and they can ask again. */
  private static boolean arrived(Outcome outcome) {
    if (!(outcome instanceof Outcome.Sent)) {
      LOG.warn("an answer wasn't shown: {}", outcome.getClass().getSimpleName());
    }
    return outcome instanceof Outcome.Sent || outcome instanceof Outcome.InDoubt;
  }
}
