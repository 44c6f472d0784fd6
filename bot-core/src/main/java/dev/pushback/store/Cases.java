package dev.pushback.store;

import dev.pushback.partner.Case;
import dev.pushback.partner.Case.Stance;
import dev.pushback.partner.Case.State;
import dev.pushback.partner.Round;
import dev.pushback.partner.VouchedFact;
import dev.pushback.playbook.Firmness;
import dev.pushback.script.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a person and the coach talked about. */
public final class Cases {
  private static final String MINE =
      "select * from item_case where tenant_id = :tenant and user_id = :user";

  private final Rows rows;

  Cases(Rows rows) {
    this.rows = rows;
  }

  /** The one with this id, if it is this person's. */
  public Optional<Case> find(String id) {
    return rows.query(MINE + " and id = :id").bind("id", id).map((row, ctx) -> read(row)).findOne();
  }

  /** The latest, the one touched last first; at most so many. */
  public List<Case> latest(int most) {
    return rows.query(MINE + " order by touched_at desc, id desc limit :most")
        .bind("most", most)
        .map((row, ctx) -> read(row))
        .list();
  }

  private Case read(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Case(
        id,
        Rows.string(row, "partner_id"),
        rows.text(row, "item_case", "text"),
        row.getString("situation"),
        Rows.string(row, "partner_kind"),
        new Stance(
            row.getInt("round"),
            Firmness.byId(row.getString("firmness")).orElse(Firmness.STEADY),
            Channel.byId(row.getString("channel")).orElse(Channel.CHAT)),
        row.getInt("boss_round"),
        rows.text(row, "item_case", "target"),
        rows.text(row, "item_case", "bottom"),
        State.byId(row.getString("state")),
        Rows.instant(row, "opened_at"),
        Rows.instant(row, "touched_at"),
        rounds(id),
        facts(id));
  }

  private List<Round> rounds(String id) {
    return rows.query(
            "select * from round where tenant_id = :tenant and user_id = :user and case_id = :id"
                + " order by seq")
        .bind("id", id)
        .map(
            (row, ctx) ->
                new Round(
                    row.getInt("round"),
                    rows.text(row, "round", "asked"),
                    Rows.instant(row, "asked_at"),
                    row.getString("answered") == null
                        ? Optional.empty()
                        : Optional.of(rows.text(row, "round", "answered")),
                    Rows.maybeInstant(row, "answered_at")))
        .list();
  }

  private List<VouchedFact> facts(String id) {
    return rows.query(
            "select * from fact where tenant_id = :tenant and user_id = :user and case_id = :id"
                + " order by kind")
        .bind("id", id)
        .map(
            (row, ctx) ->
                new VouchedFact(
                    VouchedFact.Kind.byId(row.getString("kind")).orElseThrow(),
                    rows.text(row, "fact", "words"),
                    rows.text(row, "fact", "source"),
                    row.getInt("consent") == 1,
                    Rows.instant(row, "vouched_at"),
                    Rows.instant(row, "expires_at")))
        .list();
  }

  /** Keeps one, new or changed, with its rounds and facts. */
  public void keep(Case one) {
    rows.update(
            "insert into item_case (tenant_id, user_id, id, partner_id, text, situation,"
                + " partner_kind, round, firmness, channel, boss_round, target, bottom, state,"
                + " opened_at, touched_at, closed_at) values (:tenant, :user, :id, :partner, :text,"
                + " :situation, :kind, :round, :firmness, :channel, :boss, :target, :bottom,"
                + " :state, :opened, :touched, :closed) on conflict (tenant_id, user_id, id) do"
                + " update set partner_id = excluded.partner_id, text = excluded.text, situation ="
                + " excluded.situation, partner_kind = excluded.partner_kind, round ="
                + " excluded.round, firmness = excluded.firmness, channel = excluded.channel,"
                + " boss_round = excluded.boss_round, target = excluded.target, bottom ="
                + " excluded.bottom, state = excluded.state, touched_at = excluded.touched_at,"
                + " closed_at = excluded.closed_at")
        .bind("id", one.id())
        .bind("partner", Rows.text(one.partnerId()))
        .bind("text", rows.seal("item_case.text", one.id(), one.text()))
        .bind("situation", one.situation())
        .bind("kind", Rows.text(one.partnerKind()))
        .bind("round", one.stance().round())
        .bind("firmness", one.stance().firmness().id())
        .bind("channel", one.stance().channel().id())
        .bind("boss", one.bossRound())
        .bind("target", rows.seal("item_case.target", one.id(), one.target()))
        .bind("bottom", rows.seal("item_case.bottom", one.id(), one.limit()))
        .bind("state", one.state().id())
        .bind("opened", one.openedAt().toEpochMilli())
        .bind("touched", one.touchedAt().toEpochMilli())
        .bind(
            "closed",
            one.state() == State.OPEN
                ? Rows.millis(Optional.empty())
                : Rows.millis(Optional.of(one.touchedAt())))
        .execute();
    keepRounds(one);
    keepFacts(one);
  }

  private void keepRounds(Case one) {
    rows.update(
            "delete from round where tenant_id = :tenant and user_id = :user and case_id = :id and"
                + " seq > :last")
        .bind("id", one.id())
        .bind("last", one.rounds().size())
        .execute();
    for (int seq = 1; seq <= one.rounds().size(); seq++) {
      Round round = one.rounds().get(seq - 1);
      String place = one.id() + "/" + seq;
      rows.update(
              "insert into round (tenant_id, user_id, case_id, seq, round, asked, asked_at,"
                  + " answered, answered_at) values (:tenant, :user, :id, :seq, :round, :asked,"
                  + " :asked_at, :answered, :answered_at) on conflict (tenant_id, user_id, case_id,"
                  + " seq) do update set round = excluded.round, asked = excluded.asked, asked_at ="
                  + " excluded.asked_at, answered = excluded.answered, answered_at ="
                  + " excluded.answered_at")
          .bind("id", one.id())
          .bind("seq", seq)
          .bind("round", round.round())
          .bind("asked", rows.seal("round.asked", place, round.asked()))
          .bind("asked_at", round.askedAt().toEpochMilli())
          .bind(
              "answered",
              Rows.text(round.answered().map(words -> rows.seal("round.answered", place, words))))
          .bind("answered_at", Rows.millis(round.answeredAt()))
          .execute();
    }
  }

  private void keepFacts(Case one) {
    rows.update("delete from fact where tenant_id = :tenant and user_id = :user and case_id = :id")
        .bind("id", one.id())
        .execute();
    for (VouchedFact fact : one.facts()) {
      String place = one.id() + "/" + fact.kind().id();
      rows.update(
              "insert into fact (tenant_id, user_id, case_id, kind, words, source, consent,"
                  + " vouched_at, expires_at) values (:tenant, :user, :id, :kind, :words, :source,"
                  + " :consent, :vouched, :expires)")
          .bind("id", one.id())
          .bind("kind", fact.kind().id())
          .bind("words", rows.seal("fact.words", place, fact.words()))
          .bind("source", rows.seal("fact.source", place, fact.source()))
          .bind("consent", fact.consent() ? 1 : 0)
          .bind("vouched", fact.vouchedAt().toEpochMilli())
          .bind("expires", fact.expiresAt().toEpochMilli())
          .execute();
    }
  }
}
