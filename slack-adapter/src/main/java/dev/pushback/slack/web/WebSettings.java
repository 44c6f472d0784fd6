package dev.pushback.slack.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where Slack is, and how long to wait for it.
 *
 * @param api where the methods are, such as {@code https://slack.com/api/}; without TLS only on
 *     this machine, since a token goes with each request
 * @param connect how long a connection may take
 * @param call how long a whole request may take, connection and reply included
 * @param answersAt origins such as {@code http://127.0.0.1:9000} to which an answer may go besides
 *     Slack's own
 */
public record WebSettings(URI api, Duration connect, Duration call, Set<String> answersAt) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Adds the slash at the end, and checks. */
  public WebSettings {
    api = api.toString().endsWith("/") ? api : URI.create(api + "/");
    boolean safe =
        "https".equals(api.getScheme()) || (isHere(api) && "http".equals(api.getScheme()));
    if (!safe || host(api).isEmpty() || api.getRawUserInfo() != null || api.getRawQuery() != null) {
      throw new IllegalArgumentException("Slack's address must be a plain https:// address");
    }
    if (connect.isNegative() || connect.isZero() || call.isNegative() || call.isZero()) {
      throw new IllegalArgumentException("the times to wait must be more than nothing");
    }
    answersAt = Set.copyOf(answersAt);
  }

  /**
   * Slack itself, or another place that speaks like it: 3 seconds to connect, 15 for a request. If
   * it is on this machine, answers may go to it too.
   *
   * @throws IllegalArgumentException if it isn't https:// and not on this machine
   */
  public static WebSettings at(String api) {
    URI uri = URI.create(api);
    Set<String> origins = isHere(uri) ? Set.of(origin(uri)) : Set.of();
    return new WebSettings(uri, Duration.ofSeconds(3), Duration.ofSeconds(15), origins);
  }

  private static Optional<String> host(URI uri) {
    return Optional.ofNullable(uri.getHost());
  }

  private static boolean isHere(URI uri) {
    return host(uri).filter(THIS_MACHINE::contains).isPresent();
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
