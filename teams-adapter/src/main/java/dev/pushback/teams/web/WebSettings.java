package dev.pushback.teams.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where tokens come from, and how long to wait for Teams.
 *
 * @param login where tokens are given out, such as {@code https://login.microsoftonline.com/};
 *     without TLS only on this machine, since the secret goes there
 * @param connect how long a connection may take
 * @param call how long a whole request may take, connection and reply included
 * @param perTenant how many requests a second one organisation gets; Teams takes 30 (Microsoft's
 *     page "Optimize your bot with rate limiting")
 * @param connections how many connections are kept open while nothing is sent
 */
public record WebSettings(
    URI login, Duration connect, Duration call, int perTenant, int connections) {
  /** Where Microsoft gives out tokens. */
  public static final String MICROSOFT = "https://login.microsoftonline.com/";

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int USUAL_PER_TENANT = 30;
  private static final int USUAL_CONNECTIONS = 32;

  /** Adds the slash at the end, and checks. */
  public WebSettings {
    login = login.toString().endsWith("/") ? login : URI.create(login + "/");
    Optional<String> host = Optional.ofNullable(login.getHost());
    boolean safe =
        "https".equals(login.getScheme())
            || ("http".equals(login.getScheme())
                && host.filter(THIS_MACHINE::contains).isPresent());
    if (!safe || host.isEmpty() || login.getRawUserInfo() != null || login.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "the address that gives out tokens must be a plain https:// address");
    }
    if (connect.isNegative() || connect.isZero() || call.isNegative() || call.isZero()) {
      throw new IllegalArgumentException("the times to wait must be more than nothing");
    }
    if (perTenant < 2) {
      throw new IllegalArgumentException("an organisation gets two requests a second or more");
    }
    if (connections < 0) {
      throw new IllegalArgumentException("no fewer than no connections can be kept");
    }
  }

  /**
   * Microsoft, or another place that gives out tokens like it: 3 seconds to connect, 12 for a
   * request.
   *
   * @throws IllegalArgumentException if it isn't https:// and not on this machine
   */
  public static WebSettings at(String login) {
    return new WebSettings(
        URI.create(login),
        Duration.ofSeconds(3),
        Duration.ofSeconds(12),
        USUAL_PER_TENANT,
        USUAL_CONNECTIONS);
  }

  /**
   * The same, but each request has a connection of its own: for a server that closes those that
   * nothing is sent over after a few seconds, as Node does. A message that meets such a connection
   * is lost, and isn't sent again, since nobody can tell.
   */
  public WebSettings keepingNoConnections() {
    return new WebSettings(login, connect, call, perTenant, 0);
  }
}
