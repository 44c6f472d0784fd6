package dev.pushback.store;

import dev.pushback.partner.Case;
import dev.pushback.people.Person;
import java.time.Instant;

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
}
