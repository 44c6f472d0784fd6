package dev.pushback.slack;

import dev.pushback.adapter.SettingsReading;
import dev.pushback.adapter.UnusableSettings;
import dev.pushback.slack.SlackSettings.Access;
import dev.pushback.slack.SlackSettings.Access.ManyWorkspaces;
import dev.pushback.slack.SlackSettings.Access.OneWorkspace;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** Reads Slack's settings beside those of all adapters. */
final class SettingsReader {
  private static final int USUAL_PORT = 3_000;
  private static final URI USUAL_API = URI.create("https://slack.com/api/");
  private static final String WHERE = " at https://api.slack.com/apps, under ";

  private final SettingsReading reading;

  SettingsReader(Map<String, String> environment) {
    this.reading = new SettingsReading(environment);
  }

  SlackSettings read(Charset charset) throws UnusableSettings {
    Optional<String> appToken = beginning("SLACK_APP_TOKEN", "xapp-", "App-Level Tokens");
    Optional<String> secret = reading.value("SLACK_SIGNING_SECRET");
    if (secret.isEmpty() && reading.value("SLACK_APP_TOKEN").isEmpty()) {
      reading.complain(
          "SLACK_SIGNING_SECRET isn't set. Set it to the Signing Secret"
              + WHERE
              + "Basic Information; or set SLACK_APP_TOKEN to use Socket Mode");
    }
    Optional<Access> access = access();
    URI api = reading.address("SLACK_API_URL", USUAL_API);
    InetSocketAddress listen = reading.listen(USUAL_PORT);
    reading.common(charset);
    reading.end();
    return new SlackSettings(secret, access.orElseThrow(), appToken, api, listen);
  }

  private Optional<String> beginning(String name, String with, String where) {
    Optional<String> value = reading.value(name);
    if (value.filter(text -> !text.matches(with + "[A-Za-z0-9-]+")).isPresent()) {
      reading.complain(name + " must begin with " + with + ". Copy it anew" + WHERE + where);
      return Optional.empty();
    }
    return value;
  }

  /** Nothing only after something was wrong. */
  private Optional<Access> access() {
    Optional<String> bot = beginning("SLACK_BOT_TOKEN", "xoxb-", "OAuth & Permissions");
    Optional<String> id = reading.value("SLACK_CLIENT_ID");
    Optional<String> secret = reading.value("SLACK_CLIENT_SECRET");
    if (id.isPresent() != secret.isPresent()) {
      reading.complain(
          (id.isPresent() ? "SLACK_CLIENT_SECRET" : "SLACK_CLIENT_ID")
              + " isn't set, and "
              + (id.isPresent() ? "SLACK_CLIENT_ID" : "SLACK_CLIENT_SECRET")
              + " is. Set both, which are"
              + WHERE
              + "Basic Information; or neither, for one workspace");
    }
    if (reading.value("SLACK_BOT_TOKEN").isPresent() && id.or(() -> secret).isPresent()) {
      reading.complain(
          "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set. Keep SLACK_BOT_TOKEN for one"
              + " workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to be installed into many");
      return Optional.empty();
    }
    if (reading.value("SLACK_BOT_TOKEN").isEmpty() && id.or(() -> secret).isEmpty()) {
      reading.complain(
          "SLACK_BOT_TOKEN isn't set. Set it to the Bot User OAuth Token"
              + WHERE
              + "OAuth & Permissions; or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, to be"
              + " installed into many workspaces");
    }
    return bot.<Access>map(OneWorkspace::new)
        .or(() -> id.flatMap(one -> secret.map(two -> new ManyWorkspaces(one, two))));
  }
}
