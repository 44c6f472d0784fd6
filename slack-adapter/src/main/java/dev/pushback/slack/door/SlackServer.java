package dev.pushback.slack.door;

import dev.pushback.operating.Metrics;
import dev.pushback.operating.Readiness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Listens for Slack over HTTP. */
public final class SlackServer implements AutoCloseable {

  /**
   * What is to be found there.
   *
   * @param events {@code /slack/events}; nothing with Socket Mode
   * @param pages {@code /slack/install} and {@code /slack/oauth_redirect}; nothing if there is one
   *     workspace only
   * @param readiness {@code /readyz}
   * @param metrics {@code /metrics}
   * @param metricsToken what the reader of the metrics has to show; if there is none, only this
   *     machine may read them
   */
  public record Routes(
      Optional<Events> events,
      Optional<OAuthPages> pages,
      Readiness readiness,
      Metrics metrics,
      Optional<String> metricsToken) {}

  /**
   * Starts it.
   *
   * @param where the port 0 takes any that is free
   * @throws IOException if the port is taken; the message says how to mend it
   */
  public static SlackServer start(InetSocketAddress where, Routes routes) throws IOException {
    return NotYet.built();
  }

  /** Where it listens. */
  public int port() {
    return NotYet.built();
  }

  /** Takes nothing new, and waits a few seconds for what is being answered. */
  @Override
  public void close() {
    NotYet.built();
  }
}
