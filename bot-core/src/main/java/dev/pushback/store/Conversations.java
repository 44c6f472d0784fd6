package dev.pushback.store;

import dev.pushback.people.Person;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the coach can write to people by itself. Each call is a transaction of its own. Such a
 * place is no secret, and nobody gets anywhere with it without the coach's own key to the platform;
 * it is kept as it is.
 */
public final class Conversations {
  /** What was heard of so lately needn't be written down again for each message. */
  static final Duration FRESH = Duration.ofMinutes(1);

  private final Database database;

  Conversations(Database database) {
    this.database = database;
  }

  /**
   * Keeps one. What was heard last stands, in whatever order things arrive. Whoever is heard of
   * again after they were blocked isn't any more.
   */
  public void save(Conversation one) {
    Optional<Conversation> known = find(one.tenant(), one.user());
    boolean knew =
        known
            .filter(one::isLike)
            .filter(before -> before.updatedAt().plus(FRESH).isAfter(one.updatedAt()))
            .isPresent();
    if (!knew) {
      int unused = write(one);
    }
  }

  private int write(Conversation one) {
    return database.write(
        handle ->
            handle
                .createUpdate(
                    "insert into conversation (tenant_id, user_id, conversation_id, service_url,"
                        + " bot_id, platform_user_id, type, updated_at, blocked_at) values"
                        + " (:tenant, :user, :conversation, :url, :bot, :platformUser, :type, :at,"
                        + " :blocked) on conflict (tenant_id, user_id) do update set"
                        + " conversation_id = excluded.conversation_id, service_url ="
                        + " excluded.service_url, bot_id = excluded.bot_id, platform_user_id ="
                        + " excluded.platform_user_id, type = excluded.type, updated_at ="
                        + " excluded.updated_at, blocked_at = case when conversation.blocked_at >"
                        + " excluded.updated_at then conversation.blocked_at else"
                        + " excluded.blocked_at end where excluded.updated_at >="
                        + " conversation.updated_at")
                .bind("tenant", one.tenant())
                .bind("user", one.user())
                .bind("conversation", one.conversationId())
                .bind("url", one.serviceUrl().toString())
                .bind("bot", one.botId())
                .bind("platformUser", one.userId())
                .bind("type", one.type())
                .bind("at", one.updatedAt().toEpochMilli())
                .bind("blocked", Rows.millis(one.blockedSince()))
                .execute());
  }

  /** The one with this person, blocked or not. */
  public Optional<Conversation> find(String tenant, String user) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from conversation where tenant_id = :tenant and user_id = :user")
                .bind("tenant", tenant)
                .bind("user", user)
                .map((row, ctx) -> conversation(row))
                .findOne());
  }

  private static Conversation conversation(ResultSet row) throws SQLException {
    return new Conversation(
        row.getString("tenant_id"),
        row.getString("user_id"),
        row.getString("conversation_id"),
        URI.create(row.getString("service_url")),
        row.getString("bot_id"),
        row.getString("platform_user_id"),
        row.getString("type"),
        Rows.instant(row, "updated_at"),
        Rows.maybeInstant(row, "blocked_at"));
  }

  /**
   * Notes that the platform takes nothing for a person.
   *
   * @param since when that was tried; whoever was heard of after that isn't blocked
   * @return whether that changed anything
   */
  public boolean block(String tenant, String user, Instant since) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        "update conversation set blocked_at = :since where tenant_id = :tenant and"
                            + " user_id = :user and updated_at <= :since and blocked_at is null")
                    .bind("tenant", tenant)
                    .bind("user", user)
                    .bind("since", since.toEpochMilli())
                    .execute())
        == 1;
  }

  /**
   * Forgets the one with a person who took the coach out.
   *
   * @param at when they did; one heard of later stays
   * @return whether there was one
   */
  public boolean retire(String tenant, String user, Instant at) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        "delete from conversation where tenant_id = :tenant and user_id = :user and"
                            + " updated_at <= :at")
                    .bind("tenant", tenant)
                    .bind("user", user)
                    .bind("at", at.toEpochMilli())
                    .execute())
        == 1;
  }

  /** Everybody in an organisation who can be written to, in the order of their ids. */
  public List<Person> of(String tenant) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select user_id from conversation where tenant_id = :tenant and blocked_at is"
                        + " null order by user_id")
                .bind("tenant", tenant)
                .mapTo(String.class)
                .map(user -> new Person(tenant, user))
                .list());
  }

  @Override
  public String toString() {
    return "conversations in a " + database;
  }
}
