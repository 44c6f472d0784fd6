package dev.pushback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The workspaces that have installed the coach, with their tokens. Each call is a transaction of
 * its own.
 */
public final class Installations {
  private static final String ACTIVE = "active";

  /** The state of a workspace of which everything is to be erased. */
  static final String LEAVING = "leaving";

  private final Database database;
  private final Vault vault;

  Installations(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Keeps one; whoever installs again gets the new token in place of the old. */
  public void save(Installation installation) {
    database.write(
        handle ->
            upsert(
                    handle,
                    "token = excluded.token, bot_user = excluded.bot_user, scopes ="
                        + " excluded.scopes, installed_by = excluded.installed_by, installed_at ="
                        + " excluded.installed_at, state = excluded.state")
                .bind("tenant", installation.tenant())
                .bind("token", seal(installation.tenant(), installation.token()))
                .bind("bot", installation.botUser())
                .bind("scopes", installation.scopes())
                .bind("by", installation.installedBy())
                .bind("at", installation.installedAt().toEpochMilli())
                .bind("state", ACTIVE)
                .execute());
  }

  private static Update upsert(Handle handle, String change) {
    return handle.createUpdate(
        "insert into installation (tenant_id, token, bot_user, scopes, installed_by, installed_at,"
            + " state) values (:tenant, :token, :bot, :scopes, :by, :at, :state) on conflict"
            + " (tenant_id) do update set "
            + change);
  }

  private String seal(String tenant, String token) {
    return vault.seal(Table.ofWorkspace(tenant), Table.INSTALLATION.place("token", ""), token);
  }

  /**
   * The one of a workspace; nothing if it has none, or has left.
   *
   * @throws StoreException if the token can't be read: it was written with another key, or moved
   *     from another row
   */
  public Optional<Installation> find(String tenant) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from installation where tenant_id = :tenant and state = '"
                        + ACTIVE
                        + "'")
                .bind("tenant", tenant)
                .map((row, ctx) -> installation(row))
                .findOne());
  }

  private Installation installation(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant_id");
    return new Installation(
        tenant,
        vault.open(
            Table.ofWorkspace(tenant),
            Table.INSTALLATION.place("token", ""),
            row.getString("token")),
        row.getString("bot_user"),
        row.getString("scopes"),
        row.getString("installed_by"),
        Rows.instant(row, "installed_at"));
  }

  /**
   * All workspaces of a platform that have installed the coach, in their order.
   *
   * @param platform such as {@code slack}
   */
  public List<String> tenants(String platform) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select tenant_id from installation where tenant_id like :tenants and state = '"
                        + ACTIVE
                        + "' order by tenant_id")
                .bind("tenants", platform + ":%")
                .mapTo(String.class)
                .list());
  }

  /**
   * Forgets the token of a workspace, and nothing else of it: the coach may not act there any more,
   * and may be installed again.
   *
   * @param at when that happened; one installed later stays
   * @return whether there was one
   */
  public boolean remove(String tenant, Instant at) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        "delete from installation where tenant_id = :tenant and state = '"
                            + ACTIVE
                            + "' and installed_at <= :at")
                    .bind("tenant", tenant)
                    .bind("at", at.toEpochMilli())
                    .execute())
        == 1;
  }

  /**
   * Forgets the token of a workspace that took the coach out, and notes that everything of it is to
   * be erased: {@link Store#forgetTenant} does that, and if the program ends before, {@link
   * #leaving} names it at the next start.
   *
   * @param at when it took it out; if it installed the coach again since, nothing happens
   * @return whether everything of it is to be erased
   */
  public boolean leave(String tenant, Instant at) {
    return database.write(
        handle -> {
          boolean stays =
              handle
                  .createQuery(
                      "select 1 from installation where tenant_id = :tenant and state = '"
                          + ACTIVE
                          + "' and installed_at > :at"
                          + (database.isPostgres() ? " for update" : ""))
                  .bind("tenant", tenant)
                  .bind("at", at.toEpochMilli())
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (!stays) {
            upsert(handle, "token = excluded.token, state = excluded.state")
                .bind("tenant", tenant)
                .bind("token", seal(tenant, ""))
                .bind("bot", "")
                .bind("scopes", "")
                .bind("by", "")
                .bind("at", at.toEpochMilli())
                .bind("state", LEAVING)
                .execute();
          }
          return !stays;
        });
  }

  /**
   * The workspaces that took the coach out, and of which something may still be here, or come back
   * by what was begun before.
   */
  public List<String> leaving() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select tenant_id from installation where state = '"
                        + LEAVING
                        + "' order by tenant_id")
                .mapTo(String.class)
                .list());
  }

  @Override
  public String toString() {
    return "installations in a " + database;
  }
}
