package dev.pushback.slack;

import com.slack.api.bolt.context.builtin.EventContext;
import dev.pushback.people.Person;
import java.util.Optional;

/**
 * Who typed or pressed something in Slack.
 *
 * @param person whose memory it is about; their tenant is the workspace (or the organisation, if the
 *     app is installed for all of one) that the request came for
 * @param isColleague whether they belong to it; in a channel that is shared with another company,
 *     people of that company can press buttons, too
 */
record Speaker(Person person, boolean isColleague) {
  /** What the coach calls this platform. */
  static final String PLATFORM = "slack";

  /** Where a request came from, as every payload says it. */
  record Origin(Optional<String> team, Optional<String> enterprise, boolean isWholeOrganisation) {}

  /**
   * From what a verified request says.
   *
   * @param userTeam the workspace the user belongs to, where the payload says so
   * @throws IllegalArgumentException if it says neither workspace nor user
   */
  static Speaker of(Origin origin, Optional<String> user, Optional<String> userTeam) {
    Optional<String> home = origin.isWholeOrganisation() ? origin.enterprise() : origin.team();
    if (home.isEmpty() || user.isEmpty()) {
      throw new IllegalArgumentException("a request without a workspace or a user");
    }
    boolean isColleague =
        userTeam.isEmpty()
            || userTeam.equals(origin.team())
            || (origin.isWholeOrganisation() && userTeam.equals(origin.enterprise()));
    return new Speaker(new Person(tenant(home.get()), user.get()), isColleague);
  }

  /** From what Bolt read of an event: of several workspaces that it is for, the first. */
  static Origin origin(EventContext context) {
    return new Origin(
        Optional.ofNullable(context.getTeamId()),
        Optional.ofNullable(context.getEnterpriseId()),
        context.isEnterpriseInstall());
  }

  /** The workspace that an event is for. */
  static String tenant(EventContext context) {
    Origin origin = origin(context);
    return tenant(
        (origin.isWholeOrganisation() ? origin.enterprise() : origin.team()).orElseThrow());
  }

  /** What the coach calls a workspace. */
  static String tenant(String team) {
    return PLATFORM + ":" + team;
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
