package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What Teams answered. */
sealed interface Reply {
  /** Done. */
  record Ok(JsonNode body) implements Reply {
    /** Not the body. */
    @Override
    public String toString() {
      return "Ok";
    }
  }

  /**
   * Teams said no, and did nothing.
   *
   * @param code its own word, such as {@code ConversationBlockedByUser}
   */
  record Refused(int status, String code) implements Reply {}

  /**
   * Not now; nothing was done.
   *
   * @param everywhere whether that goes for everybody in the organisation, as far as one can tell
   */
  record Later(String code, Duration time, boolean everywhere) implements Reply {}

  /** It never left. */
  record NotSent(String code) implements Reply {}

  /** It may have been done. */
  record Lost(String code) implements Reply {}
}
