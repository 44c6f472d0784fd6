package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MessageEvent;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody wrote to the coach itself. Slack delivers it again until it is acknowledged, so that
 * comes once what was said is kept; what comes twice is answered once.
 */
final class DirectMessages implements BoltEventHandler<MessageEvent> {
  private static final int UNAVAILABLE = 503;

  private final Reception reception;

  DirectMessages(Reception reception) {
    this.reception = reception;
  }

  @Override
  public Response apply(EventsApiPayload<MessageEvent> payload, EventContext context) {
    MessageEvent event = payload.getEvent();
    if (!"im".equals(event.getChannelType())
        || event.getBotId() != null
        || event.getUser() == null
        || event.getChannel() == null
        || payload.isExtSharedChannel()) {
      return context.ack();
    }
    Speaker who = Speaker.of(context, ofNullable(event.getUser()), ofNullable(event.getTeam()));
    if (!who.isColleague()) {
      return context.ack();
    }
    Utterance utterance =
        new Utterance(who.person(), PlainText.of(ofNullable(event.getText()).orElse("")));
    String key = "event:" + ofNullable(payload.getEventId()).orElseGet(event::getTs);
    Optional<CompletableFuture<Optional<Reply>>> thinking =
        reception.begin(() -> reception.coach().replyOnce(utterance, key));
    if (thinking.isEmpty()) {
      return Response.error(UNAVAILABLE);
    }
    reception
        .desk()
        .after(
            thinking.get(),
            reply -> {
              reception.met().accept(who);
              reply.ifPresent(
                  one -> reception.showing().show(who, new Place.Direct(event.getChannel()), one));
            });
    return reception.soon(thinking.get()).isPresent() || !thinking.get().isCompletedExceptionally()
        ? context.ack()
        : Response.error(UNAVAILABLE);
  }
}
