package dev.pushback.store;

import dev.pushback.partner.Concession;
import dev.pushback.partner.Concession.Cost;
import dev.pushback.partner.Concession.Direction;
import dev.pushback.partner.Concession.Size;
import dev.pushback.partner.Concession.Weight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person got from their partners, and gave them. */
public final class Concessions {
  private static final String MINE =
      "select * from concession where tenant_id = :tenant and user_id = :user";

  private final Rows rows;

  Concessions(Rows rows) {
    this.rows = rows;
  }

  /**
   * One entry of the account.
   *
   * @param id opaque
   * @param partnerId with whom
   * @param what what was got or given
   */
  public record Entry(String id, String partnerId, Concession what) {}

  /** The one with this id, if it is this person's. */
  public Optional<Entry> find(String id) {
    return rows.query(MINE + " and id = :id")
        .bind("id", id)
        .map((row, ctx) -> entry(row))
        .findOne();
  }

  /** Everything with one partner, the newest first; at most so many. */
  public List<Entry> with(String partnerId, int most) {
    return rows.query(MINE + " and partner_id = :partner order by on_day desc, id limit :most")
        .bind("partner", partnerId)
        .bind("most", most)
        .map((row, ctx) -> entry(row))
        .list();
  }

  private Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("id"),
        row.getString("partner_id"),
        new Concession(
            Direction.valueOf(upper(row, "direction")),
            rows.text(row, "concession", "what"),
            row.getString("kind"),
            new Size(
                Size.Unit.valueOf(upper(row, "unit")), Double.parseDouble(row.getString("size"))),
            Weight.valueOf(upper(row, "weight")),
            Cost.valueOf(upper(row, "cost")),
            LocalDate.parse(row.getString("on_day")),
            Optional.of(rows.text(row, "concession", "reason")).filter(why -> !why.isEmpty())));
  }

  private static String upper(ResultSet row, String column) throws SQLException {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** Keeps one, new or changed. */
  public void keep(Entry entry) {
    Concession what = entry.what();
    rows.update(
            "insert into concession (tenant_id, user_id, id, partner_id, direction, what, reason,"
                + " kind, weight, unit, size, cost, on_day) values (:tenant, :user, :id, :partner,"
                + " :direction, :what, :reason, :kind, :weight, :unit, :size, :cost, :on) on"
                + " conflict (tenant_id, user_id, id) do update set weight = excluded.weight, cost"
                + " = excluded.cost")
        .bind("id", entry.id())
        .bind("partner", entry.partnerId())
        .bind("direction", lower(what.direction()))
        .bind("what", rows.seal("concession.what", entry.id(), what.what()))
        .bind("reason", rows.seal("concession.reason", entry.id(), what.reason().orElse("")))
        .bind("kind", what.kind())
        .bind("weight", lower(what.weight()))
        .bind("unit", lower(what.size().unit()))
        .bind("size", String.valueOf(what.size().value()))
        .bind("cost", lower(what.cost()))
        .bind("on", what.on().toString())
        .execute();
  }
}
