package dev.pushback.slack.web;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody as Slack knows them.
 *
 * @param id such as U1
 * @param teams the workspaces and the organisation they belong to
 * @param name what to call them; empty if Slack doesn't say
 * @param zone where their clock is
 * @param bot whether it is no human
 * @param deleted whether their account was closed
 * @param guest whether they see only some channels: often somebody from outside
 * @param stranger whether they are of another organisation
 */
public record SlackUser(
    String id,
    Set<String> teams,
    String name,
    Optional<ZoneId> zone,
    boolean bot,
    boolean deleted,
    boolean guest,
    boolean stranger) {
  /** Copies. */
  public SlackUser {
    teams = Set.copyOf(teams);
  }

  /**
   * Whether they are a human with an account in this workspace or organisation; it may be a
   * guest's.
   *
   * @param tenant such as {@code slack:T1}
   */
  public boolean isColleague(String tenant) {
    return !bot && !deleted && !stranger && teams.contains(Tenants.id(tenant));
  }

  /** Whether something of this workspace may be shown to them: a colleague, and no guest. */
  public boolean isInsider(String tenant) {
    return isColleague(tenant) && !guest;
  }

  /** Not the name. */
  @Override
  public String toString() {
    return "SlackUser[" + id + "]";
  }
}
