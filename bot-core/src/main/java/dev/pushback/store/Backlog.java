package dev.pushback.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What should have been brought up by now and wasn't yet. Asking costs as much as there is due, and
 * not as much as there is.
 *
 * @param due how many follow-ups of which no reminder is under way, and how many nudges that are
 * @param oldest since when the first of them has been due
 */
public record Backlog(long due, Optional<Instant> oldest) {

  static Backlog read(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select count(*) as due, min(at) as oldest from (select f.next_nudge_at as at from"
                + " follow_up f where f.next_nudge_at <= :now and f.state = 'open' and not exists"
                + " (select 1 from nudge n where n.tenant_id = f.tenant_id and n.user_id ="
                + " f.user_id and n.kind = 'reminder' and n.state in ('pending', 'sending')) union"
                + " all select due_at as at from nudge where due_at <= :now and state in"
                + " ('pending', 'sending')) as late")
        .bind("now", now.toEpochMilli())
        .map((row, ctx) -> new Backlog(row.getLong("due"), Rows.maybeInstant(row, "oldest")))
        .one();
  }

  /** How long the oldest has been due; zero if there is none. */
  public Duration age(Instant now) {
    return oldest
        .map(since -> Duration.between(since, now))
        .filter(age -> !age.isNegative())
        .orElse(Duration.ZERO);
  }
}
