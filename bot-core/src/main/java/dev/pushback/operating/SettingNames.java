package dev.pushback.operating;

import java.util.Set;

/** The environment variables that any of our programs reads. */
final class SettingNames {
  /** All of them. */
  static final Set<String> ALL =
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
          "TEAMS_LOGIN_URL",
          "TEAMS_OPENID_METADATA_URL",
          "TEAMS_PLAYGROUND",
          "TEAMS_SERVICE_HOSTS",
          "TEAMS_TENANT_ID");

  private SettingNames() {}
}
