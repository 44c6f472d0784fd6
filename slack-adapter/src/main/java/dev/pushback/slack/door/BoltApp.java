package dev.pushback.slack.door;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareOps;
import com.slack.api.bolt.response.Response;
import dev.pushback.store.Installations;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Makes the one Bolt app of the program.
 *
 * <p>It is given its middleware, all of it: what Bolt would choose by itself asks Slack who we are
 * while somebody waits, keeps tokens in plain files, and reads the environment.
 */
public final class BoltApp {
  private static final int UNAUTHORISED = 401;
  private static final int NOT_FOUND = 404;

  /** Bolt makes a pool that we don't use. */
  private static final int UNUSED_THREADS = 1;

  private BoltApp() {}

  /**
   * An app without listeners. It asks nobody over the network by itself.
   *
   * @param signingSecret what requests over HTTP are verified with, once more after {@link
   *     Signature}; nothing with Socket Mode
   * @param clock tells how old they are
   * @param slack how it reaches Slack
   * @param installations of the workspaces whose requests it answers
   * @throws IllegalStateException if the log is set up to write down what people say
   */
  public static App make(
      Optional<String> signingSecret,
      InstantSource clock,
      Slack slack,
      Installations installations) {
    if (LoggerFactory.getLogger(App.class).isDebugEnabled()
        || LoggerFactory.getLogger(SlackSignature.class).isDebugEnabled()) {
      throw new IllegalStateException(
          "the log of com.slack.api is at DEBUG, where it writes down whole requests with what"
              + " people say. Set it to ERROR");
    }
    slack.getConfig().setStatsEnabled(false);
    // Everything that a default would take from the environment is set, to what it is or to none.
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .signingSecret(signingSecret.orElse(null))
            .singleTeamBotToken(null)
            .clientId(null)
            .clientSecret(null)
            .redirectUri(null)
            .scope(null)
            .userScope(null)
            .threadPoolSize(UNUSED_THREADS)
            .allEventsApiAutoAckEnabled(true)
            .appInitializersEnabled(false)
            .unmatchedRequestHandler(
                request -> Response.builder().statusCode(NOT_FOUND).body("").build())
            .build();
    return new App(
        config, List.of(verification(signingSecret, clock), new Authorization(installations)));
  }

  /** Bolt's own, with our clock. What didn't come over HTTP isn't signed. */
  private static Middleware verification(Optional<String> signingSecret, InstantSource clock) {
    Optional<SlackSignature.Verifier> verifier =
        signingSecret.map(SlackSignature.Generator::new).map(SlackSignature.Verifier::new);
    return (request, response, chain) ->
        request.isSocketMode()
                || (verifier.isPresent()
                    && !MiddlewareOps.isNoSlackSignatureRequest(request.getRequestType())
                    && request.isValid(verifier.get(), clock.millis()))
            ? chain.next(request)
            : Response.builder().statusCode(UNAUTHORISED).body("").build();
  }
}
