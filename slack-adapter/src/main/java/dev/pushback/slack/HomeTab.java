package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.pushback.adapter.Reception;
import java.util.Optional;

/** Somebody opened the coach's Home tab: it is made anew each time. */
final class HomeTab implements BoltEventHandler<AppHomeOpenedEvent> {
  private final Reception reception;
  private final Showing showing;

  HomeTab(Reception reception, Showing showing) {
    this.reception = reception;
    this.showing = showing;
  }

  @Override
  public Response apply(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    AppHomeOpenedEvent event = payload.getEvent();
    if ("home".equals(event.getTab())) {
      Speaker who = Speaker.of(context, ofNullable(event.getUser()), Optional.empty());
      // Unlike a lost message, a tab that wasn't shown comes again by itself.
      boolean unused =
          reception.work(
              () ->
                  showing.home(
                      who,
                      reception.answer(who.person(), Reception.HOME, Optional.empty()).card()));
    }
    return context.ack();
  }
}
