package dev.pushback.slack;

import dev.pushback.adapter.AdapterMain;
import java.nio.charset.Charset;
import java.time.Duration;

/** Starts the coach on Slack. */
public final class SlackMain {
  /** With half of it for the memory, Slack has heard from us within a third of a second. */
  private static final Duration PATIENCE = Duration.ofMillis(180);

  private SlackMain() {}

  /** Runs until it is told to end; 1 if it can't start, 2 if a setting is wrong. */
  public static void main(String[] args) {
    if (args.length > 0) {
      AdapterMain.misused(
          "slack takes no more words. Its settings come from the environment; see"
              + " config/pushback.env.example");
    }
    AdapterMain.run(
        environment -> {
          SlackSettings settings = SlackSettings.of(environment, Charset.defaultCharset());
          String how = settings.appToken().isPresent() ? "by Socket Mode" : "over HTTP";
          return new AdapterMain.Prepared(
              Speaker.PLATFORM,
              "on Slack " + how + ", " + settings.access(),
              PATIENCE,
              stage -> SlackAdapter.on(stage, settings));
        });
  }
}
