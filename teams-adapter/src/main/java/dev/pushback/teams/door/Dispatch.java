package dev.pushback.teams.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.teams.TeamsActivityHandler;
import dev.pushback.door.Answer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Has the SDK tell what came in, once, and passes that on. What the SDK would do by itself is left
 * out: it breaks on updates and events without details, asks Teams about each new member while
 * everybody waits, and answers with the words of exceptions.
 */
final class Dispatch extends TeamsActivityHandler {
  /** Written as no body at all. */
  static final JsonNode NOTHING = MissingNode.getInstance();

  private final Arrival arrival;
  private final Turns turns;
  private Optional<RuntimeException> failure = Optional.empty();

  Dispatch(Arrival arrival, Turns turns) {
    this.arrival = arrival;
    this.turns = turns;
  }

  /** What went wrong on our side, which the SDK would otherwise turn into an answer. */
  Optional<RuntimeException> failure() {
    return failure;
  }

  @Override
  protected CompletableFuture<Void> onMessageActivity(TurnContext turn) {
    return done(() -> turns.message(arrival));
  }

  @Override
  protected CompletableFuture<Void> onInstallationUpdateAdd(TurnContext turn) {
    return done(() -> turns.installation(arrival, true));
  }

  @Override
  protected CompletableFuture<Void> onInstallationUpdateRemove(TurnContext turn) {
    return done(() -> turns.installation(arrival, false));
  }

  /** Whoever installs the app is told by an installation, too. */
  @Override
  protected CompletableFuture<Void> onConversationUpdateActivity(TurnContext turn) {
    return nothing();
  }

  @Override
  protected CompletableFuture<Void> onEventActivity(TurnContext turn) {
    return nothing();
  }

  @Override
  protected CompletableFuture<Void> onMessageReactionActivity(TurnContext turn) {
    return nothing();
  }

  @Override
  protected CompletableFuture<InvokeResponse> onInvokeActivity(TurnContext turn) {
    return CompletableFuture.completedFuture(
        switch (arrival.name()) {
          case "adaptiveCard/action" ->
              arrival.value().path("action").isObject()
                  ? answered(turns::cardAction)
                  : bare(Answer.BAD_REQUEST);
          case "composeExtension/fetchTask" -> withValue(turns::messageAction);
          case "composeExtension/submitAction" ->
              // There is no preview that the bot would send; whoever answers one isn't ours.
              arrival.value().hasNonNull("botMessagePreviewAction")
                  ? bare(Answer.NOT_IMPLEMENTED)
                  : withValue(turns::messageActionSubmitted);
          case "task/fetch" -> withValue(turns::dialog);
          case "task/submit" -> withValue(turns::dialogSubmitted);
          default -> bare(Answer.NOT_IMPLEMENTED);
        });
  }

  private InvokeResponse withValue(Function<Arrival, Optional<ObjectNode>> answer) {
    return arrival.value().isObject() ? answered(answer) : bare(Answer.BAD_REQUEST);
  }

  private InvokeResponse answered(Function<Arrival, Optional<ObjectNode>> answer) {
    try {
      return answer
          .apply(arrival)
          .map(body -> new InvokeResponse(Answer.OK, body))
          .orElseGet(() -> bare(Answer.OK));
    } catch (RuntimeException e) {
      failure = Optional.of(e);
      return bare(Answer.FAILED);
    }
  }

  private CompletableFuture<Void> done(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
    return nothing();
  }

  private static InvokeResponse bare(int status) {
    return new InvokeResponse(status, NOTHING);
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }
}
