package dev.pushback.slack.door;

import dev.pushback.store.Installation;
import dev.pushback.store.Installations;
import dev.pushback.store.OAuthStates;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages to install the coach: {@code /slack/install} and {@code /slack/oauth_redirect}. */
public final class OAuthPages {
  /** What the coach may do in a workspace; the same as in the manifest. */
  public static final List<String> SCOPES =
      List.of(
          "commands",
          "chat:write",
          "im:write",
          "im:history",
          "users:read",
          "channels:read",
          "groups:read",
          "im:read",
          "mpim:read");

  /** What became of a code that was exchanged for a token. */
  public sealed interface Exchange {
    /** Slack gave a token. */
    record Installed(Installation installation) implements Exchange {}

    /**
     * Slack refused, or couldn't be reached.
     *
     * @param code a short code without secrets, such as {@code invalid_code}
     */
    record Failed(String code) implements Exchange {}
  }

  /**
   * Pages for an app.
   *
   * @param clientId as Slack shows it
   * @param states those that were begun
   * @param random at least 32 random bytes at each call
   * @param exchange asks Slack for the token that belongs to a code
   * @param installations where to keep it
   */
  public OAuthPages(
      String clientId,
      OAuthStates states,
      Supplier<byte[]> random,
      Function<String, Exchange> exchange,
      Installations installations) {
    NotYet.built();
  }
}
