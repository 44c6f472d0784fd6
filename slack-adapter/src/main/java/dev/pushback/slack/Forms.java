package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Reception.Thought;
import dev.pushback.card.Answers;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.slack.blockkit.Press;
import dev.pushback.slack.blockkit.SlackViews;
import dev.pushback.slack.web.SlackClient;
import java.util.Collection;
import java.util.Map;

/** A window was filled in and sent: what stood in it is said, and the answer takes its place. */
final class Forms implements ViewSubmissionHandler {
  private static final Reply NO_COLLEAGUE =
      new Reply(
          Card.of(
              "Not a colleague",
              "Something like this is shared with colleagues only, and that isn't one, or Slack"
                  + " doesn't say so just now. Nothing was shared."),
          false);

  private final Reception reception;
  private final Showing showing;
  private final SlackClient client;

  Forms(Reception reception, Showing showing, SlackClient client) {
    this.reception = reception;
    this.showing = showing;
    this.client = client;
  }

  @Override
  public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    View view = payload.getView();
    Speaker who = speaker(payload, context);
    Press press = Press.parse(ofNullable(view.getPrivateMetadata()).orElse(""));
    if (!who.isColleague() || press.command().isBlank()) {
      return context.ackWithUpdate(SlackViews.modal(Reception.NOT_YOURS));
    }
    ViewState state = ofNullable(view.getState()).orElseGet(ViewState::new);
    Map<String, String> filled = SlackViews.values(state);
    String text = Answers.say(press.command(), filled, SlackViews.prefilled(view));
    String id = ofNullable(view.getId()).orElse("");
    String event = "view:" + id + ":" + ofNullable(view.getHash()).orElse("");
    Utterance utterance = new Utterance(who.person(), text, press.about());
    Thought thought =
        reception.think(
            () ->
                mayGo(who, text, SlackViews.people(state).values())
                    ? reception.answerOnce(utterance, event).orElse(Reception.SENT_BEFORE)
                    : NO_COLLEAGUE,
            late -> showing.show(who, new Place.Waiting(id), late));
    if (thought instanceof Thought.Ready ready) {
      return ready.reply().equals(NO_COLLEAGUE)
          ? context.ackWithErrors(noColleague(state))
          : context.ackWithUpdate(SlackViews.modal(ready.reply()));
    }
    return thought instanceof Thought.Later
        ? context.ackWithUpdate(SlackViews.loading())
        : context.ackWithErrors(busy(filled));
  }

  private static Map<String, String> noColleague(ViewState state) {
    String field = SlackViews.people(state).keySet().stream().findFirst().orElse("");
    return SlackViews.errors(field, "Please pick a colleague.");
  }

  private boolean mayGo(Speaker who, String text, Collection<String> picked) {
    return reception.gate().lets(who.person(), text) && areColleagues(who, picked);
  }

  /** Whoever was picked is looked up again: the window may be old, or forged. */
  private boolean areColleagues(Speaker who, Collection<String> picked) {
    return picked.stream().allMatch(id -> client.isInsider(who.tenant(), id));
  }

  /** Beside the first field, so that everything typed stays. */
  private static Map<String, String> busy(Map<String, String> filled) {
    return SlackViews.errors(
        filled.keySet().stream().findFirst().orElse(""),
        "Too many people are asking me just now. Please send it again in a moment.");
  }

  private static Speaker speaker(ViewSubmissionPayload payload, ViewSubmissionContext context) {
    return Speaker.of(
        context,
        ofNullable(payload.getUser()).map(ViewSubmissionPayload.User::getId),
        ofNullable(payload.getUser()).map(ViewSubmissionPayload.User::getTeamId));
  }
}
