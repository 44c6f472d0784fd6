package dev.pushback.slack.web;

import com.slack.api.model.block.LayoutBlock;
import dev.pushback.card.Card;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Messenger;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import dev.pushback.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Brings nudges to people on Slack: one message to one person, found again by its id. */
public final class SlackMessenger implements Messenger {
  /**
   * Whoever took longer than this to ask about the person doesn't send any more: after a minute
   * others may have taken over.
   */
  private static final Duration FENCE = Duration.ofSeconds(20);

  private final SlackClient client;
  private final Function<Card, List<LayoutBlock>> blocks;

  /**
   * Sends through this client.
   *
   * @param blocks shows a card
   */
  public SlackMessenger(SlackClient client, Function<Card, List<LayoutBlock>> blocks) {
    this.client = client;
    this.blocks = blocks;
  }

  /** Only to somebody who is, now, a human with an account in the workspace it was made in. */
  @Override
  public Outcome send(Nudge nudge) {
    long began = client.ticks();
    Person to = nudge.to();
    Optional<DmMessage> message = message(nudge);
    if (message.isEmpty()) {
      return new Outcome.NotSent("card", false);
    }
    return client
        .posting()
        .tooEarly(to.tenant(), true)
        .orElseGet(() -> send(nudge, message.get(), began));
  }

  private Outcome send(Nudge nudge, DmMessage message, long began) {
    Person to = nudge.to();
    Reply reply = client.directory().ask(to.tenant(), to.user());
    if (!(reply instanceof Reply.Ok)) {
      return Posting.unasked(reply);
    }
    Optional<SlackUser> user = Directory.read(reply, to.user());
    if (user.isEmpty()) {
      return new Outcome.NotSent("unreadable-reply", true);
    }
    if (!mayGet(user.get(), nudge)) {
      return new Outcome.Rejected(whyNot(user.get()), true);
    }
    return client.ticks() - began > FENCE.toNanos()
        ? new Outcome.NotSent("too-late", true)
        : client.posting().postInTurn(to.tenant(), to.user(), message);
  }

  /** Their own affairs a guest may be reminded of; what a colleague shares stays inside. */
  private static boolean mayGet(SlackUser user, Nudge nudge) {
    String tenant = nudge.to().tenant();
    return nudge.isShared() ? user.isInsider(tenant) : user.isColleague(tenant);
  }

  /** A card that can't be shown can't arrive either: that is no doubt. */
  private Optional<DmMessage> message(Nudge nudge) {
    try {
      return Optional.of(DmMessage.nudge(blocks.apply(nudge.card()), nudge.id()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String whyNot(SlackUser user) {
    return user.deleted()
        ? "user-deactivated"
        : user.bot() ? "user-is-a-bot" : user.guest() ? "user-is-a-guest" : "user-of-others";
  }

  @Override
  public Lookup find(Sought nudge) {
    String tenant = nudge.to().tenant();
    String user = nudge.to().user();
    Optional<String> known = client.posting().conversation(tenant, user);
    if (known.isPresent()) {
      return find(nudge, known.get());
    }
    Reply reply = client.conversations().open(tenant, user);
    return Conversations.opened(reply)
        .map(channel -> find(nudge, channel))
        .orElseGet(() -> Conversations.unread(reply));
  }

  private Lookup find(Sought nudge, String channel) {
    return client.conversations().find(nudge.to().tenant(), channel, nudge.id(), nudge.since());
  }
}
