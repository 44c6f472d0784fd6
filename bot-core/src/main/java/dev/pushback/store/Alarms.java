package dev.pushback.store;

import dev.pushback.people.Person;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The alarms: one for each person about whom something has to be brought up some time, at the
 * earliest of those times. An alarm only says "see to this person". It may ring in vain; it must
 * not ring late.
 *
 * <p>All of it is written with the connection of the caller, so that a follow-up and its alarm are
 * kept together or not at all. (db-scheduler's own client would wait for SQLite's only writer, and
 * on PostgreSQL write outside the transaction.)
 */
final class Alarms {
  private Alarms() {}

  /** The name never changes: alarms under another name would be lost. */
  static String task(String platform) {
    return "nudge-" + platform;
  }

  static String instance(String personId) {
    return "p:" + personId;
  }

  static String personId(String instance) {
    return instance.substring("p:".length());
  }

  /**
   * Makes a person's alarm ring no later than at this time. One that is ringing is left alone: when
   * it ends, {@link #next} finds what was written meanwhile.
   */
  static void wake(Handle handle, Person person, Instant at) {
    handle
        .createUpdate(
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                + " version) select :task, 'p:' || id, :at, false, 1 from person where tenant_id ="
                + " :tenant and user_id = :user on conflict (task_name, task_instance) do update"
                + " set execution_time = excluded.execution_time, version ="
                + " scheduled_tasks.version + 1 where not scheduled_tasks.picked and"
                + " scheduled_tasks.execution_time > excluded.execution_time")
        .bind("task", task(person.platform()))
        .bind("at", at.toEpochMilli())
        .bind("tenant", person.tenant())
        .bind("user", person.user())
        .execute();
  }

  /** When there is something to see to, by what the tables say. */
  static Optional<Instant> next(Handle handle, String personId) {
    return handle
        .createQuery(
            "select min(at) from (select n.due_at as at from nudge n join person p on n.tenant_id ="
                + " p.tenant_id and n.user_id = p.user_id where p.id = :id and n.state in"
                + " ('pending', 'sending') union all select f.next_nudge_at as at from follow_up f"
                + " join person p on f.tenant_id = p.tenant_id and f.user_id = p.user_id where p.id"
                + " = :id and f.state = 'open' and f.next_nudge_at is not null and not exists"
                + " (select 1 from nudge n where n.tenant_id = p.tenant_id and n.user_id ="
                + " p.user_id and n.kind = 'reminder' and n.state in ('pending', 'sending'))) as"
                + " times")
        .bind("id", personId)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** Keeps others from changing what belongs to a person until the end of the transaction. */
  static void lockPerson(Handle handle, boolean postgres, String personId) {
    if (postgres) {
      handle
          .createQuery("select 1 from person where id = :id for no key update")
          .bind("id", personId)
          .mapTo(Integer.class)
          .findOne();
    }
  }

  /**
   * Whether an alarm is still ours. From now until the end of the transaction nobody else changes
   * it: whoever wants to wake the person waits, and then finds it ended.
   */
  static boolean isHeld(Handle handle, boolean postgres, String task, String instance, long lease) {
    return handle
        .createQuery(
            "select version from scheduled_tasks where task_name = :task and task_instance ="
                + " :instance and version = :lease and picked"
                + (postgres ? " for update" : ""))
        .bind("task", task)
        .bind("instance", instance)
        .bind("lease", lease)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  /** It rang; it will ring again at this time, or never. */
  static void end(Handle handle, String task, String instance, Optional<Instant> next) {
    if (next.isEmpty()) {
      handle
          .createUpdate(
              "delete from scheduled_tasks where task_name = :task and task_instance = :instance")
          .bind("task", task)
          .bind("instance", instance)
          .execute();
      return;
    }
    handle
        .createUpdate(
            "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                + " consecutive_failures = 0, execution_time = :at, version = version + 1 where"
                + " task_name = :task and task_instance = :instance")
        .bind("at", next.get().toEpochMilli())
        .bind("task", task)
        .bind("instance", instance)
        .execute();
  }
}
