package dev.pushback.teams.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the coach proves with that it is itself.
 *
 * @param appId the id of its registration
 * @param secret the password of the registration; empty in the Agents Playground, where nothing is
 *     proved
 * @param tenant the organisation it is registered for; empty for a registration for all
 */
public record Credentials(String appId, Optional<String> secret, Optional<String> tenant) {
  /** In whose name the tokens of registrations for all organisations are given out. */
  private static final String ALL = "botframework.com";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");

  /** Checks that the ids are ids and that the secret is there. */
  public Credentials {
    if (!ID.matcher(appId).matches() || tenant.filter(ID.asMatchPredicate().negate()).isPresent()) {
      throw new IllegalArgumentException("an app and an organisation are known by an id");
    }
    if (secret.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a secret isn't blank");
    }
  }

  /** Whose tokens these are, as a part of an address. */
  String authority() {
    return tenant.orElse(ALL);
  }

  /** What the coach is called in conversations. */
  String bot() {
    return "28:" + appId;
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "credentials of " + appId;
  }
}
