package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads about people. */
final class Directory {
  /** Slack's own bot, which it doesn't call one. */
  private static final String SLACKBOT = "USLACKBOT";

  private static final String PAGE = "200";
  private static final int MOST_PAGES = 20;

  private final Calls calls;

  /**
   * As much of a list as could be read.
   *
   * @param complete whether that is all
   */
  record Listed(List<SlackUser> users, boolean complete) {
    Listed {
      users = List.copyOf(users);
    }
  }

  Directory(Calls calls) {
    this.calls = calls;
  }

  /** What {@link #read} reads. */
  Reply ask(String tenant, String userId) {
    return calls.call(tenant, "users.info", Map.of("user", userId));
  }

  /** Empty if it isn't about this person. */
  static Optional<SlackUser> read(Reply reply, String userId) {
    return reply instanceof Reply.Ok ok
        ? Json.object(ok.body(), "user")
            .flatMap(Directory::user)
            .filter(user -> user.id().equals(userId))
        : Optional.empty();
  }

  /** Reads 4,000 at most. */
  Listed all(String tenant) {
    List<SlackUser> users = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Map<String, String> arguments =
          cursor
              .map(from -> Map.of("limit", PAGE, "cursor", from))
              .orElseGet(() -> Map.of("limit", PAGE));
      if (!(calls.call(tenant, "users.list", arguments) instanceof Reply.Ok ok)) {
        return new Listed(users, false);
      }
      Json.objects(ok.body(), "members").stream()
          .flatMap(one -> user(one).stream())
          .forEach(users::add);
      cursor = Json.nextPage(ok.body());
      if (cursor.isEmpty()) {
        return new Listed(users, true);
      }
    }
    return new Listed(users, true);
  }

  private static Optional<SlackUser> user(JsonObject from) {
    return Json.text(from, "id")
        .map(
            id ->
                new SlackUser(
                    id,
                    teams(from),
                    name(from).orElse(""),
                    Json.text(from, "tz").flatMap(Directory::zone),
                    Json.isTrue(from, "is_bot")
                        || Json.isTrue(from, "is_workflow_bot")
                        || id.equals(SLACKBOT),
                    Json.isTrue(from, "deleted"),
                    Json.isTrue(from, "is_restricted") || Json.isTrue(from, "is_ultra_restricted"),
                    Json.isTrue(from, "is_stranger")));
  }

  private static Set<String> teams(JsonObject from) {
    Set<String> teams = new HashSet<>();
    Json.text(from, "team_id").ifPresent(teams::add);
    Json.object(from, "enterprise_user")
        .ifPresent(
            member -> {
              Json.text(member, "enterprise_id").ifPresent(teams::add);
              teams.addAll(Json.texts(member, "teams"));
            });
    return teams;
  }

  private static Optional<String> name(JsonObject from) {
    Optional<JsonObject> profile = Json.object(from, "profile");
    return Stream.of(
            profile.flatMap(one -> Json.text(one, "display_name")),
            profile.flatMap(one -> Json.text(one, "real_name")),
            Json.text(from, "real_name"),
            Json.text(from, "name"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
