package dev.pushback.store;

import dev.pushback.partner.Case;
import dev.pushback.people.Person;
import dev.pushback.store.NudgeEntry.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Rows that tests need. */
final class TestRows {
  private TestRows() {}

  /** The same case, closed then. */
  static Case closed(Case one, Instant at) {
    return new Case(
        one.id(),
        one.partnerId(),
        one.text(),
        one.situation(),
        one.partnerKind(),
        one.stance(),
        one.bossRound(),
        one.target(),
        one.limit(),
        Case.State.CLOSED,
        one.openedAt(),
        at,
        one.rounds(),
        one.facts());
  }

  /** Where a person can be written to. */
  static Conversation conversation(Person person) {
    return Conversation.personal(
        person,
        "a:1-" + person.user(),
        URI.create("https://smba.example/emea/"),
        "28:bot",
        "29:" + person.user(),
        StoreContract.NOON);
  }

  /** Something got from a partner. */
  static void addConcession(Store store, Person person, String partner, String what) {
    store.with(
        person,
        memory ->
            memory
                .rows()
                .update(
                    "insert into concession (tenant_id, user_id, id, partner_id, direction, what,"
                        + " reason, kind, weight, unit, size, cost, on_day) values (:tenant, :user,"
                        + " 'k1', :partner, 'got', :what, :reason, 'discount', 'standard', 'scale',"
                        + " '3', 'low', '2026-03-01')")
                .bind("reason", memory.rows().seal("concession.reason", "k1", what))
                .bind("partner", partner)
                .bind("what", memory.rows().seal("concession.what", "k1", what))
                .execute());
  }

  /**
   * What was brought up with a person, n1 about f1, and what a teammate shared with them, n2.
   *
   * @param shared what was shared
   */
  static void addNudges(Store store, Person person, String shared) {
    store.with(
        person,
        memory -> {
          Instant now = memory.now();
          memory
              .nudges()
              .begin(NudgeEntry.fresh("n1", Kind.REMINDER, now).begun(now, now), List.of("f1"));
          memory
              .nudges()
              .begin(NudgeEntry.fresh("n2", Kind.SHARED, now).begun(now, now), List.of());
          return memory
              .rows()
              .update(
                  "update nudge set body = :body where tenant_id = :tenant and user_id = :user and"
                      + " id = 'n2'")
              .bind("body", memory.rows().seal("nudge.body", "n2", shared))
              .execute();
        });
  }
}
