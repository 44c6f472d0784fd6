package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import dev.pushback.nudge.Lookup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks about channels, and reads what stands in the coach's own conversation with a person. */
final class Conversations {
  private static final Pattern CHANNEL = Pattern.compile("[CGD][A-Z0-9]{1,40}");

  /** As many as Slack gives to any app at once. */
  private static final String PAGE = "15";

  private static final int MOST_PAGES = 5;

  /** Slack's clock and ours differ a little. */
  private static final Duration BEFORE = Duration.ofSeconds(30);

  /** A try takes less than a minute. */
  private static final Duration AFTER = Duration.ofMinutes(5);

  /** What a new try later doesn't change. */
  private static final Set<String> MAY_NOT_READ =
      Set.of("missing_scope", "not_allowed_token_type", "method_not_supported_for_channel_type");

  private final Calls calls;

  Conversations(Calls calls) {
    this.calls = calls;
  }

  Audience audience(String tenant, String channelId) {
    if (!CHANNEL.matcher(channelId).matches()) {
      return Audience.UNKNOWN;
    }
    Reply reply = calls.call(tenant, "conversations.info", Map.of("channel", channelId));
    return reply instanceof Reply.Ok ok
        ? Json.object(ok.body(), "channel")
            .filter(one -> Json.text(one, "id").filter(channelId::equals).isPresent())
            .map(Conversations::audience)
            .orElse(Audience.UNKNOWN)
        : Audience.UNKNOWN;
  }

  private static Audience audience(JsonObject channel) {
    if (Json.isTrue(channel, "is_ext_shared") || Json.isTrue(channel, "is_pending_ext_shared")) {
      return Audience.EXTERNAL;
    }
    if (Json.isTrue(channel, "is_im")) {
      return Audience.DIRECT;
    }
    if (Json.flag(channel, "is_ext_shared").isEmpty()) {
      return Audience.UNKNOWN;
    }
    if (Json.isTrue(channel, "is_org_shared")) {
      return Audience.ORG_SHARED;
    }
    return Json.isTrue(channel, "is_private")
            || Json.isTrue(channel, "is_group")
            || Json.isTrue(channel, "is_mpim")
        ? Audience.PRIVATE
        : Audience.INTERNAL;
  }

  /** The conversation with a person; opening it again changes nothing. */
  Reply open(String tenant, String userId) {
    return calls.call(tenant, "conversations.open", Map.of("users", userId));
  }

  static Optional<String> opened(Reply reply) {
    return reply instanceof Reply.Ok ok
        ? Json.object(ok.body(), "channel").flatMap(one -> Json.text(one, "id"))
        : Optional.empty();
  }

  /** Whether a nudge stands in a conversation, of which the last try began then. */
  Lookup find(String tenant, String channel, String nudgeId, Instant since) {
    boolean unreadable = false;
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Map<String, String> arguments = new HashMap<>();
      arguments.put("channel", channel);
      arguments.put("oldest", seconds(since.minus(BEFORE)));
      arguments.put("latest", seconds(since.plus(AFTER)));
      arguments.put("inclusive", "true");
      arguments.put("limit", PAGE);
      arguments.put("include_all_metadata", "true");
      cursor.ifPresent(from -> arguments.put("cursor", from));
      Reply reply = calls.call(tenant, "conversations.history", arguments);
      if (!(reply instanceof Reply.Ok ok)) {
        return unread(reply);
      }
      if (!Json.isList(ok.body(), "messages")) {
        return new Lookup.NotNow();
      }
      List<JsonObject> messages = Json.objects(ok.body(), "messages");
      Optional<String> ts =
          messages.stream()
              .filter(message -> payloadId(message).filter(nudgeId::equals).isPresent())
              .findFirst()
              .flatMap(message -> Json.text(message, "ts"));
      if (ts.isPresent()) {
        return new Lookup.Found(new MessageRef(channel, ts.get()).toString());
      }
      unreadable |= messages.stream().anyMatch(Conversations::hidesWhatItIs);
      cursor = Json.nextPage(ok.body());
      if (!Json.isTrue(ok.body(), "has_more")) {
        return unreadable ? new Lookup.CannotTell() : new Lookup.Missing();
      }
      if (cursor.isEmpty()) {
        break;
      }
    }
    return new Lookup.CannotTell();
  }

  /** What can't be read for want of a right isn't asked for again. */
  static Lookup unread(Reply reply) {
    return reply instanceof Reply.Refused refused && MAY_NOT_READ.contains(refused.code())
        ? new Lookup.CannotTell()
        : new Lookup.NotNow();
  }

  private static Optional<String> payloadId(JsonObject message) {
    return payload(message).flatMap(payload -> Json.text(payload, "id"));
  }

  private static Optional<JsonObject> payload(JsonObject message) {
    return Json.object(message, "metadata")
        .flatMap(metadata -> Json.object(metadata, "event_payload"));
  }

  /**
   * A message of an app without its mark: the nudge with its button pressed, for instance, which
   * replaced it. So it may have arrived.
   */
  private static boolean hidesWhatItIs(JsonObject message) {
    return Json.text(message, "bot_id").isPresent() && payload(message).isEmpty();
  }

  /** As Slack writes times. */
  private static String seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString() + "000";
  }
}
