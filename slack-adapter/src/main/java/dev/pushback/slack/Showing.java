package dev.pushback.slack;

import dev.pushback.adapter.Reception;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.nudge.Outcome;
import dev.pushback.slack.blockkit.BlockKitWriter;
import dev.pushback.slack.blockkit.SlackViews;
import dev.pushback.slack.web.Audience;
import dev.pushback.slack.web.Channels;
import dev.pushback.slack.web.DmMessage;
import dev.pushback.slack.web.PrivateReply;
import dev.pushback.slack.web.Responded;
import dev.pushback.slack.web.SlackClient;
import dev.pushback.slack.web.ViewOutcome;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows replies so that nobody but the person sees them: in place where all who may be around
 * belong to the organisation, else in a window, and if that can't be opened, in a message of their
 * own.
 *
 * <p>An answer in place is ephemeral by its type. All the same it isn't given where people of
 * another organisation are, or may be: screens are shared in calls with just those people.
 */
final class Showing {
  private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

  private final SlackClient client;
  private final Channels channels;

  Showing(SlackClient client, Channels channels) {
    this.client = client;
    this.channels = channels;
  }

  /** Whether a reply has to be filled in, which only a window can. */
  static boolean isForm(Reply reply) {
    return reply.card().blocks().stream().anyMatch(Block.Form.class::isInstance);
  }

  /** Shows it. */
  void show(Speaker who, Place place, Reply reply) {
    if (place instanceof Place.Direct direct) {
      write(who, direct.channel(), reply);
    } else if (place instanceof Place.Modal modal) {
      inWindow(who, modal, reply);
    } else if (place instanceof Place.Waiting waiting) {
      replace(who, waiting.viewId(), reply);
    } else if (place instanceof Place.Elsewhere elsewhere) {
      openWindow(who, elsewhere.trigger(), reply);
    } else if (place instanceof Place.Typed typed) {
      answerCommand(who, typed, reply);
    } else if (place instanceof Place.Message message) {
      answerPress(who, message, reply);
    }
  }

  /** The person's own tab. */
  void home(Speaker who, Card card) {
    ViewOutcome outcome = client.publishHome(who.tenant(), who.user(), SlackViews.home(card));
    note("the home tab", outcome);
  }

  /** Somebody of another organisation pressed something that was never meant for them. */
  void refuse(Place place) {
    if (place instanceof Place.Message message) {
      Responded unused =
          client
              .responseUrl(message.responseUrl())
              .map(
                  url ->
                      client.respond(
                          url, new PrivateReply.Fresh(BlockKitWriter.blocks(Reception.NOT_YOURS))))
              .orElse(Responded.FAILED);
    }
  }

  private void answerCommand(Speaker who, Place.Typed typed, Reply reply) {
    Audience audience = channels.of(who.tenant(), typed.channel());
    if (isForm(reply) || !audience.allowsInPlace()) {
      openWindow(who, typed.trigger(), reply);
    } else {
      respond(
          who, typed.responseUrl(), new PrivateReply.Fresh(BlockKitWriter.blocks(reply)), reply);
    }
  }

  /** What was internal when the message was shown may be shared by now: Slack is asked anew. */
  private void answerPress(Speaker who, Place.Message message, Reply reply) {
    Audience audience = channels.fresh(who.tenant(), message.channel());
    boolean isPrivate = message.isEphemeral() || audience == Audience.DIRECT;
    if (!audience.allowsInPlace() || !isPrivate) {
      if (message.isEphemeral() && audience == Audience.EXTERNAL) {
        takeAway(message);
      }
      openWindow(who, message.trigger(), reply);
    } else if (isForm(reply)) {
      openWindow(who, message.trigger(), reply);
    } else {
      PrivateReply how =
          reply.beside()
              ? new PrivateReply.Fresh(BlockKitWriter.blocks(reply))
              : new PrivateReply.Instead(BlockKitWriter.blocks(reply));
      respond(who, message.responseUrl(), how, reply);
    }
  }

  private void takeAway(Place.Message message) {
    Responded unused =
        client
            .responseUrl(message.responseUrl())
            .map(url -> client.respond(url, new PrivateReply.Away()))
            .orElse(Responded.FAILED);
  }

  private void respond(Speaker who, String address, PrivateReply how, Reply reply) {
    Responded responded =
        client.responseUrl(address).map(url -> client.respond(url, how)).orElse(Responded.FAILED);
    if (responded == Responded.TOO_LATE || responded == Responded.FAILED) {
      write(who, who.user(), reply);
    }
  }

  private void inWindow(Speaker who, Place.Modal modal, Reply reply) {
    boolean onTop = reply.beside() || isForm(reply);
    if (!onTop
        || !(client.pushView(who.tenant(), modal.trigger(), SlackViews.modal(reply))
            instanceof ViewOutcome.Shown)) {
      replace(who, modal.viewId(), reply);
    }
  }

  private void replace(Speaker who, String viewId, Reply reply) {
    ViewOutcome outcome =
        client.updateView(who.tenant(), viewId, Optional.empty(), SlackViews.modal(reply));
    if (!(outcome instanceof ViewOutcome.Shown)) {
      note("a window", outcome);
      write(who, who.user(), reply);
    }
  }

  /** Three seconds after somebody did something no window can be opened any more. */
  private void openWindow(Speaker who, String trigger, Reply reply) {
    ViewOutcome outcome = client.openView(who.tenant(), trigger, SlackViews.modal(reply));
    if (!(outcome instanceof ViewOutcome.Shown)) {
      note("a window", outcome);
      write(who, who.user(), reply);
    }
  }

  /** Writes to the person alone. */
  private void write(Speaker who, String to, Reply reply) {
    Outcome outcome = client.post(who.tenant(), to, DmMessage.answer(BlockKitWriter.blocks(reply)));
    if (!(outcome instanceof Outcome.Sent)) {
      LOG.warn("an answer wasn't shown: {}", outcome.getClass().getSimpleName());
    }
  }

  private static void note(String what, ViewOutcome outcome) {
    if (outcome instanceof ViewOutcome.Failed failed) {
      LOG.warn("{} wasn't shown: {}", what, failed.code());
    }
  }
}
