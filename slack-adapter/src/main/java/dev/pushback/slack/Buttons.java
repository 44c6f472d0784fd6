package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.pushback.adapter.Reception;
import dev.pushback.slack.blockkit.Press;
import java.util.List;
import java.util.Optional;

/** A button was pressed: a command the person did not have to type. */
final class Buttons implements BlockActionHandler {
  private static final int UNAVAILABLE = 503;

  private final Reception reception;
  private final Showing showing;

  Buttons(Reception reception, Showing showing) {
    this.reception = reception;
    this.showing = showing;
  }

  @Override
  public Response apply(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Speaker who = speaker(payload, context);
    Place place = place(payload);
    Optional<Press> press =
        ofNullable(payload.getActions()).orElseGet(List::of).stream()
            .findFirst()
            .map(action -> Press.parse(ofNullable(action.getValue()).orElse("")))
            .filter(one -> !one.command().isBlank());
    if (press.isEmpty()) {
      return context.ack();
    }
    boolean taken =
        who.isColleague()
            ? press(who, press.get(), place)
            : reception.work(() -> showing.refuse(place));
    // Slack then puts a mark beside the button; there is no other way to answer at once.
    return taken ? context.ack() : Response.error(UNAVAILABLE);
  }

  private boolean press(Speaker who, Press press, Place place) {
    return reception.work(
        () -> {
          showing.show(who, place, reception.answer(who.person(), press.command(), press.about()));
          if (place instanceof Place.Elsewhere elsewhere && elsewhere.isHome()) {
            showing.home(
                who, reception.answer(who.person(), Reception.HOME, Optional.empty()).card());
          }
        });
  }

  private static Speaker speaker(BlockActionPayload payload, ActionContext context) {
    return Speaker.of(
        context,
        ofNullable(payload.getUser()).map(BlockActionPayload.User::getId),
        ofNullable(payload.getUser()).map(BlockActionPayload.User::getTeamId));
  }

  private static Place place(BlockActionPayload payload) {
    String trigger = ofNullable(payload.getTriggerId()).orElse("");
    if (payload.getView() != null) {
      return "home".equals(payload.getView().getType())
          ? new Place.Elsewhere(trigger, true)
          : new Place.Modal(ofNullable(payload.getView().getId()).orElse(""), trigger);
    }
    Optional<BlockActionPayload.Container> container = ofNullable(payload.getContainer());
    return new Place.Message(
        container
            .map(BlockActionPayload.Container::getChannelId)
            .or(() -> ofNullable(payload.getChannel()).map(BlockActionPayload.Channel::getId))
            .orElse(""),
        container.filter(BlockActionPayload.Container::isEphemeral).isPresent(),
        ofNullable(payload.getResponseUrl()).orElse(""),
        trigger);
  }
}
