package dev.pushback.chat;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a program can be told through environment variables.
 *
 * <p>The environment is always handed in, so that only a {@code main} reads the real one.
 */
public record Settings(List<Setting> all) {
  /** Every name that any of our programs reads. */
  public static final Set<String> NAMES =
      Set.of(
          "PUSHBACK_DATA",
          "PUSHBACK_DB",
          "PUSHBACK_HOST",
          "PUSHBACK_JAVA_OPTS",
          "PUSHBACK_KEEP_DAYS",
          "PUSHBACK_KEY",
          "PUSHBACK_KEY_FILE",
          "PUSHBACK_LINKED_TENANTS",
          "PUSHBACK_METRICS_TOKEN",
          "PUSHBACK_OPS_HOST",
          "PUSHBACK_OPS_PORT",
          "PUSHBACK_PLAYBOOK",
          "PUSHBACK_PORT",
          "SLACK_API_URL",
          "SLACK_APP_TOKEN",
          "SLACK_BOT_TOKEN",
          "SLACK_CLIENT_ID",
          "SLACK_CLIENT_SECRET",
          "SLACK_SIGNING_SECRET",
          "TEAMS_APP_ID",
          "TEAMS_APP_PASSWORD",
          "TEAMS_TENANT_ID");

  /** No two settings have the same name. */
  public Settings {
    all = List.copyOf(all);
    if (all.stream().map(Setting::name).collect(toUnmodifiableSet()).size() != all.size()) {
      throw new IllegalArgumentException("a setting is named twice in " + all);
    }
  }

  /** The platform's own settings, followed by those that every adapter has. */
  public static Settings ofAdapter(int port, Setting... platform) {
    List<Setting> all = new ArrayList<>(List.of(platform));
    all.add(Setting.preset("PUSHBACK_PORT", "the port to listen on", String.valueOf(port)));
    all.add(Setting.preset("PUSHBACK_HOST", "where that port listens", "this machine only"));
    all.add(Setting.preset("PUSHBACK_DB", "where to remember: a file or a URL", "pushback.db"));
    all.add(Setting.required("PUSHBACK_KEY", "encrypts what is remembered (or PUSHBACK_KEY_FILE)"));
    all.add(Setting.optional("PUSHBACK_KEY_FILE", "a file that holds the key instead"));
    all.add(Setting.preset("PUSHBACK_KEEP_DAYS", "how long what ended is kept", "365"));
    all.add(Setting.optional("PUSHBACK_OPS_PORT", "/health, /ready and /metrics"));
    all.add(Setting.preset("PUSHBACK_OPS_HOST", "where those listen", "this machine only"));
    all.add(Setting.optional("PUSHBACK_METRICS_TOKEN", "whoever reads /metrics has to show it"));
    all.add(Setting.optional("PUSHBACK_LINKED_TENANTS", "workspaces that share with each other"));
    all.add(Setting.optional("PUSHBACK_PLAYBOOK", "a folder that replaces the built-in playbook"));
    return new Settings(all);
  }

  /**
   * One line for each setting: whether it is set, and what it is for.
   *
   * <p>Never its value: people paste such reports into tickets, and half of the values are secrets.
   */
  public List<String> report(Map<String, String> environment) {
    int width = all.stream().mapToInt(setting -> setting.name().length()).max().orElse(0);
    return all.stream()
        .map(setting -> setting.describe(width, environment.getOrDefault(setting.name(), "")))
        .toList();
  }

  /** One environment variable. */
  public record Setting(String name, String purpose, boolean required, Optional<String> preset) {

    /** What has a preset value is never required. */
    public Setting {
      if (!name.matches("[A-Z][A-Z0-9_]*")) {
        throw new IllegalArgumentException("not the name of a setting: " + name);
      }
      if (purpose.isBlank()) {
        throw new IllegalArgumentException(name + " has no purpose");
      }
      if (required && preset.isPresent()) {
        throw new IllegalArgumentException(name + " is required although it has a preset value");
      }
    }

    /** A setting without which the program cannot start. */
    public static Setting required(String name, String purpose) {
      return new Setting(name, purpose, true, Optional.empty());
    }

    /** A setting whose absence switches something off. */
    public static Setting optional(String name, String purpose) {
      return new Setting(name, purpose, false, Optional.empty());
    }

    /** A setting whose absence means the preset value. */
    public static Setting preset(String name, String purpose, String value) {
      return new Setting(name, purpose, false, Optional.of(value));
    }

    private String describe(int width, String value) {
      String usually = preset.map(" (%s if not set)"::formatted).orElse("");
      return "%s  %-8s %s%s"
          .formatted(name + " ".repeat(width - name.length()), state(value), purpose, usually);
    }

    /**
     * A blank value counts as none, since {@code NAME=} in a file means that nobody filled it in.
     */
    private String state(String value) {
      if (!value.isBlank()) {
        return "set";
      }
      return required ? "missing" : "not set";
    }
  }
}
