package dev.pushback.slack;

import dev.pushback.adapter.UnusableSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * What the adapter was told.
 *
 * @param signingSecret proves that a request comes from Slack; always there without Socket Mode
 * @param access one workspace, or many
 * @param appToken Socket Mode, if it is there
 * @param apiUrl where Slack's methods are; ends with a slash
 * @param listen where to listen
 */
public record SlackSettings(
    Optional<String> signingSecret,
    Access access,
    Optional<String> appToken,
    URI apiUrl,
    InetSocketAddress listen) {
  /** Adds the slash. */
  public SlackSettings {
    apiUrl = apiUrl.toString().endsWith("/") ? apiUrl : URI.create(apiUrl + "/");
  }

  /** How the coach gets into workspaces. */
  public sealed interface Access {
    /** By a token that stands in the settings, into one workspace. */
    record OneWorkspace(String botToken) implements Access {
      /** Never the token. */
      @Override
      public String toString() {
        return "one workspace";
      }
    }

    /** By being installed, into many. */
    record ManyWorkspaces(String clientId, String clientSecret) implements Access {
      /** Never the secret. */
      @Override
      public String toString() {
        return "many workspaces";
      }
    }
  }

  /**
   * Reads them.
   *
   * @param environment all that is set
   * @param charset what Java takes texts to be in
   * @throws UnusableSettings if anything is missing, or contradicts; all of it at once
   */
  public static SlackSettings of(Map<String, String> environment, Charset charset)
      throws UnusableSettings {
    return new SettingsReader(environment).read(charset);
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "settings of the Slack adapter: " + access;
  }
}
