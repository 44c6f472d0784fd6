package dev.pushback.store;

import dev.pushback.store.NudgeEntry.Kind;
import dev.pushback.store.NudgeEntry.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The ledger of what the coach brings up with one person. */
public final class Nudges {
  private static final int MOST = 200;

  private final Rows rows;

  Nudges(Rows rows) {
    this.rows = rows;
  }

  /**
   * One that was begun.
   *
   * @param at when its last try began
   * @param kind what it was
   * @param followUpId one thing it was about; empty if it was about none
   */
  public record Begun(String id, Instant at, Kind kind, Optional<String> followUpId) {}

  /**
   * Those that are still to be seen to: a reminder before what others share, so that it is never
   * hidden behind that; then the oldest first.
   */
  public List<NudgeEntry> live() {
    return rows.query(
            "select * from nudge where tenant_id = :tenant and user_id = :user and state in"
                + " ('pending', 'sending') order by case kind when :first then 0 else 1 end, made_at,"
                + " id limit :most")
        .bind("first", Kind.REMINDER.id())
        .bind("most", MOST)
        .map((row, ctx) -> entry(row))
        .list();
  }

  private NudgeEntry entry(ResultSet row) throws SQLException {
    return new NudgeEntry(
        row.getString("id"),
        Kind.byId(row.getString("kind")),
        State.byId(row.getString("state")),
        row.getInt("attempt"),
        Rows.instant(row, "made_at"),
        Rows.instant(row, "due_at"),
        Rows.maybeInstant(row, "sending_since"),
        row.getString("code"),
        Rows.string(row, "sender"),
        row.getString("body") == null ? "" : rows.text(row, "nudge", "body"));
  }

  /** What was sent, or may have been, since then; one row for each thing it was about. */
  public List<Begun> since(Instant from) {
    return rows.query(
            "select n.id, n.sending_since, n.kind, i.follow_up_id from nudge n left join nudge_item"
                + " i on i.tenant_id = n.tenant_id and i.user_id = n.user_id and i.nudge_id = n.id"
                + " where n.tenant_id = :tenant and n.user_id = :user and n.sending_since >= :from"
                + " and n.state in ('sending', 'sent', 'unknown')")
        .bind("from", from.toEpochMilli())
        .map(
            (row, ctx) ->
                new Begun(
                    row.getString("id"),
                    Rows.instant(row, "sending_since"),
                    Kind.byId(row.getString("kind")),
                    Rows.string(row, "follow_up_id")))
        .list();
  }

  /** When a follow-up was brought up last, or may have been. */
  public Optional<Instant> lastAbout(String followUpId) {
    return rows.query(
            "select n.sending_since from nudge n join nudge_item i on i.tenant_id = n.tenant_id and"
                + " i.user_id = n.user_id and i.nudge_id = n.id where n.tenant_id = :tenant and"
                + " n.user_id = :user and i.follow_up_id = :id and n.state in ('sending', 'sent',"
                + " 'unknown') order by n.sending_since desc limit 1")
        .bind("id", followUpId)
        .map((row, ctx) -> Rows.instant(row, "sending_since"))
        .findOne();
  }

  /** Writes down that a try begins, and what it is about. */
  public void begin(NudgeEntry entry, List<String> followUpIds) {
    rows.update(
            "insert into nudge (tenant_id, user_id, id, kind, state, attempt, made_at, due_at,"
                + " sending_since, code) values (:tenant, :user, :id, :kind, :state, :attempt,"
                + " :made, :due, :since, '') on conflict (tenant_id, user_id, id) do update set"
                + " state = excluded.state, attempt = excluded.attempt, due_at = excluded.due_at,"
                + " sending_since = excluded.sending_since")
        .bind("id", entry.id())
        .bind("kind", entry.kind().id())
        .bind("state", entry.state().id())
        .bind("attempt", entry.attempt())
        .bind("made", entry.madeAt().toEpochMilli())
        .bind("due", entry.dueAt().toEpochMilli())
        .bind("since", Rows.millis(entry.sendingSince()))
        .execute();
    if (entry.attempt() > 1) {
      rows.update(
              "delete from nudge_item where tenant_id = :tenant and user_id = :user and nudge_id ="
                  + " :id")
          .bind("id", entry.id())
          .execute();
    }
    if (!followUpIds.isEmpty()) {
      PreparedBatch items =
          rows.handle()
              .prepareBatch(
                  "insert into nudge_item (tenant_id, user_id, nudge_id, seq, follow_up_id) values"
                      + " (:tenant, :user, :id, :seq, :about)");
      for (int seq = 1; seq <= followUpIds.size(); seq++) {
        items
            .bind("tenant", rows.person().tenant())
            .bind("user", rows.person().user())
            .bind("id", entry.id())
            .bind("seq", seq)
            .bind("about", followUpIds.get(seq - 1))
            .add();
      }
      items.execute();
    }
  }

  /**
   * Writes down how a try ended, unless somebody else took it over meanwhile. That it was sent is
   * also believed when others had given it up as unknown.
   *
   * @return whether it was written down
   */
  public boolean end(NudgeEntry begun, State state, String code, Optional<String> ref) {
    return rows.update(
                "update nudge set state = :state, code = :code, ref = :ref, sent_at = :sent where"
                    + " tenant_id = :tenant and user_id = :user and id = :id and attempt = :attempt"
                    + " and state in ('sending', :also)")
            .bind("state", state.id())
            .bind("code", code)
            .bind("ref", Rows.text(ref))
            .bind(
                "sent",
                Rows.millis(state == State.SENT ? Optional.of(rows.now()) : Optional.empty()))
            .bind("id", begun.id())
            .bind("attempt", begun.attempt())
            .bind("also", (state == State.SENT ? State.UNKNOWN : State.PENDING).id())
            .execute()
        == 1;
  }

  /**
   * To be seen to at another time, in this state, unless somebody else took it over meanwhile.
   *
   * @return whether it was written down
   */
  public boolean putOff(NudgeEntry entry, State state, String code, Instant until) {
    return rows.update(
                "update nudge set state = :state, code = :code, due_at = :until where tenant_id ="
                    + " :tenant and user_id = :user and id = :id and attempt = :attempt and state"
                    + " in ('pending', 'sending')")
            .bind("state", state.id())
            .bind("code", code)
            .bind("until", until.toEpochMilli())
            .bind("id", entry.id())
            .bind("attempt", entry.attempt())
            .execute()
        == 1;
  }

  /** What a reminder was about, in its order. */
  public List<String> about(String id) {
    return rows.query(
            "select follow_up_id from nudge_item where tenant_id = :tenant and user_id = :user and"
                + " nudge_id = :id order by seq")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  /** The open follow-ups whose last reminder may not have arrived. */
  public Set<String> inDoubt() {
    return new HashSet<>(
        rows.query(
                "select i.follow_up_id from nudge n join nudge_item i on i.tenant_id = n.tenant_id"
                    + " and i.user_id = n.user_id and i.nudge_id = n.id join follow_up f on"
                    + " f.tenant_id = n.tenant_id and f.user_id = n.user_id and f.id ="
                    + " i.follow_up_id where n.tenant_id = :tenant and n.user_id = :user and"
                    + " n.state = 'unknown' and f.state = 'open' and not exists (select 1 from"
                    + " nudge_item j join nudge m on m.tenant_id = j.tenant_id and m.user_id ="
                    + " j.user_id and m.id = j.nudge_id where j.tenant_id = n.tenant_id and"
                    + " j.user_id = n.user_id and j.follow_up_id = f.id and m.state = 'sent' and"
                    + " m.made_at > n.made_at)")
            .mapTo(String.class)
            .list());
  }
}
