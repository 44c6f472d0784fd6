package dev.pushback.web;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a platform that said "too many" wants to be left alone. */
public final class RetryAfter {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

  private RetryAfter() {}

  /**
   * Seconds, as the platforms send them; never over an hour.
   *
   * @param header the value of {@code Retry-After}
   * @param usual if it is anything else, or missing
   */
  public static Duration of(Optional<String> header, Duration usual) {
    Duration named =
        header
            .map(String::strip)
            .filter(SECONDS.asMatchPredicate())
            .map(Long::parseLong)
            .map(Duration::ofSeconds)
            .orElse(usual);
    return named.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : named;
  }
}
