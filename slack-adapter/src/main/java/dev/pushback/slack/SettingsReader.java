package dev.pushback.slack;

import dev.pushback.operating.SettingsExam;
import dev.pushback.slack.SlackSettings.Access;
import dev.pushback.slack.SlackSettings.Access.ManyWorkspaces;
import dev.pushback.slack.SlackSettings.Access.OneWorkspace;
import dev.pushback.slack.SlackSettings.Unusable;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Retention;
import dev.pushback.store.StoreException;
import dev.pushback.store.Vault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings, and collects everything that is wrong with them. */
final class SettingsReader {
  private static final int USUAL_PORT = 3_000;
  private static final int PORTS = 65_535;
  private static final URI USUAL_API = URI.create("https://slack.com/api/");
  private static final String WHERE = " at https://api.slack.com/apps, under ";

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  SlackSettings read(Charset charset) throws Unusable {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      problems.add(
          "Java takes texts to be in "
              + charset
              + ", and Slack writes UTF-8: no signature of an é would hold. Start it with"
              + " -Dfile.encoding=UTF-8");
    }
    Optional<String> appToken = beginning("SLACK_APP_TOKEN", "xapp-", "App-Level Tokens");
    Optional<String> secret = value("SLACK_SIGNING_SECRET");
    if (appToken.isEmpty() && secret.isEmpty() && value("SLACK_APP_TOKEN").isEmpty()) {
      problems.add(
          "SLACK_SIGNING_SECRET isn't set. Set it to the Signing Secret"
              + WHERE
              + "Basic Information; or set SLACK_APP_TOKEN to use Socket Mode");
    }
    Optional<Access> access = access();
    URI api = api();
    int port = port("PUSHBACK_PORT").orElse(USUAL_PORT);
    if (port("PUSHBACK_OPS_PORT").filter(ops -> ops == port).isPresent()) {
      problems.add(
          "PUSHBACK_OPS_PORT is the same as PUSHBACK_PORT, " + port + ". Set it to another");
    }
    InetAddress host = host();
    memory();
    problems.addAll(SettingsExam.misspelt(environment));
    if (!problems.isEmpty() || access.isEmpty()) {
      throw new Unusable(problems);
    }
    return new SlackSettings(
        secret, access.get(), appToken, api, new InetSocketAddress(host, port));
  }

  /** A blank value counts as none. */
  private Optional<String> value(String name) {
    return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
  }

  private Optional<String> beginning(String name, String with, String where) {
    Optional<String> value = value(name);
    if (value.filter(text -> !text.matches(with + "[A-Za-z0-9-]+")).isPresent()) {
      problems.add(name + " must begin with " + with + ". Copy it anew" + WHERE + where);
      return Optional.empty();
    }
    return value;
  }

  private Optional<Access> access() {
    Optional<String> bot = beginning("SLACK_BOT_TOKEN", "xoxb-", "OAuth & Permissions");
    Optional<String> id = value("SLACK_CLIENT_ID");
    Optional<String> secret = value("SLACK_CLIENT_SECRET");
    if (id.isPresent() != secret.isPresent()) {
      problems.add(
          (id.isPresent() ? "SLACK_CLIENT_SECRET" : "SLACK_CLIENT_ID")
              + " isn't set, and "
              + (id.isPresent() ? "SLACK_CLIENT_ID" : "SLACK_CLIENT_SECRET")
              + " is. Set both, which are"
              + WHERE
              + "Basic Information; or neither, for one workspace");
    }
    if (value("SLACK_BOT_TOKEN").isPresent() && id.or(() -> secret).isPresent()) {
      problems.add(
          "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set. Keep SLACK_BOT_TOKEN for one"
              + " workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to be installed into many");
      return Optional.empty();
    }
    if (value("SLACK_BOT_TOKEN").isEmpty() && id.or(() -> secret).isEmpty()) {
      problems.add(
          "SLACK_BOT_TOKEN isn't set. Set it to the Bot User OAuth Token"
              + WHERE
              + "OAuth & Permissions; or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, to be"
              + " installed into many workspaces");
    }
    return bot.<Access>map(OneWorkspace::new)
        .or(() -> id.flatMap(one -> secret.map(two -> new ManyWorkspaces(one, two))));
  }

  private URI api() {
    Optional<String> value = value("SLACK_API_URL");
    if (value.isEmpty()) {
      return USUAL_API;
    }
    try {
      URI uri = URI.create(value.get().endsWith("/") ? value.get() : value.get() + "/");
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      boolean ours = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
      boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && ours);
      if (safe && !host.isEmpty() && uri.getUserInfo() == null && uri.getQuery() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below, as whatever else isn't one.
    }
    problems.add(
        "SLACK_API_URL must be an https address such as "
            + USUAL_API
            + ", or an http one of this machine for tests. Usually it isn't set");
    return USUAL_API;
  }

  /** Where nobody else can ask, if nothing is said: a proxy or Socket Mode is what is usual. */
  private InetAddress host() {
    Optional<String> name = value("PUSHBACK_HOST");
    try {
      return name.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(name.get());
    } catch (UnknownHostException e) {
      problems.add("PUSHBACK_HOST must be an address of this machine, or 0.0.0.0 for all of them");
      return InetAddress.getLoopbackAddress();
    }
  }

  private Optional<Integer> port(String name) {
    Optional<String> value = value(name);
    Optional<Integer> port =
        value
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(Integer::valueOf)
            .filter(number -> number >= 1 && number <= PORTS);
    if (value.isPresent() && port.isEmpty()) {
      problems.add(name + " must be a port, from 1 to " + PORTS);
    }
    return port;
  }

  /** Those of the memory. Nothing is encrypted here, so nothing random is needed. */
  private void memory() {
    if (value("PUSHBACK_KEY").isEmpty() && value("PUSHBACK_KEY_FILE").isEmpty()) {
      problems.add(
          "PUSHBACK_KEY isn't set: it encrypts tokens and what people write. Make one with: openssl"
              + " rand -base64 32");
    }
    unless(() -> Vault.in(environment, () -> new byte[Vault.NONCE]));
    unless(() -> Retention.of(environment.getOrDefault("PUSHBACK_KEEP_DAYS", "")));
    value("PUSHBACK_DB").ifPresent(db -> unless(() -> DatabaseUrl.of(db)));
  }

  private void unless(Runnable check) {
    try {
      check.run();
    } catch (StoreException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
