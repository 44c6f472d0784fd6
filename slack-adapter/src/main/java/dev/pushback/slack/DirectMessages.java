package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import dev.pushback.adapter.Reception;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Somebody wrote to the coach itself, with or without a file. Slack delivers it again until it is
 * acknowledged; that comes once what was said is kept, and what comes twice is answered once.
 */
final class DirectMessages {
  private static final int UNAVAILABLE = 503;

  /** Slack waits three seconds, and nobody looks on while it does. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Reception reception;
  private final Showing showing;

  DirectMessages(Reception reception, Showing showing) {
    this.reception = reception;
    this.showing = showing;
  }

  /**
   * What was written.
   *
   * @param isToUs whether in the conversation of a person and the coach, by a person
   */
  private record Written(
      boolean isToUs, Optional<String> user, Optional<String> team, String channel, String text) {}

  /** Words alone. */
  Response message(EventsApiPayload<MessageEvent> payload, EventContext context) {
    MessageEvent event = payload.getEvent();
    return take(
        new Written(
            "im".equals(event.getChannelType()) && event.getBotId() == null,
            ofNullable(event.getUser()),
            ofNullable(event.getTeam()),
            ofNullable(event.getChannel()).orElse(""),
            ofNullable(event.getText()).orElse("")),
        payload,
        context);
  }

  /** Words with a file; of the file nothing is read. */
  Response file(EventsApiPayload<MessageFileShareEvent> payload, EventContext context) {
    MessageFileShareEvent event = payload.getEvent();
    return take(
        new Written(
            "im".equals(event.getChannelType()),
            ofNullable(event.getUser()).filter(user -> !user.equals(context.getBotUserId())),
            Optional.empty(),
            ofNullable(event.getChannel()).orElse(""),
            ofNullable(event.getText()).orElse("")),
        payload,
        context);
  }

  private Response take(Written written, EventsApiPayload<?> payload, EventContext context) {
    if (!written.isToUs()
        || written.user().isEmpty()
        || written.channel().isEmpty()
        || payload.isExtSharedChannel()) {
      return context.ack();
    }
    Speaker who = Speaker.of(context, written.user(), written.team());
    if (!who.isColleague()) {
      return context.ack();
    }
    String text = PlainText.command(written.text());
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    boolean taken =
        reception.work(
            () ->
                keep(who, text, "event:" + payload.getEventId(), kept)
                    .ifPresent(
                        reply -> showing.show(who, new Place.Direct(written.channel()), reply)));
    boolean isKept =
        taken && kept.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    return isKept ? context.ack() : Response.error(UNAVAILABLE);
  }

  private Optional<Reply> keep(
      Speaker who, String text, String event, CompletableFuture<Boolean> kept) {
    try {
      Optional<Reply> reply = reception.answerOnce(new Utterance(who.person(), text), event);
      kept.complete(true);
      return reply;
    } catch (StoreException e) {
      kept.complete(false);
      throw e;
    }
  }
}
