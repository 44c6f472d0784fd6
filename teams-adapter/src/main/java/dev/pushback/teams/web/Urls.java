package dev.pushback.teams.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Addresses in Teams, of hosts that are allowed. */
final class Urls {
  /** The library would go up a step for them, even encoded. */
  private static final Pattern STEPS = Pattern.compile("\\.*");

  private final Predicate<URI> allowed;

  /**
   * Those at these hosts.
   *
   * @param allowed whether a service address is one of Teams
   */
  Urls(Predicate<URI> allowed) {
    this.allowed = allowed;
  }

  /**
   * An address below that of a service.
   *
   * @param steps as they are, not encoded
   * @return empty if the service isn't allowed, or something can't be a step
   */
  Optional<HttpUrl.Builder> below(URI serviceUrl, String... steps) {
    for (String step : steps) {
      if (STEPS.matcher(step).matches()) {
        return Optional.empty();
      }
    }
    // Asked of what the library makes of it, too: two readers of one address may see two hosts.
    return Optional.ofNullable(HttpUrl.parse(serviceUrl.toString()))
        .filter(url -> allowed.test(serviceUrl) && allowed.test(url.uri()))
        .map(url -> below(url, steps));
  }

  private static HttpUrl.Builder below(HttpUrl url, String... steps) {
    HttpUrl.Builder all = url.newBuilder().addPathSegment("v3").addPathSegment("conversations");
    for (String step : steps) {
      all.addEncodedPathSegment(
          URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return all;
  }
}
