package dev.pushback.teams;

import dev.pushback.chat.Settings;
import dev.pushback.chat.Settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the coach on Microsoft Teams. Until there is something to start, it says so. */
public final class TeamsMain {

  private static final Settings SETTINGS =
      Settings.ofAdapter(
          3978,
          Setting.required("TEAMS_APP_ID", "the id the bot is registered with"),
          Setting.required("TEAMS_APP_PASSWORD", "proves that the coach is that bot"),
          Setting.required("TEAMS_TENANT_ID", "the organisation the bot is registered in"));

  private TeamsMain() {}

  /** Says what is set and what is missing, and ends with 1, since nothing was started. */
  public static void main(String[] args) {
    report(System.getenv()).forEach(System.err::println);
    System.exit(1);
  }

  static List<String> report(Map<String, String> environment) {
    return Stream.concat(
            Stream.of(
                "The Teams adapter is not built yet. The console is: start it with ./pushback",
                "",
                "On Microsoft Teams the coach will read these environment variables:",
                ""),
            SETTINGS.report(environment).stream().map(line -> "  " + line))
        .toList();
  }
}
