package dev.pushback.slack.door;

import com.slack.api.bolt.App;
import java.util.function.Supplier;

/** What may come in at {@code /slack/events}, and what is answered. */
public final class Events {
  /**
   * Guards an app.
   *
   * @param signature who may come in
   * @param replays lets each in once
   * @param app answers
   * @param references makes what an error is called in the log, such as a short random id
   */
  public Events(Signature signature, ReplayGuard replays, App app, Supplier<String> references) {
    NotYet.built();
  }
}
