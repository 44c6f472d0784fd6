package dev.pushback.store;

import java.time.Instant;

/**
 * A workspace that has installed the coach.
 *
 * @param tenant the workspace or organisation, such as {@code slack:T1}
 * @param token lets the coach act there; a secret
 * @param botUser who the coach is there
 * @param scopes what it may do there, with commas between
 * @param installedBy who installed it; empty if that isn't known
 * @param installedAt when
 */
public record Installation(
    String tenant,
    String token,
    String botUser,
    String scopes,
    String installedBy,
    Instant installedAt) {

  /** Checks that the workspace and the token are there. */
  public Installation {
    if (tenant.isBlank() || token.isBlank()) {
      throw new IllegalArgumentException("an installation has a tenant and a token");
    }
  }

  /** Never the token: it may end up in a log. */
  @Override
  public String toString() {
    return "installation in " + tenant;
  }
}
