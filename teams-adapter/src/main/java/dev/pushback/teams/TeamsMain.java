package dev.pushback.teams;

import dev.pushback.adapter.AdapterMain;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;

/** Starts the coach on Teams, or makes the package that is uploaded there. */
public final class TeamsMain {
  /** Teams gives up on a dialog after five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Path PACKAGE = Path.of("pushback-teams.zip");
  private static final int MOST_WORDS = 2;

  private TeamsMain() {}

  /** Runs until it is told to end; 1 if it can't start, 2 if a setting is wrong. */
  public static void main(String[] args) {
    if (args.length == 0) {
      run();
    } else if (args[0].equals("package") && args.length <= MOST_WORDS) {
      pack(args.length == MOST_WORDS ? Path.of(args[1]) : PACKAGE);
    } else {
      AdapterMain.misused(
          "teams takes no more words, but for: teams package [file]. Its settings come from the"
              + " environment; see config/pushback.env.example");
    }
  }

  private static void run() {
    AdapterMain.run(
        environment -> {
          TeamsSettings settings = TeamsSettings.of(environment, Charset.defaultCharset());
          return new AdapterMain.Prepared(
              Speaker.PLATFORM,
              "on Teams, " + settings.access(),
              PATIENCE,
              stage -> TeamsAdapter.on(stage, settings));
        });
  }

  private static void pack(Path file) {
    try {
      AppPackage.write(file, System.getenv().getOrDefault("TEAMS_APP_ID", ""));
      System.err.println("pushback: " + file + " can be uploaded to Teams");
    } catch (IOException | IllegalArgumentException e) {
      AdapterMain.misused(String.valueOf(e.getMessage()));
    }
  }
}
