package dev.pushback.store;

import dev.pushback.people.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Who a person is, and what they are talking about. */
public final class People {
  private static final int MINUTES = 60;

  private final Rows rows;

  People(Rows rows) {
    this.rows = rows;
  }

  /** Notes that they were here, if only to look; whoever is new gets an id. */
  void see(Supplier<String> ids) {
    int known =
        rows.update(
                "update person set seen_at = :now where tenant_id = :tenant and user_id = :user")
            .bind("now", rows.now().toEpochMilli())
            .execute();
    if (known == 0) {
      rows.update(
              "insert into person (tenant_id, user_id, id, name, day_from, day_to, seen_at) values"
                  + " (:tenant, :user, :id, :name, :from, :to, :now) on conflict (tenant_id,"
                  + " user_id) do update set seen_at = :now")
          .bind("id", ids.get())
          .bind("name", rows.seal("person.name", "", Profile.UNKNOWN.name()))
          .bind("from", minutes(Profile.UNKNOWN.dayFrom()))
          .bind("to", minutes(Profile.UNKNOWN.dayTo()))
          .bind("now", rows.now().toEpochMilli())
          .execute();
    }
  }

  /** What is known about them. */
  public Profile profile() {
    return rows.query("select * from person where tenant_id = :tenant and user_id = :user")
        .map((row, ctx) -> profile(row))
        .one();
  }

  private Profile profile(ResultSet row) throws SQLException {
    return new Profile(
        rows.text(row, "person", "name"),
        Rows.zone(row, "zone"),
        Rows.string(row, "country"),
        time(row.getInt("day_from")),
        time(row.getInt("day_to")));
  }

  /** Keeps what is known about them. */
  public void keep(Profile profile) {
    rows.update(
            "update person set name = :name, zone = :zone, country = :country, day_from = :from,"
                + " day_to = :to where tenant_id = :tenant and user_id = :user")
        .bind("name", rows.seal("person.name", "", profile.name()))
        .bind("zone", Rows.text(profile.zone()))
        .bind("country", Rows.text(profile.country()))
        .bind("from", minutes(profile.dayFrom()))
        .bind("to", minutes(profile.dayTo()))
        .execute();
  }

  /** Notes that they said something; before that, teammates can't share anything with them. */
  public void talk() {
    rows.update(
            "update person set talked = 1 where tenant_id = :tenant and user_id = :user and talked"
                + " = 0")
        .execute();
  }

  /** Whether teammates may share something with them. */
  public boolean wantShares() {
    return rows.query("select shares from person where tenant_id = :tenant and user_id = :user")
        .mapTo(Integer.class)
        .map(shares -> shares == 1)
        .one();
  }

  /** Teammates may share something with them, or may not. */
  public void wantShares(boolean want) {
    rows.update("update person set shares = :want where tenant_id = :tenant and user_id = :user")
        .bind("want", want ? 1 : 0)
        .execute();
  }

  /** The thought they turned round last; empty if there is none. */
  public String thought() {
    return rows.query("select * from person where tenant_id = :tenant and user_id = :user")
        .map((row, ctx) -> rows.text(row, "person", "thought"))
        .one();
  }

  /** Keeps the thought they turned round last. */
  public void think(String thought) {
    rows.update(
            "update person set thought = :thought where tenant_id = :tenant and user_id = :user")
        .bind("thought", rows.seal("person.thought", "", thought))
        .execute();
  }

  /** The draft they had checked last; empty if there is none. */
  public String draft() {
    return rows.query("select * from person where tenant_id = :tenant and user_id = :user")
        .map((row, ctx) -> rows.text(row, "person", "draft"))
        .one();
  }

  /** The ids of what is left out for that draft. */
  public Set<String> leftOut() {
    return ids("draft_left");
  }

  /** The ids of what they never want to hear of. */
  public Set<String> muted() {
    return ids("muted");
  }

  private Set<String> ids(String column) {
    return rows.query(
            "select " + column + " from person where tenant_id = :tenant and user_id = :user")
        .mapTo(String.class)
        .map(ids -> ids.isEmpty() ? Set.<String>of() : new TreeSet<>(List.of(ids.split(","))))
        .one();
  }

  /**
   * Keeps the draft they had checked last.
   *
   * @param leftOut ids of what is left out for it
   */
  public void check(String draft, Set<String> leftOut) {
    rows.update(
            "update person set draft = :draft, draft_left = :left where tenant_id = :tenant and"
                + " user_id = :user")
        .bind("draft", rows.seal("person.draft", "", draft))
        .bind("left", joined(leftOut))
        .execute();
  }

  /** From now on these are never looked for in a draft, and all others are. */
  public void mute(Set<String> ids) {
    rows.update("update person set muted = :muted where tenant_id = :tenant and user_id = :user")
        .bind("muted", joined(ids))
        .execute();
  }

  private static String joined(Set<String> ids) {
    return String.join(",", new TreeSet<>(ids));
  }

  /** The case they are talking about. */
  public Optional<String> talkingAbout() {
    return rows.query("select case_id from person where tenant_id = :tenant and user_id = :user")
        .map((row, ctx) -> Rows.string(row, "case_id"))
        .one();
  }

  /** Now they talk about this case, or about none. */
  public void talkAbout(Optional<String> caseId) {
    rows.update("update person set case_id = :case where tenant_id = :tenant and user_id = :user")
        .bind("case", Rows.text(caseId))
        .execute();
  }

  private static int minutes(LocalTime time) {
    return time.getHour() * MINUTES + time.getMinute();
  }

  private static LocalTime time(int minutes) {
    return LocalTime.of(minutes / MINUTES, minutes % MINUTES);
  }
}
