package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Card;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Messenger;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import dev.pushback.store.Conversation;
import dev.pushback.store.Conversations;
import dev.pushback.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings nudges to people on Teams: one message into the conversation that is known with them.
 * Teams can't be asked whether one arrived.
 */
public final class TeamsMessenger implements Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsMessenger.class);

  /** What a lock screen shows; nothing of what the message says. */
  static final String NOTIFICATION = "pushback: something for you";

  /**
   * Whoever took longer than this to ask about the person doesn't send any more: after a minute
   * others may have taken over.
   */
  private static final Duration FENCE = Duration.ofSeconds(20);

  private final TeamsClient client;
  private final Conversations conversations;
  private final Function<Card, ObjectNode> attachment;

  /**
   * Sends through this client.
   *
   * @param conversations where people can be written to
   * @param attachment shows a card
   */
  public TeamsMessenger(
      TeamsClient client, Conversations conversations, Function<Card, ObjectNode> attachment) {
    this.client = client;
    this.conversations = conversations;
    this.attachment = attachment;
  }

  /** Only to somebody who has the app, and doesn't block it. */
  @Override
  public Outcome send(Nudge nudge) {
    long began = client.ticks();
    Optional<ObjectNode> activity = activity(nudge);
    if (activity.isEmpty()) {
      return new Outcome.NotSent("card", false);
    }
    Optional<Conversation> known;
    try {
      known = conversations.find(nudge.to().tenant(), nudge.to().user());
    } catch (StoreException e) {
      return new Outcome.NotSent("store", true);
    }
    if (known.isEmpty()) {
      return new Outcome.Rejected("not-installed", true);
    }
    return known.get().isBlocked()
        ? new Outcome.Rejected("blocked", true)
        : send(nudge, known.get(), activity.get(), began);
  }

  private Outcome send(Nudge nudge, Conversation to, ObjectNode activity, long began) {
    Instant tried = client.clock().instant();
    Optional<Outcome> not = nudge.isShared() ? notShared(to) : Optional.empty();
    Outcome outcome =
        not.orElseGet(
            () ->
                client.ticks() - began > FENCE.toNanos()
                    ? new Outcome.NotSent("too-late", true)
                    : client.posting().nudge(to, activity));
    if (outcome instanceof Outcome.Rejected rejected && Verdicts.isBlocked(rejected.code())) {
      block(to, tried);
    }
    return outcome;
  }

  /** What a colleague shares stays inside: why it can't be, if Teams doesn't say that they are. */
  private Optional<Outcome> notShared(Conversation to) {
    Reply reply =
        client.people().member(to.tenant(), to.serviceUrl(), to.conversationId(), to.userId());
    if (!(reply instanceof Reply.Ok)) {
      return Optional.of(Verdicts.unasked(reply, client.clock().instant()));
    }
    Optional<Member> member = People.read(reply);
    if (member.isEmpty()) {
      return Optional.of(new Outcome.NotSent("unreadable-reply", true));
    }
    return member.get().isInsider(to.tenant())
        ? Optional.empty()
        : Optional.of(
            new Outcome.Rejected(
                member.get().guest() ? "user-is-a-guest" : "user-of-others", true));
  }

  /** What came of the message stands, whatever becomes of the note. */
  private void block(Conversation to, Instant since) {
    try {
      boolean unused = conversations.block(to.tenant(), to.user(), since);
    } catch (StoreException e) {
      LOG.warn("noting that {} is blocked: {}", to, e.getClass().getSimpleName());
    }
  }

  /** A card that can't be shown can't arrive either: that is no doubt. */
  private Optional<ObjectNode> activity(Nudge nudge) {
    try {
      ObjectNode activity = Json.object().put("type", "message").put("summary", NOTIFICATION);
      activity.putArray("attachments").add(attachment.apply(nudge.card()));
      return Optional.of(activity);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public Lookup find(Sought nudge) {
    return new Lookup.CannotTell();
  }
}
