package dev.pushback.store;

import dev.pushback.people.Person;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What the coach remembers of one person, during one transaction. Nothing of anybody else can be
 * reached from here: every statement is bound to the person's tenant and user.
 */
public final class Memory {
  private final Rows rows;
  private final Supplier<String> ids;

  Memory(Handle handle, Person person, Vault vault, Supplier<String> ids, Instant now) {
    this.rows = new Rows(handle, person, vault, now);
    this.ids = ids;
  }

  /** The rows themselves. */
  Rows rows() {
    return rows;
  }

  /** Whose memory it is. */
  public Person person() {
    return rows.person();
  }

  /** The time of this transaction. */
  public Instant now() {
    return rows.now();
  }

  /** A fresh id. */
  public String newId() {
    return ids.get();
  }

  /** Who they are. */
  public People people() {
    return new People(rows);
  }

  /** Whom they deal with. */
  public Partners partners() {
    return new Partners(rows);
  }

  /** What they talked about. */
  public Cases cases() {
    return new Cases(rows);
  }

  /** What they got from their partners, and gave them. */
  public Concessions concessions() {
    return new Concessions(rows);
  }

  /** What they wait for. */
  public FollowUps followUps() {
    return new FollowUps(rows);
  }

  /** What the coach brought up, or is about to. */
  public Nudges nudges() {
    return new Nudges(rows);
  }

  /**
   * Whom something can be shared with.
   *
   * @param tenants where to look, apart from the person's own
   */
  public Teammates teammates(Set<String> tenants) {
    return new Teammates(rows, ids, tenants);
  }

  /**
   * Whether this event is here for the first time. Platforms deliver the same thing more than once;
   * what is noted here and what the event leads to are kept, or not, together.
   *
   * @param key what the platform calls the event
   */
  public boolean isFirst(String key) {
    return SeenEvents.isFirst(rows.handle(), rows.person().platform(), key, rows.now());
  }

  /** Not whose: it may end up in a log. */
  @Override
  public String toString() {
    return "a person's memory";
  }
}
