package dev.pushback.slack;

import dev.pushback.chat.Settings;
import dev.pushback.chat.Settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the coach on Slack. Until there is something to start, it says so. */
public final class SlackMain {

  private static final Settings SETTINGS =
      Settings.ofAdapter(
          3000,
          Setting.required("SLACK_SIGNING_SECRET", "proves that a request comes from Slack"),
          Setting.required("SLACK_BOT_TOKEN", "lets the coach post in your workspace"),
          Setting.optional("SLACK_APP_TOKEN", "Socket Mode, which needs no public address"),
          Setting.optional("SLACK_CLIENT_ID", "installs the coach into many workspaces"),
          Setting.optional("SLACK_CLIENT_SECRET", "goes with SLACK_CLIENT_ID"));

  private SlackMain() {}

  /** Says what is set and what is missing, and ends with 1, since nothing was started. */
  public static void main(String[] args) {
    report(System.getenv()).forEach(System.err::println);
    System.exit(1);
  }

  static List<String> report(Map<String, String> environment) {
    return Stream.concat(
            Stream.of(
                "The Slack adapter is not built yet. The console is: start it with ./pushback",
                "",
                "On Slack the coach will read these environment variables:",
                ""),
            SETTINGS.report(environment).stream().map(line -> "  " + line))
        .toList();
  }
}
