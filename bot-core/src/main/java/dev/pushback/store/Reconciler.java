package dev.pushback.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Sets the alarms that are missing, by what the tables say: for follow-ups and nudges that are due
 * within the hour and whose person has no alarm, or one that rings too late. An alarm that is
 * ringing, or waits after a failure, is left alone. The work grows with what is due, not with what
 * there is.
 */
public final class Reconciler {
  private static final Duration AHEAD = Duration.ofHours(1);
  private static final Duration EVENTS = Duration.ofDays(2);
  private static final Duration LEDGER = Duration.ofDays(90);
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 1_000;

  /** Follow-ups while no reminder for the person is under way, since that is seen to first. */
  private static final String FOLLOW_UPS =
      "select p.id as id, f.next_nudge_at as at from follow_up f join person p on p.tenant_id ="
          + " f.tenant_id and p.user_id = f.user_id where f.next_nudge_at < :soon and f.state ="
          + " 'open' and (p.tenant_id = :platform or p.tenant_id like :tenants) and not exists"
          + " (select 1 from nudge n where n.tenant_id = f.tenant_id and n.user_id = f.user_id and"
          + " n.kind = 'reminder' and n.state in ('pending', 'sending'))";

  private static final String NUDGES =
      "select p.id as id, n.due_at as at from nudge n join person p on p.tenant_id = n.tenant_id"
          + " and p.user_id = n.user_id where n.due_at < :soon and n.state in ('pending',"
          + " 'sending') and (p.tenant_id = :platform or p.tenant_id like :tenants)";

  private final Database database;
  private final Set<String> platforms;
  private final Duration lateness;

  /**
   * For these platforms.
   *
   * @param platforms whose alarms it sets
   * @param spread so much later than what is due alarms may ring on purpose
   */
  public Reconciler(Database database, Set<String> platforms, Duration spread) {
    this.database = database;
    this.lateness = spread.plus(LATE);
    this.platforms = Set.copyOf(platforms);
  }

  /**
   * Sets what is missing, a thousand at a time, and forgets a little of what is long over.
   *
   * @return how many were missing
   */
  public int run(Instant now) {
    int all = 0;
    for (String platform : platforms) {
      for (String due : new String[] {FOLLOW_UPS, NUDGES}) {
        int some;
        do {
          some = database.write(handle -> set(handle, platform, due, now));
          all += some;
        } while (some == AT_ONCE);
      }
    }
    database.write(handle -> forget(handle, now));
    return all;
  }

  private int set(Handle handle, String platform, String due, Instant now) {
    return handle
        .createUpdate(
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                + " version) select :task, 'p:' || d.id, min(d.at), false, 1 from ("
                + due
                + ") as d where not exists (select 1 from scheduled_tasks t where t.task_name ="
                + " :task and t.task_instance = 'p:' || d.id and (t.picked or t.execution_time <="
                + " d.at or t.execution_time <= :late or t.consecutive_failures > 0)) group by"
                + " d.id order by d.id limit :most on conflict (task_name, task_instance) do update set"
                + " execution_time = excluded.execution_time, version = scheduled_tasks.version +"
                + " 1 where not scheduled_tasks.picked")
        .bind("task", Alarms.task(platform))
        .bind("platform", platform)
        .bind("tenants", platform + ":%")
        .bind("soon", now.plus(AHEAD).toEpochMilli())
        .bind("late", now.plus(lateness).toEpochMilli())
        .bind("most", AT_ONCE)
        .execute();
  }

  private static int forget(Handle handle, Instant now) {
    Update events =
        handle
            .createUpdate(
                "delete from seen_event where (platform, event_key) in (select platform, event_key"
                    + " from seen_event where at < :before order by at limit :most)")
            .bind("before", now.minus(EVENTS).toEpochMilli())
            .bind("most", AT_ONCE);
    Update nudges =
        handle
            .createUpdate(
                "delete from nudge where (tenant_id, user_id, id) in (select tenant_id, user_id, id"
                    + " from nudge where made_at < :before and state not in ('pending', 'sending')"
                    + " order by made_at limit :most)")
            .bind("before", now.minus(LEDGER).toEpochMilli())
            .bind("most", AT_ONCE);
    return events.execute() + nudges.execute();
  }
}
