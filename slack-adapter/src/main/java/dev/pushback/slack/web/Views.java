package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows windows and Homes. */
final class Views {
  private static final Set<String> EXPIRED =
      Set.of(
          "exchanged_trigger_id",
          "expired_trigger_id",
          "invalid_trigger_id",
          "trigger_exchanged",
          "trigger_expired");
  private static final Set<String> GONE = Set.of("hash_conflict", "not_found", "view_not_found");

  private final Calls calls;

  Views(Calls calls) {
    this.calls = calls;
  }

  /** Opens or pushes. */
  ViewOutcome show(String tenant, String method, String triggerId, View view) {
    return ask(tenant, method, Map.of("trigger_id", triggerId, "view", Json.write(view)));
  }

  ViewOutcome update(String tenant, String viewId, Optional<String> hash, View view) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("view_id", viewId);
    arguments.put("view", Json.write(view));
    hash.ifPresent(state -> arguments.put("hash", state));
    return ask(tenant, "views.update", arguments);
  }

  ViewOutcome publish(String tenant, String userId, View view) {
    return ask(tenant, "views.publish", Map.of("user_id", userId, "view", Json.write(view)));
  }

  private ViewOutcome ask(String tenant, String method, Map<String, String> arguments) {
    Reply reply = calls.call(tenant, method, arguments);
    if (reply instanceof Reply.Ok ok) {
      return shown(ok.body());
    }
    if (reply instanceof Reply.Refused refused) {
      return EXPIRED.contains(refused.code())
          ? new ViewOutcome.Expired()
          : GONE.contains(refused.code())
              ? new ViewOutcome.Gone()
              : new ViewOutcome.Failed(refused.code());
    }
    if (reply instanceof Reply.Limited) {
      return new ViewOutcome.Failed("rate-limited");
    }
    return new ViewOutcome.Failed(
        reply instanceof Reply.NotSent notSent ? notSent.code() : ((Reply.Lost) reply).code());
  }

  private static ViewOutcome shown(JsonObject reply) {
    Optional<JsonObject> view = Json.object(reply, "view");
    return view.flatMap(one -> Json.text(one, "id"))
        .<ViewOutcome>map(
            id -> new ViewOutcome.Shown(id, view.flatMap(one -> Json.text(one, "hash")).orElse("")))
        .orElseGet(() -> new ViewOutcome.Failed("no-view"));
  }
}
