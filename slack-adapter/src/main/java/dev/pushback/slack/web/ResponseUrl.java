package dev.pushback.slack.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where one answer to what somebody did may go. It comes in with a request, so only addresses of
 * Slack are taken; whoever holds one can post with it, so it isn't shown.
 */
public final class ResponseUrl {
  private static final Set<String> SLACK =
      Set.of("https://hooks.slack.com", "https://hooks.slack-gov.com");

  private final String url;

  private ResponseUrl(String url) {
    this.url = url;
  }

  /**
   * Takes an address of Slack, or of an origin (such as {@code http://127.0.0.1:9000}) that is
   * allowed as well. Compared letter by letter up to the slash after the host, so there is no room
   * for a user, a port, a dot at the end, or another way of writing a host.
   */
  static Optional<ResponseUrl> of(String url, Set<String> alsoAllowed) {
    boolean known =
        Stream.concat(SLACK.stream(), alsoAllowed.stream())
            .anyMatch(origin -> url.startsWith(origin + "/"));
    return known && isPlain(url) ? Optional.of(new ResponseUrl(url)) : Optional.empty();
  }

  private static boolean isPlain(String url) {
    try {
      return new URI(url).getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  String url() {
    return url;
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return "ResponseUrl";
  }
}
