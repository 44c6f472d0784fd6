package dev.pushback.store;

import dev.pushback.followup.Contact;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.followup.FollowUp.State;
import dev.pushback.playbook.Rung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a person waits for. */
public final class FollowUps {
  private static final String MINE =
      " from follow_up where tenant_id = :tenant and user_id = :user";

  private final Rows rows;

  FollowUps(Rows rows) {
    this.rows = rows;
  }

  /** The one with this id, if it is this person's. */
  public Optional<FollowUp> find(String id) {
    return list(" and id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** What is still waited for, the longest first; at most so many. */
  public List<FollowUp> open(int most) {
    return list(
        " and state in ('open', 'parked') order by asked_at, id limit :most", Map.of("most", most));
  }

  /** What ended, the latest first; at most so many. */
  public List<FollowUp> ended(int most) {
    return list(
        " and state in ('done', 'elsewhere', 'let-go') order by ended_at desc, id limit :most",
        Map.of("most", most));
  }

  /** How many are still waited for. */
  public int countOpen() {
    return rows.query(
            "select count(*) from follow_up where tenant_id = :tenant and user_id = :user and state"
                + " in ('open', 'parked')")
        .mapTo(Integer.class)
        .one();
  }

  /** Everything with one partner, the newest first; at most so many. */
  public List<FollowUp> with(String partnerId, int most) {
    return list(
        " and partner_id = :partner order by asked_at desc, id limit :most",
        Map.of("partner", partnerId, "most", most));
  }

  /** What is still open with one partner. */
  public List<FollowUp> openWith(String partnerId) {
    return list(
        " and partner_id = :partner and state in ('open', 'parked') order by asked_at, id",
        Map.of("partner", partnerId));
  }

  /** With their contacts, in two statements however many there are. */
  private List<FollowUp> list(String which, Map<String, ?> values) {
    Map<String, List<Contact>> contacts = new HashMap<>();
    rows.query(
            "select * from contact where tenant_id = :tenant and user_id = :user and follow_up_id in"
                + " (select id"
                + MINE
                + which
                + ") order by follow_up_id, seq")
        .bindMap(values)
        .map((row, ctx) -> Map.entry(row.getString("follow_up_id"), contact(row)))
        .forEach(
            one ->
                contacts
                    .computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                    .add(one.getValue()));
    return rows.query("select *" + MINE + which)
        .bindMap(values)
        .map((row, ctx) -> followUp(row, contacts.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  private FollowUp followUp(ResultSet row, List<Contact> contacts) throws SQLException {
    String id = row.getString("id");
    return new FollowUp(
        id,
        row.getString("partner_id"),
        Rows.string(row, "case_id"),
        Direction.byId(row.getString("direction")),
        rows.text(row, "follow_up", "what"),
        row.getString("item"),
        row.getString("channel"),
        Rows.instant(row, "asked_at"),
        Rows.day(row, "promised_on"),
        Rows.day(row, "deadline_on"),
        State.byId(row.getString("state")),
        Rows.maybeInstant(row, "ended_at"),
        Rows.maybeInstant(row, "next_nudge_at"),
        Rows.day(row, "snoozed_until_on"),
        row.getInt("nudges"),
        Rung.byId(row.getString("rung")).orElseThrow(),
        row.getString("why_parked"),
        row.getLong("version"),
        contacts);
  }

  private List<Contact> contacts(String id) {
    return rows.query(
            "select * from contact where tenant_id = :tenant and user_id = :user and follow_up_id ="
                + " :id order by seq")
        .bind("id", id)
        .map((row, ctx) -> contact(row))
        .list();
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        Rows.instant(row, "at"),
        row.getString("channel"),
        Rung.byId(row.getString("rung")).orElseThrow());
  }

  /** Keeps one, new or changed, with its contacts. */
  public void keep(FollowUp followUp) {
    rows.update(
            "insert into follow_up (tenant_id, user_id, id, partner_id, case_id, direction, what,"
                + " item, channel, asked_at, promised_on, deadline_on, state, ended_at,"
                + " next_nudge_at, snoozed_until_on, nudges, rung, why_parked, version) values"
                + " (:tenant, :user, :id, :partner, :case, :direction, :what, :item, :channel,"
                + " :asked, :promised, :deadline, :state, :ended, :next, :snoozed, :nudges, :rung,"
                + " :why, 1) on conflict (tenant_id, user_id, id) do update set partner_id ="
                + " excluded.partner_id, case_id = excluded.case_id, direction ="
                + " excluded.direction, what = excluded.what, item = excluded.item, channel ="
                + " excluded.channel, asked_at = excluded.asked_at, promised_on ="
                + " excluded.promised_on, deadline_on = excluded.deadline_on, state ="
                + " excluded.state, ended_at = excluded.ended_at, next_nudge_at ="
                + " excluded.next_nudge_at, snoozed_until_on = excluded.snoozed_until_on, nudges ="
                + " excluded.nudges, rung = excluded.rung, why_parked = excluded.why_parked,"
                + " version = follow_up.version + 1")
        .bind("id", followUp.id())
        .bind("partner", followUp.partnerId())
        .bind("case", Rows.text(followUp.caseId()))
        .bind("direction", followUp.direction().id())
        .bind("what", rows.seal("follow_up.what", followUp.id(), followUp.what()))
        .bind("item", followUp.item())
        .bind("channel", followUp.channel())
        .bind("asked", followUp.askedAt().toEpochMilli())
        .bind("promised", Rows.text(followUp.promised()))
        .bind("deadline", Rows.text(followUp.deadline()))
        .bind("state", followUp.state().id())
        .bind("ended", Rows.millis(followUp.endedAt()))
        .bind("next", Rows.millis(followUp.nextNudgeAt()))
        .bind("snoozed", Rows.text(followUp.snoozedUntil()))
        .bind("nudges", followUp.nudges())
        .bind("rung", followUp.rung().id())
        .bind("why", followUp.whyParked())
        .execute();
    keepContacts(followUp);
    followUp.nextNudgeAt().ifPresent(at -> Alarms.wake(rows.handle(), rows.person(), at));
  }

  /**
   * What was to be brought up by then, the longest due first; at most so many.
   *
   * @param unreadable is told the id of a row that can't be read, and why; the others are returned
   */
  public List<FollowUp> due(Instant by, int most, BiConsumer<String, RuntimeException> unreadable) {
    List<Due> due =
        rows.query(
                "select *"
                    + MINE
                    + " and state = 'open' and next_nudge_at <= :by order by next_nudge_at, id"
                    + " limit :most")
            .bind("by", by.toEpochMilli())
            .bind("most", most)
            .map((row, ctx) -> tryToRead(row))
            .list();
    due.forEach(one -> one.error().ifPresent(error -> unreadable.accept(one.id(), error)));
    return due.stream().flatMap(one -> one.followUp().stream()).toList();
  }

  /** When something is to be brought up next, or was; nothing if there is nothing. */
  public Optional<Instant> nextDue() {
    return rows.query(
            "select min(next_nudge_at)"
                + MINE
                + " and state = 'open' and next_nudge_at is not null")
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private record Due(String id, Optional<FollowUp> followUp, Optional<RuntimeException> error) {}

  private Due tryToRead(ResultSet row) throws SQLException {
    String id = row.getString("id");
    try {
      return new Due(id, Optional.of(followUp(row, contacts(id))), Optional.empty());
    } catch (RuntimeException e) {
      return new Due(id, Optional.empty(), Optional.of(e));
    }
  }

  /**
   * It was brought up, or may have been: it will be again at this time, or not at all. What the
   * person changed since then stands.
   *
   * @param asOf when it was taken to be brought up
   * @param counts whether it surely was
   */
  public void broughtUp(String id, Instant asOf, Optional<Instant> next, boolean counts) {
    rows.update(
            "update follow_up set nudges = nudges + :one, next_nudge_at = case when next_nudge_at"
                + " <= :as_of then nullif(:next, -1) else next_nudge_at end, version = version + 1 where tenant_id = :tenant and"
                + " user_id = :user and id = :id and state = 'open'")
        .bind("one", counts ? 1 : 0)
        .bind("as_of", asOf.toEpochMilli())
        .bind("next", next.map(Instant::toEpochMilli).orElse(-1L))
        .bind("id", id)
        .execute();
  }

  /** To be brought up at another time. */
  public void putOff(String id, Instant until) {
    rows.update(
            "update follow_up set next_nudge_at = :until, version = version + 1 where tenant_id ="
                + " :tenant and user_id = :user and id = :id and state = 'open'")
        .bind("until", until.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /** It can't be brought up; also if it can't be read. */
  public void park(String id, String why) {
    rows.update(
            "update follow_up set state = 'parked', next_nudge_at = null, why_parked = :why,"
                + " version = version + 1 where tenant_id = :tenant and user_id = :user and id ="
                + " :id and state = 'open'")
        .bind("why", why)
        .bind("id", id)
        .execute();
  }

  /** None of those that are due can be brought up; also if they can't be read. */
  public void parkDue(String why) {
    rows.update(
            "update follow_up set state = 'parked', next_nudge_at = null, why_parked = :why,"
                + " version = version + 1 where tenant_id = :tenant and user_id = :user and state ="
                + " 'open' and next_nudge_at <= :now")
        .bind("why", why)
        .bind("now", rows.now().toEpochMilli())
        .execute();
  }

  private void keepContacts(FollowUp followUp) {
    for (int seq = 0; seq < followUp.contacts().size(); seq++) {
      Contact contact = followUp.contacts().get(seq);
      rows.update(
              "insert into contact (tenant_id, user_id, follow_up_id, seq, at, channel, rung) values"
                  + " (:tenant, :user, :id, :seq, :at, :channel, :rung) on conflict (tenant_id,"
                  + " user_id, follow_up_id, seq) do nothing")
          .bind("id", followUp.id())
          .bind("seq", seq)
          .bind("at", contact.at().toEpochMilli())
          .bind("channel", contact.channel())
          .bind("rung", contact.rung().id())
          .execute();
    }
  }
}
