package dev.pushback.slack.door;

import com.slack.api.bolt.App;
import java.io.IOException;

/** Listens for Slack over a connection that we open, without a public address. */
public final class SocketMode implements AutoCloseable {

  /**
   * Connects, and keeps connected.
   *
   * @param appToken begins with {@code xapp-}
   * @param app answers
   * @throws IOException if the first connection can't be made; the message says how to mend it
   */
  public static SocketMode start(String appToken, App app) throws IOException {
    return NotYet.built();
  }

  /** Whether Slack can reach us; for the readiness. Doesn't wait. */
  public boolean isConnected() {
    return NotYet.built();
  }

  /** Disconnects. */
  @Override
  public void close() {
    NotYet.built();
  }
}
