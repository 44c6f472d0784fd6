package dev.pushback.teams.door;

import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.integration.BotFrameworkHttpAdapter;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ConversationReference;
import com.microsoft.bot.schema.ResourceResponse;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The SDK's adapter, which can't say anything: it has no secret, no client, and whatever it should
 * send fails. The answer of an invoke is kept where the SDK looks for it, on the same thread; the
 * SDK would take one of a few of its own for that.
 */
final class MuteAdapter extends BotFrameworkHttpAdapter {
  private static final ConnectorClient NOBODY =
      (ConnectorClient)
          Proxy.newProxyInstance(
              MuteAdapter.class.getClassLoader(),
              new Class<?>[] {ConnectorClient.class},
              (proxy, method, arguments) -> {
                throw mute();
              });

  /** For a bot with this id, which isn't blank: otherwise the SDK asks nobody who they are. */
  MuteAdapter(String app) {
    super(new SimpleCredentialProvider(app, ""), null);
  }

  private static UnsupportedOperationException mute() {
    return new UnsupportedOperationException("the SDK isn't to speak to Teams");
  }

  @Override
  public CompletableFuture<ConnectorClient> createConnectorClient(
      String serviceUrl, ClaimsIdentity identity, String audience) {
    return CompletableFuture.completedFuture(NOBODY);
  }

  @Override
  protected CompletableFuture<ConnectorClient> getOrCreateConnectorClient(
      String serviceUrl, AppCredentials credentials) {
    return CompletableFuture.failedFuture(mute());
  }

  @Override
  protected CompletableFuture<AppCredentials> buildAppCredentials(String app, String scope) {
    return CompletableFuture.failedFuture(mute());
  }

  @Override
  public CompletableFuture<ResourceResponse[]> sendActivities(
      TurnContext turn, List<Activity> activities) {
    if (activities.size() != 1 || !activities.get(0).isType(ActivityTypes.INVOKE_RESPONSE)) {
      return CompletableFuture.failedFuture(mute());
    }
    turn.getTurnState().add(BotFrameworkAdapter.INVOKE_RESPONSE_KEY, activities.get(0));
    return CompletableFuture.completedFuture(new ResourceResponse[] {new ResourceResponse("")});
  }

  @Override
  public CompletableFuture<ResourceResponse> updateActivity(TurnContext turn, Activity activity) {
    return CompletableFuture.failedFuture(mute());
  }

  @Override
  public CompletableFuture<Void> deleteActivity(TurnContext turn, ConversationReference what) {
    return CompletableFuture.failedFuture(mute());
  }
}
