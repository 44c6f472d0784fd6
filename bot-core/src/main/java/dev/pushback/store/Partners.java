package dev.pushback.store;

import dev.pushback.partner.Partner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whom a person deals with. */
public final class Partners {
  private final Rows rows;

  Partners(Rows rows) {
    this.rows = rows;
  }

  /** All of them, in the order in which they were first named. */
  public List<Partner> all() {
    return rows.query(
            "select * from partner where tenant_id = :tenant and user_id = :user order by id")
        .map((row, ctx) -> partner(row))
        .list();
  }

  /** The one with this id, if it is this person's. */
  public Optional<Partner> find(String id) {
    return rows.query(
            "select * from partner where tenant_id = :tenant and user_id = :user and id = :id")
        .bind("id", id)
        .map((row, ctx) -> partner(row))
        .findOne();
  }

  /** How often this partner was thanked. */
  public int thanks(String id) {
    return rows.query(
            "select thanks from partner where tenant_id = :tenant and user_id = :user and id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /** They were thanked once more. */
  public void thank(String id) {
    rows.update(
            "update partner set thanks = thanks + 1 where tenant_id = :tenant and user_id = :user"
                + " and id = :id")
        .bind("id", id)
        .execute();
  }

  private Partner partner(ResultSet row) throws SQLException {
    return new Partner(
        row.getString("id"),
        rows.text(row, "partner", "name"),
        row.getString("kind"),
        Rows.zone(row, "zone"),
        Rows.string(row, "country"),
        Rows.day(row, "out_until_on"),
        Rows.day(row, "quiet_until_on"));
  }

  /** Keeps one, new or changed. */
  public void keep(Partner partner) {
    rows.update(
            "insert into partner (tenant_id, user_id, id, name, kind, zone, country, out_until_on,"
                + " quiet_until_on) values (:tenant, :user, :id, :name, :kind, :zone,"
                + " :country, :out, :quiet) on conflict (tenant_id, user_id, id) do update"
                + " set name = excluded.name, kind = excluded.kind, zone = excluded.zone, country ="
                + " excluded.country, out_until_on = excluded.out_until_on, quiet_until_on ="
                + " excluded.quiet_until_on")
        .bind("id", partner.id())
        .bind("name", rows.seal("partner.name", partner.id(), partner.name()))
        .bind("kind", partner.kind())
        .bind("zone", Rows.text(partner.zone()))
        .bind("country", Rows.text(partner.country()))
        .bind("out", Rows.text(partner.outUntil()))
        .bind("quiet", Rows.text(partner.quietUntil()))
        .execute();
  }
}
