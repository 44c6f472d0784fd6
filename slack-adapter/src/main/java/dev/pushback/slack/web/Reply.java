package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import java.time.Instant;

/** What one of Slack's methods answered. */
sealed interface Reply {
  /** Done. */
  record Ok(JsonObject body) implements Reply {
    /** Not the body. */
    @Override
    public String toString() {
      return "Ok";
    }
  }

  /** Slack said no, and did nothing. */
  record Refused(String code) implements Reply {}

  /** Slack said "too many", now or a while ago; nothing was done. */
  record Limited(Instant until) implements Reply {}

  /** It never left. */
  record NotSent(String code) implements Reply {}

  /** It may have been done. */
  record Lost(String code) implements Reply {}
}
