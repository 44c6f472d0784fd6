package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.pushback.card.Answers;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.slack.blockkit.Press;
import dev.pushback.slack.blockkit.SlackViews;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A window was filled in and sent: what stood in it is said, and the answer takes its place. */
final class Forms implements ViewSubmissionHandler {
  private static final Reply SENT_BEFORE =
      new Reply(
          Card.of(
              "That was sent already",
              "I've got it once, and that's enough. You can close this window."),
          false);

  private final Front front;

  Forms(Front front) {
    this.front = front;
  }

  @Override
  public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    View view = payload.getView();
    Speaker who = speaker(payload, context);
    Press press = Press.parse(ofNullable(view.getPrivateMetadata()).orElse(""));
    if (!who.isColleague() || press.command().isBlank()) {
      return context.ackWithUpdate(SlackViews.modal(Front.NOT_YOURS));
    }
    Map<String, String> filled =
        SlackViews.values(ofNullable(view.getState()).orElseGet(ViewState::new));
    String text = Answers.say(press.command(), filled, SlackViews.prefilled(view));
    String id = ofNullable(view.getId()).orElse("");
    String event = "view:" + id + ":" + ofNullable(view.getHash()).orElse("");
    Optional<CompletableFuture<Reply>> thinking =
        front.begin(() -> answer(who, new Utterance(who.person(), text, press.about()), event));
    if (thinking.isEmpty()) {
      return context.ackWithErrors(busy(filled));
    }
    Optional<Reply> reply = front.soon(thinking.get());
    if (reply.isEmpty()) {
      front
          .desk()
          .after(thinking.get(), late -> front.showing().show(who, new Place.Waiting(id), late));
    }
    return context.ackWithUpdate(reply.map(SlackViews::modal).orElseGet(SlackViews::loading));
  }

  /** Beside the first field, so that everything typed stays. */
  private static Map<String, String> busy(Map<String, String> filled) {
    return SlackViews.errors(
        filled.keySet().stream().findFirst().orElse(""),
        "Too many people are asking me just now. Please send it again in a moment.");
  }

  private Reply answer(Speaker who, Utterance utterance, String event) {
    Reply reply = front.coach().replyOnce(utterance, event).orElse(SENT_BEFORE);
    front.met().accept(who);
    return reply;
  }

  private static Speaker speaker(ViewSubmissionPayload payload, ViewSubmissionContext context) {
    return Speaker.of(
        context,
        ofNullable(payload.getUser()).map(ViewSubmissionPayload.User::getId),
        ofNullable(payload.getUser()).map(ViewSubmissionPayload.User::getTeamId));
  }
}
