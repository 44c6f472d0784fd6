package dev.pushback.slack;

import dev.pushback.adapter.Sources;
import dev.pushback.slack.SlackSettings.Access;
import dev.pushback.slack.door.OAuthPages;
import dev.pushback.slack.web.Exchanged;
import dev.pushback.slack.web.SlackClient;
import dev.pushback.slack.web.TokenCheck;
import dev.pushback.store.Installation;
import dev.pushback.store.Store;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** How the coach gets into workspaces: by a token from the settings, or by being installed. */
final class Installing {
  private Installing() {}

  /**
   * Asks Slack whose token it is.
   *
   * @throws IOException if Slack refuses it or can't be asked; the message says how to mend it
   */
  static Installation byToken(SlackClient client, String token, InstantSource clock)
      throws IOException {
    TokenCheck check = client.authTest(token);
    if (check instanceof TokenCheck.Works works) {
      return new Installation(works.tenant(), token, works.botUserId(), "", "", clock.instant());
    }
    throw new IOException(
        check instanceof TokenCheck.Refused refused
            ? "SLACK_BOT_TOKEN: " + refused.reason()
            : check instanceof TokenCheck.Unreachable unreachable ? unreachable.reason() : "");
  }

  /** The pages for many workspaces; nothing if there is one. */
  static Optional<OAuthPages> pages(
      SlackSettings settings, SlackClient client, Store store, Sources sources) {
    if (!(settings.access() instanceof Access.ManyWorkspaces many)) {
      return Optional.empty();
    }
    return Optional.of(
        new OAuthPages(
            many.clientId(),
            store.oauthStates(),
            sources.random(),
            code ->
                exchanged(
                    client.exchange(many.clientId(), many.clientSecret(), code, ""),
                    sources.clock()),
            store.installations()));
  }

  private static OAuthPages.Exchange exchanged(Exchanged exchanged, InstantSource clock) {
    if (exchanged instanceof Exchanged.Installed installed) {
      return new OAuthPages.Exchange.Installed(
          new Installation(
              installed.tenant(),
              installed.botToken(),
              installed.botUserId(),
              String.join(",", installed.scopes()),
              installed.installedBy(),
              clock.instant()));
    }
    return new OAuthPages.Exchange.Failed(
        exchanged instanceof Exchanged.Refused refused ? refused.code() : "unreachable");
  }
}
