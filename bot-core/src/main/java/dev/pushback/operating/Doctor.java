package dev.pushback.operating;

import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.StoreException;
import dev.pushback.store.Vault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks at everything the coach needs to run and says how to mend what is wrong. Changes nothing,
 * and never shows the value of a setting that may be a secret.
 */
public final class Doctor {
  private final Map<String, String> environment;
  private final Supplier<DatabaseUrl> url;
  private final InstantSource clock;
  private final Supplier<String> playbook;
  private final Function<String, Boolean> reachable;

  /**
   * Has all it needs to look.
   *
   * @param environment the settings
   * @param url where the memory is; throws a {@link StoreException} if that can't be told
   * @param clock the machine's
   * @param playbook loads it and gives a few words about it; throws if it can't be used
   * @param reachable whether a host answers on the port for HTTPS
   */
  public Doctor(
      Map<String, String> environment,
      Supplier<DatabaseUrl> url,
      InstantSource clock,
      Supplier<String> playbook,
      Function<String, Boolean> reachable) {
    this.environment = Map.copyOf(environment);
    this.url = url;
    this.clock = clock;
    this.playbook = playbook;
    this.reachable = reachable;
  }

  /** Examines everything; what fails doesn't keep it from the rest. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>(SettingsExam.of(environment));
    findings.addAll(memory());
    findings.addAll(MachineExam.of(clock));
    findings.add(playbook());
    findings.addAll(hosts());
    return List.copyOf(findings);
  }

  private List<Finding> memory() {
    Optional<Vault> keys = Optional.empty();
    List<Finding> findings = new ArrayList<>();
    try {
      // Nothing is written, so nothing has to be random.
      Vault vault = Vault.in(environment, () -> new byte[0]);
      keys = Optional.of(vault);
      findings.add(
          vault.encrypts()
              ? Finding.ok("key", "well-formed")
              : Finding.warn(
                  "key",
                  "PUSHBACK_KEY isn't set, so what is remembered isn't encrypted. That's fine on your"
                      + " own machine; the adapters need one (openssl rand -base64 32)"));
    } catch (StoreException e) {
      findings.add(Finding.fail("key", e.getMessage()));
    }
    try {
      findings.addAll(DatabaseExam.of(url.get(), keys, isNamed(), clock));
    } catch (StoreException e) {
      findings.add(Finding.fail("database", e.getMessage()));
    }
    return findings;
  }

  /** Whether somebody said where the memory is; else the console makes its folder by itself. */
  private boolean isNamed() {
    return List.of("PUSHBACK_DB", "PUSHBACK_DATA").stream()
        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
  }

  private Finding playbook() {
    try {
      return Finding.ok("playbook", playbook.get());
    } catch (RuntimeException e) {
      String said = String.valueOf(e.getMessage());
      return Finding.fail(
          "playbook",
          environment.getOrDefault("PUSHBACK_PLAYBOOK", "").isBlank()
              ? said + ". Build the program again"
              : said + ". Mend that, or unset PUSHBACK_PLAYBOOK to use the built-in one");
    }
  }

  /** Those that the settings say will be needed. */
  private List<Finding> hosts() {
    List<String> hosts = new ArrayList<>();
    if (!environment.getOrDefault("SLACK_BOT_TOKEN", "").isBlank()) {
      hosts.add("slack.com");
    }
    if (!environment.getOrDefault("TEAMS_APP_ID", "").isBlank()) {
      hosts.add("login.microsoftonline.com");
      hosts.add("login.botframework.com");
      hosts.add("smba.trafficmanager.net");
    }
    return hosts.stream()
        .map(
            host ->
                reachable.apply(host)
                    ? Finding.ok("network", host + " answers")
                    : Finding.fail(
                        "network",
                        host + " doesn't answer on port 443. Check the network and its firewall"))
        .toList();
  }
}
