package dev.pushback.teams.web;

import java.time.Duration;

/** What came of asking for a token. */
sealed interface Token {
  /** Here it is. */
  record Granted(String value) implements Token {
    /** Not the token. */
    @Override
    public String toString() {
      return "Granted";
    }
  }

  /** None is needed: this is the Agents Playground. */
  record None() implements Token {}

  /**
   * We aren't who we say.
   *
   * @param code such as {@code invalid-client}: the secret is wrong or too old
   */
  record Refused(String code) implements Token {}

  /** Not now. */
  record Later(Duration time) implements Token {}

  /** Nobody answered, or nothing that makes sense. */
  record Unreachable(String code) implements Token {}
}
