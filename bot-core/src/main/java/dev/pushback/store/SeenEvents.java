package dev.pushback.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What arrived already. {@link Reconciler} forgets it after two days. */
final class SeenEvents {
  private SeenEvents() {}

  /** Notes an event; whether it is here for the first time. */
  static boolean isFirst(Handle handle, String platform, String key, Instant now) {
    return handle
            .createUpdate(
                "insert into seen_event (platform, event_key, at) values (:platform, :key, :at) on"
                    + " conflict (platform, event_key) do nothing")
            .bind("platform", platform)
            .bind("key", key)
            .bind("at", now.toEpochMilli())
            .execute()
        == 1;
  }
}
