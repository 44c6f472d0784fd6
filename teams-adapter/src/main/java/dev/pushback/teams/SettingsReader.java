package dev.pushback.teams;

import dev.pushback.adapter.SettingsReading;
import dev.pushback.adapter.UnusableSettings;
import dev.pushback.teams.TeamsSettings.Access;
import dev.pushback.teams.door.Keys;
import dev.pushback.teams.door.ServiceHosts;
import dev.pushback.teams.web.WebSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the settings of Teams beside those of all adapters. */
final class SettingsReader {
  private static final int USUAL_PORT = 3_978;

  /** Where the Agents Playground speaks if nothing else is said. */
  private static final String PLAYGROUND = "localhost:56150";

  private static final String MANY = "many";
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final String WHERE = " in the bot's registration at https://portal.azure.com";

  private final SettingsReading reading;

  SettingsReader(Map<String, String> environment) {
    this.reading = new SettingsReading(environment);
  }

  TeamsSettings read(Charset charset) throws UnusableSettings {
    boolean isPlayground = isPlayground();
    Optional<Access> access = isPlayground ? Optional.of(new Access.Playground()) : registered();
    ServiceHosts hosts = hosts(isPlayground ? PLAYGROUND : ServiceHosts.USUAL);
    URI login = reading.address("TEAMS_LOGIN_URL", URI.create(WebSettings.MICROSOFT));
    URI metadata = reading.address("TEAMS_OPENID_METADATA_URL", URI.create(Keys.USUAL));
    InetSocketAddress listen = reading.listen(USUAL_PORT);
    if (isPlayground) {
      keepHere(hosts, listen);
    }
    reading.common(charset);
    reading.end();
    return new TeamsSettings(access.orElseThrow(), login, metadata, hosts, listen);
  }

  private boolean isPlayground() {
    String value = reading.value("TEAMS_PLAYGROUND").orElse("").toLowerCase(Locale.ROOT);
    if (!value.isEmpty() && !value.equals("yes") && !value.equals("no")) {
      reading.complain("TEAMS_PLAYGROUND must be yes or no. Usually it isn't set");
    }
    return value.equals("yes");
  }

  /** Whoever is let in unseen must not come from anywhere else, nor be answered there. */
  private void keepHere(ServiceHosts hosts, InetSocketAddress listen) {
    if (!listen.getAddress().isLoopbackAddress()) {
      reading.complain(
          "PUSHBACK_HOST must be an address of this machine only with TEAMS_PLAYGROUND, since"
              + " everybody is let in. Unset one of them");
    }
    if (!hosts.areAllHere()) {
      reading.complain(
          "TEAMS_SERVICE_HOSTS may name only ports of this machine with TEAMS_PLAYGROUND, such as "
              + PLAYGROUND);
    }
  }

  /** Nothing only after something was wrong. */
  private Optional<Access> registered() {
    Optional<String> app = guid("TEAMS_APP_ID", "Set it to the Microsoft App ID" + WHERE);
    Optional<String> password = reading.value("TEAMS_APP_PASSWORD");
    if (password.isEmpty()) {
      reading.complain(
          "TEAMS_APP_PASSWORD isn't set. Set it to the value of a client secret"
              + WHERE
              + ", under Manage Password");
    }
    if (reading.value("TEAMS_TENANT_ID").filter(MANY::equalsIgnoreCase).isPresent()) {
      return app.flatMap(id -> password.map(secret -> new Access.ManyTenants(id, secret)));
    }
    Optional<String> tenant =
        guid(
            "TEAMS_TENANT_ID",
            "Set it to the App Tenant ID"
                + WHERE
                + "; or to "
                + MANY
                + ", if the registration is for the bots of many organisations");
    return app.flatMap(
        id -> password.flatMap(secret -> tenant.map(one -> new Access.OneTenant(id, secret, one))));
  }

  private Optional<String> guid(String name, String remedy) {
    Optional<String> value = reading.value(name);
    if (value.isEmpty()) {
      reading.complain(name + " isn't set. " + remedy);
    } else if (!GUID.matcher(value.get()).matches()) {
      reading.complain(name + " must look like 0f8fad5b-d9cb-469f-a165-70867728950e. " + remedy);
      return Optional.empty();
    }
    return value.map(text -> text.toLowerCase(Locale.ROOT));
  }

  private ServiceHosts hosts(String usual) {
    try {
      return ServiceHosts.of(reading.value("TEAMS_SERVICE_HOSTS").orElse(usual));
    } catch (IllegalArgumentException e) {
      reading.complain("TEAMS_SERVICE_HOSTS: " + e.getMessage());
      return ServiceHosts.of(usual);
    }
  }
}
