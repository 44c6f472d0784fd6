package dev.pushback.store;

import dev.pushback.people.Person;
import dev.pushback.people.Teammate;
import dev.pushback.store.NudgeEntry.Kind;
import dev.pushback.store.NudgeEntry.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/**
 * Whom a person can share something with: those who spoke with the coach, want to be shared with,
 * and belong to the same tenant or one that is linked with it.
 */
public final class Teammates {
  private static final String NAME = Table.of("person").place("name", "");

  private static final String BODY = "body";

  private static final int MOST_TOLD = 3;

  private static final int MOST_PEOPLE = 10_000;

  /**
   * Two arrive on a day: what is twentieth in the queue comes after ten days. More would be of no
   * use.
   */
  private static final int MOST_WAITING = 20;

  /** Whoever shares the same again within this time pressed the button twice, or forgot. */
  private static final Duration SAME_AGAIN = Duration.ofDays(1);

  private final Rows rows;
  private final Supplier<String> ids;
  private final Set<String> tenants;

  Teammates(Rows rows, Supplier<String> ids, Set<String> linked) {
    this.rows = rows;
    this.ids = ids;
    this.tenants = new LinkedHashSet<>(linked);
    tenants.add(rows.person().tenant());
  }

  private record Known(Person person, Teammate teammate) {}

  /**
   * Those whose name has these words in it, in the order of their names; at most so many. Names are
   * stored encrypted, so that all of them are read.
   */
  public List<Teammate> named(String words, int most) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return known("", "")
        .map(Known::teammate)
        .filter(one -> !one.name().isBlank())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(Comparator.comparing(Teammate::name).thenComparing(Teammate::id))
        .limit(most)
        .toList();
  }

  /**
   * Those in the person's own tenant, as something to pick from: their names, by how their platform
   * calls them.
   *
   * @param most how many, by their names
   */
  public Map<String, String> pickable(int most) {
    Map<String, String> names = new LinkedHashMap<>();
    known(" and tenant_id = :value", rows.person().tenant())
        .filter(one -> !one.teammate().name().isBlank())
        .sorted(Comparator.comparing(one -> one.teammate().name()))
        .limit(most)
        .forEach(one -> names.put(one.person().user(), one.teammate().name()));
    return names;
  }

  /** The one with this id, if something can be shared with them. */
  public Optional<Teammate> find(String id) {
    return known(" and id = :value", id).map(Known::teammate).findFirst();
  }

  /**
   * The one whom their platform calls so, in the person's own tenant, if something can be shared
   * with them. Whether nobody is known by it or they don't want to be shared with can't be told.
   */
  public Optional<Teammate> picked(String user) {
    return known(" and tenant_id = :tenant and user_id = :value", user)
        .map(Known::teammate)
        .findFirst();
  }

  private Stream<Known> known(String which, String value) {
    Query query =
        rows.query(
            "select tenant_id, user_id, id, name from person where tenant_id in (<tenants>) and not"
                + " (tenant_id = :tenant and user_id = :user) and shares = 1 and talked = 1"
                + which
                + " limit :most");
    if (!which.isEmpty()) {
      query.bind("value", value);
    }
    return query
        .bindList("tenants", List.copyOf(tenants))
        .bind("most", MOST_PEOPLE)
        .map(
            (row, ctx) -> {
              Person person = new Person(row.getString("tenant_id"), row.getString("user_id"));
              String name = rows.vault().open(person, NAME, row.getString("name"));
              return new Known(person, new Teammate(row.getString("id"), name, person.platform()));
            })
        .list()
        .stream();
  }

  /**
   * Shares something. It is kept with everything else of this transaction, encrypted for whom it is
   * for, and sent by the process of their platform.
   *
   * <p>What this person shared with them already isn't sent again while it is on its way, and
   * within a day.
   *
   * @param body what to share; how it is shown is decided when it is sent
   * @return whether it will arrive, or did; false if they may not be shared with, or too much waits
   *     for them already
   */
  public boolean share(Teammate with, String body) {
    return known(" and id = :value", with.id())
        .map(Known::person)
        .findFirst()
        .filter(to -> isShared(to, body) || (waiting(to) < MOST_WAITING && add(to, body)))
        .isPresent();
  }

  private int waiting(Person to) {
    return rows.handle()
        .createQuery(
            "select count(*) from nudge where tenant_id = :to_tenant and user_id = :to_user and"
                + " kind = :kind and state in ('pending', 'sending')")
        .bind("to_tenant", to.tenant())
        .bind("to_user", to.user())
        .bind("kind", Kind.SHARED.id())
        .mapTo(Integer.class)
        .one();
  }

  /** Bodies are stored encrypted, so that the few of this sender are opened. */
  private boolean isShared(Person to, String body) {
    return rows.query(
            "select n.id, n.body from nudge n join person p on p.id = n.sender where p.tenant_id ="
                + " :tenant and p.user_id = :user and n.tenant_id = :to_tenant and n.user_id ="
                + " :to_user and n.kind = :kind and (n.state in ('pending', 'sending') or (n.state"
                + " in ('sent', 'unknown') and n.sending_since > :since))")
        .bind("to_tenant", to.tenant())
        .bind("to_user", to.user())
        .bind("kind", Kind.SHARED.id())
        .bind("since", rows.now().minus(SAME_AGAIN).toEpochMilli())
        .map((row, ctx) -> rows.vault().open(to, place(row.getString("id")), row.getString(BODY)))
        .list()
        .contains(body);
  }

  private boolean add(Person to, String body) {
    String id = ids.get();
    rows.update(
            "insert into nudge (tenant_id, user_id, id, kind, state, attempt, made_at, due_at,"
                + " code, sender, body) select :to_tenant, :to_user, :id, :kind, 'pending', 0,"
                + " :now, :now, '', p.id, :body from person p where p.tenant_id = :tenant and"
                + " p.user_id = :user")
        .bind("to_tenant", to.tenant())
        .bind("to_user", to.user())
        .bind("id", id)
        .bind("kind", Kind.SHARED.id())
        .bind("now", rows.now().toEpochMilli())
        .bind(BODY, rows.vault().seal(to, place(id), body))
        .execute();
    Alarms.wake(rows.handle(), to, rows.now());
    return true;
  }

  private static String place(String id) {
    return Table.of("nudge").place(BODY, id);
  }

  /** Whoever has this id, even if nothing can be shared with them any more; to say who shared. */
  public Optional<Teammate> sender(String id) {
    return rows.handle()
        .createQuery("select tenant_id, user_id, name from person where id = :id")
        .bind("id", id)
        .map(
            (row, ctx) -> {
              Person person = new Person(row.getString("tenant_id"), row.getString("user_id"));
              String name = rows.vault().open(person, NAME, row.getString("name"));
              return new Teammate(id, name, person.platform());
            })
        .findOne();
  }

  /**
   * Something this person shared that didn't arrive.
   *
   * @param name for whom it was; may be empty
   * @param at when it was shared
   * @param isSure whether it surely didn't; else it may have
   */
  public record Undelivered(String name, Instant at, boolean isSure) {}

  /** What this person shared since then and didn't arrive, the latest first; a few. */
  public List<Undelivered> undelivered(Instant since) {
    return rows.query(
            "select n.state, n.made_at, r.tenant_id, r.user_id, r.name from nudge n join person me"
                + " on me.id = n.sender join person r on r.tenant_id = n.tenant_id and r.user_id ="
                + " n.user_id where n.state in ('unknown', 'failed') and n.made_at > :since and"
                + " n.kind = :kind and me.tenant_id = :tenant and me.user_id = :user order by"
                + " n.made_at desc limit :most")
        .bind("since", since.toEpochMilli())
        .bind("kind", Kind.SHARED.id())
        .bind("most", MOST_TOLD)
        .map(
            (row, ctx) -> {
              Person to = new Person(row.getString("tenant_id"), row.getString("user_id"));
              return new Undelivered(
                  rows.vault().open(to, NAME, row.getString("name")),
                  Rows.instant(row, "made_at"),
                  row.getString("state").equals(State.FAILED.id()));
            })
        .list();
  }
}
