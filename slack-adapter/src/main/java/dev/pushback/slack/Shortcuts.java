package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.Message;
import dev.pushback.adapter.Reception;
import java.util.Optional;

/**
 * "Push back on this" in the menu of a message, also in threads, where commands can't be typed; and
 * the shortcut of the same kind without a message. Both open a window, which only the person sees.
 */
final class Shortcuts {
  /** The callback id of the one in the menu of a message. */
  static final String ON_MESSAGE = "push_back_on_this";

  /** The callback id of the other. */
  static final String ANYWHERE = "prepare_words";

  /** What a person would say who begins without a message. */
  private static final String NOTHING_CHOSEN = "facts new";

  private static final int UNAVAILABLE = 503;

  private final Reception reception;
  private final Showing showing;

  Shortcuts(Reception reception, Showing showing) {
    this.reception = reception;
    this.showing = showing;
  }

  /** A message was chosen. */
  Response onMessage(MessageShortcutRequest request, MessageShortcutContext context) {
    MessageShortcutPayload payload = request.getPayload();
    Speaker who =
        Speaker.of(
            context,
            ofNullable(payload.getUser()).map(MessageShortcutPayload.User::getId),
            ofNullable(payload.getUser()).map(MessageShortcutPayload.User::getTeamId));
    Message message = ofNullable(payload.getMessage()).orElseGet(Message::new);
    String said = isOurs(message, payload, who) ? "ours " : "theirs ";
    String text = PlainText.of(ofNullable(message.getText()).orElse(""));
    return open(who, said + text, ofNullable(payload.getTriggerId()))
        ? context.ack()
        : Response.error(UNAVAILABLE);
  }

  /**
   * Whether it was written within the organisation. A message without a workspace comes from an
   * app: from the mail of a partner, for instance.
   */
  private static boolean isOurs(Message message, MessageShortcutPayload payload, Speaker who) {
    if (message.getBotId() != null) {
      return false;
    }
    return who.user().equals(message.getUser())
        || ofNullable(message.getTeam())
            .filter(team -> payload.getTeam() != null && team.equals(payload.getTeam().getId()))
            .isPresent();
  }

  /** Nothing was chosen. */
  Response anywhere(GlobalShortcutRequest request, GlobalShortcutContext context) {
    GlobalShortcutPayload payload = request.getPayload();
    Speaker who =
        Speaker.of(
            context,
            ofNullable(payload.getUser()).map(GlobalShortcutPayload.User::getId),
            ofNullable(payload.getUser()).map(GlobalShortcutPayload.User::getTeamId));
    return open(who, NOTHING_CHOSEN, ofNullable(payload.getTriggerId()))
        ? context.ack()
        : Response.error(UNAVAILABLE);
  }

  private boolean open(Speaker who, String text, Optional<String> trigger) {
    if (!who.isColleague()) {
      return true; // Slack offers it to nobody else; there is nothing to say.
    }
    Place place = new Place.Elsewhere(trigger.orElse(""), false);
    return reception.work(
        () -> showing.show(who, place, reception.answer(who.person(), text, Optional.empty())));
  }
}
