package dev.pushback.teams.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import dev.pushback.door.Answer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The fence around the Bot Framework SDK: it is told that something came in, by whom and where, and
 * says which of our {@link Turns} that is. It never sees what was written, a time or a locale, and
 * can't say anything to Teams.
 */
public final class Bot {
  private final ClaimsIdentity identity;
  private final MuteAdapter adapter;
  private final Turns turns;

  /**
   * A bot.
   *
   * @param app the id it is registered with
   * @throws IllegalArgumentException if that is blank: the SDK would take it as "let anybody in"
   */
  public Bot(String app, Turns turns) {
    if (app.isBlank()) {
      throw new IllegalArgumentException("the id of the app is blank");
    }
    this.identity =
        new ClaimsIdentity(Guard.ISSUER, Map.of(AuthenticationConstants.AUDIENCE_CLAIM, app));
    this.adapter = new MuteAdapter(app);
    this.turns = turns;
  }

  /**
   * Takes a turn, on this thread.
   *
   * @param arrival from somebody who may come in
   * @return what to answer Teams
   * @throws RuntimeException what {@link Turns} threw
   */
  Answer turn(Arrival arrival) {
    Dispatch dispatch = new Dispatch(arrival, turns);
    CompletableFuture<InvokeResponse> turn =
        adapter.processActivity(identity, activity(arrival), dispatch::onTurn);
    if (!turn.isDone()) {
      // Nothing in a turn waits for another thread; whatever does isn't ours.
      throw new IllegalStateException("the SDK went off on its own");
    }
    if (dispatch.failure().isPresent()) {
      throw dispatch.failure().get();
    }
    InvokeResponse response = turn.join();
    return arrival.type().equals(ActivityTypes.INVOKE)
        ? answer(response)
        : Answer.bare(Answer.ACCEPTED);
  }

  private static Answer answer(InvokeResponse response) {
    return response.getStatus() == Answer.OK
            && response.getBody() instanceof JsonNode body
            && body.isObject()
        ? Answer.json(Answer.OK, body.toString())
        : Answer.bare(response.getStatus());
  }

  private static Activity activity(Arrival arrival) {
    Activity activity = new Activity(arrival.type());
    activity.setName(arrival.name());
    activity.setAction(arrival.action());
    activity.setChannelId(arrival.channel());
    activity.setServiceUrl(arrival.serviceUrl().toString());
    activity.setFrom(new ChannelAccount(arrival.from()));
    activity.setRecipient(new ChannelAccount(arrival.recipient()));
    activity.setConversation(new ConversationAccount(arrival.conversation()));
    return activity;
  }
}
