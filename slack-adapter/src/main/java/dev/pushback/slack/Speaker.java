package dev.pushback.slack;

import com.slack.api.bolt.context.Context;
import dev.pushback.people.Person;
import dev.pushback.slack.door.Tenants;
import java.util.Optional;

/**
 * Who typed or pressed something in Slack.
 *
 * @param person whose memory it is about; their tenant is the workspace (or the organisation, if
 *     the coach is installed for all of one) that the request came for
 * @param isColleague whether they belong to it; in a channel that is shared with another company,
 *     people of that company can press buttons, too
 */
record Speaker(Person person, boolean isColleague) {
  /** What the coach calls this platform. */
  static final String PLATFORM = "slack";

  /**
   * From what a verified request says.
   *
   * @param user how Slack calls them
   * @param userTeam the workspace they belong to, where the request says so
   * @throws IllegalArgumentException if it says neither workspace nor user
   */
  static Speaker of(Context context, Optional<String> user, Optional<String> userTeam) {
    String tenant = Tenants.of(context);
    boolean isColleague =
        userTeam
            .filter(team -> !Tenants.named(team).equals(tenant))
            .filter(team -> !team.equals(context.getTeamId()))
            .isEmpty();
    return new Speaker(
        new Person(tenant, user.orElseThrow(() -> new IllegalArgumentException("nobody spoke"))),
        isColleague);
  }

  /** The workspace they are in. */
  String tenant() {
    return person.tenant();
  }

  /** How Slack calls them. */
  String user() {
    return person.user();
  }
}
