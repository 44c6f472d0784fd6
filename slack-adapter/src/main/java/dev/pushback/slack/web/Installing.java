package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks about tokens, and for one. */
final class Installing {
  /** An organisation's token needs a workspace with each question, and its events name others. */
  private static final String ORGANISATION = "whole-organisation";

  private static final Map<String, String> REASONS =
      Map.of(
          ORGANISATION,
          "This token is of an installation for a whole organisation. The coach works in single"
              + " workspaces: install it in one, and use that token.",
          "invalid_auth",
          "Slack doesn't know this token. Copy it again from the app's page.",
          "not_authed",
          "Slack doesn't know this token. Copy it again from the app's page.",
          "account_inactive",
          "The app was removed from the workspace. Install it again.",
          "token_revoked",
          "The token was revoked. Install the app again.",
          "token_expired",
          "The token has run out. Turn token rotation off and install again.",
          "not-a-bot",
          "This is a person's token. The coach needs the bot's, which begins xoxb-.");

  private final Calls calls;

  Installing(Calls calls) {
    this.calls = calls;
  }

  TokenCheck check(String token) {
    Reply reply = calls.call(Optional.of(token), "auth.test", Map.of());
    if (reply instanceof Reply.Ok ok) {
      return works(ok.body());
    }
    if (reply instanceof Reply.Refused refused) {
      return refused(refused.code());
    }
    String code =
        reply instanceof Reply.NotSent notSent
            ? notSent.code()
            : reply instanceof Reply.Lost lost ? lost.code() : "rate-limited";
    return code.equals("unusable-token")
        ? refused("invalid_auth")
        : new TokenCheck.Unreachable(code, "Slack can't be asked now: " + code + ".");
  }

  private static TokenCheck works(JsonObject reply) {
    if (isOfOrganisation(reply)) {
      return refused(ORGANISATION);
    }
    Optional<String> tenant = Json.text(reply, "team_id").map(Tenants::of);
    Optional<String> bot = Json.text(reply, "bot_id").flatMap(id -> Json.text(reply, "user_id"));
    return tenant.isPresent() && bot.isPresent()
        ? new TokenCheck.Works(tenant.get(), bot.get())
        : refused("not-a-bot");
  }

  private static boolean isOfOrganisation(JsonObject reply) {
    return Json.isTrue(reply, "is_enterprise_install");
  }

  private static TokenCheck refused(String code) {
    return new TokenCheck.Refused(
        code, REASONS.getOrDefault(code, "Slack refuses this token: " + code + "."));
  }

  Exchanged exchange(String clientId, String clientSecret, String code, String redirectUri) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("client_id", clientId);
    arguments.put("client_secret", clientSecret);
    arguments.put("code", code);
    if (!redirectUri.isEmpty()) {
      arguments.put("redirect_uri", redirectUri);
    }
    Reply reply = calls.call(Optional.empty(), "oauth.v2.access", arguments);
    if (reply instanceof Reply.Ok ok) {
      return installed(ok.body());
    }
    if (reply instanceof Reply.Refused refused) {
      return new Exchanged.Refused(refused.code());
    }
    return new Exchanged.Failed(
        reply instanceof Reply.NotSent notSent
            ? notSent.code()
            : reply instanceof Reply.Lost lost ? lost.code() : "rate-limited");
  }

  private static Exchanged installed(JsonObject reply) {
    if (Json.text(reply, "refresh_token").isPresent()) {
      // Such a token dies after half a day, and with it all that is to be followed up.
      return new Exchanged.Refused("token-rotation");
    }
    if (isOfOrganisation(reply)) {
      return new Exchanged.Refused(ORGANISATION);
    }
    Optional<String> tenant =
        Json.object(reply, "team").flatMap(one -> Json.text(one, "id")).map(Tenants::of);
    Optional<String> token =
        Json.text(reply, "access_token")
            .filter(one -> Json.text(reply, "token_type").filter("bot"::equals).isPresent());
    Optional<String> bot = Json.text(reply, "bot_user_id");
    if (tenant.isEmpty() || token.isEmpty() || bot.isEmpty()) {
      return new Exchanged.Failed("unreadable-reply");
    }
    return new Exchanged.Installed(
        tenant.get(),
        token.get(),
        bot.get(),
        Json.object(reply, "authed_user").flatMap(one -> Json.text(one, "id")).orElse(""),
        scopes(Json.text(reply, "scope").orElse("")));
  }

  private static Set<String> scopes(String text) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toSet());
  }
}
