package dev.pushback.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelSharedEvent;
import com.slack.api.model.event.ChannelUnsharedEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.pushback.adapter.Reception;
import dev.pushback.slack.door.Tenants;
import dev.pushback.slack.door.Uninstall;
import dev.pushback.slack.web.Channels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to workspaces and channels: they leave, or others join. */
final class WorkspaceEvents {
  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceEvents.class);

  private final Reception reception;
  private final Uninstall uninstall;
  private final Channels channels;
  private final InstantSource clock;

  WorkspaceEvents(
      Reception reception, Uninstall uninstall, Channels channels, InstantSource clock) {
    this.reception = reception;
    this.uninstall = uninstall;
    this.channels = channels;
    this.clock = clock;
  }

  /** The coach was taken out of a workspace; its token is forgotten before Slack hears that. */
  Response uninstalled(EventsApiPayload<AppUninstalledEvent> payload, EventContext context) {
    String tenant = Tenants.of(context);
    if (uninstall.uninstalled(tenant, at(payload))) {
      boolean unused =
          reception.work(
              () ->
                  uninstall
                      .erase(tenant)
                      .ifPresent(
                          erasure ->
                              LOG.info("a workspace left, complete: {}", erasure.isComplete())));
    }
    return context.ack();
  }

  /** Tokens don't work any more. */
  Response tokensRevoked(EventsApiPayload<TokensRevokedEvent> payload, EventContext context) {
    List<String> bots =
        Optional.ofNullable(payload.getEvent().getTokens())
            .map(TokensRevokedEvent.Tokens::getBot)
            .orElseGet(List::of);
    boolean unused = uninstall.tokensRevoked(Tenants.of(context), bots, at(payload));
    return context.ack();
  }

  private Instant at(EventsApiPayload<?> payload) {
    return Optional.ofNullable(payload.getEventTime())
        .map(Instant::ofEpochSecond)
        .orElseGet(clock::instant);
  }

  /** Another organisation joined a channel. */
  Response shared(EventsApiPayload<ChannelSharedEvent> payload, EventContext context) {
    return changed(payload.getEvent().getChannel(), context);
  }

  /** Another organisation left a channel. */
  Response unshared(EventsApiPayload<ChannelUnsharedEvent> payload, EventContext context) {
    return changed(payload.getEvent().getChannel(), context);
  }

  /** A channel is called otherwise from now on. */
  Response renamed(EventsApiPayload<ChannelIdChangedEvent> payload, EventContext context) {
    return changed(payload.getEvent().getOldChannelId(), context);
  }

  private Response changed(String channel, EventContext context) {
    channels.forget(channel);
    return context.ack();
  }
}
