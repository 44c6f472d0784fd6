package dev.pushback.slack.door;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import java.util.Optional;

/** Makes the one Bolt app of the program. */
public final class BoltApp {
  private BoltApp() {}

  /**
   * An app without listeners. It asks nobody over the network by itself.
   *
   * @param signingSecret what requests over HTTP are verified with, once more after {@link
   *     Signature}; nothing with Socket Mode
   * @param slack how it reaches Slack
   * @param workspaces whose requests it answers
   */
  public static App make(Optional<String> signingSecret, Slack slack, Workspaces workspaces) {
    return NotYet.built();
  }
}
