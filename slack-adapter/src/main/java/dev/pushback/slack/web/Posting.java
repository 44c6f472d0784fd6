package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import dev.pushback.nudge.Outcome;
import dev.pushback.web.Recent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Posts to one person, and can't to more. */
final class Posting {
  /** What marks a message that the coach sent by itself. */
  static final String NUDGE = "pushback_nudge";

  private static final String METHOD = "chat.postMessage";
  private static final Pattern ONE_PERSON = Pattern.compile("[UWD][A-Z0-9]{1,40}");
  private static final int MOST = 10_000;

  private record Key(String tenant, String user) {}

  private final Calls calls;
  private final Pace pace;
  private final Recent<Key, String> conversations = new Recent<>(MOST);

  Posting(Calls calls, Pace pace) {
    this.calls = calls;
    this.pace = pace;
  }

  /** Takes its turn, and posts. */
  Outcome post(String tenant, String to, DmMessage message) {
    check(to);
    return tooEarly(tenant, message.nudgeId().isPresent())
        .orElseGet(() -> postInTurn(tenant, to, message));
  }

  /**
   * Takes a turn to post.
   *
   * @param byItself whether nobody waits for it
   * @return the outcome, if it is too early for one
   */
  Optional<Outcome> tooEarly(String tenant, boolean byItself) {
    return pace.take(tenant, byItself).map(calls::limited).map(Posting::withoutMessage);
  }

  /** Posts; the turn was taken before. */
  Outcome postInTurn(String tenant, String to, DmMessage message) {
    check(to);
    return outcome(tenant, to, calls.call(tenant, METHOD, arguments(to, message)));
  }

  private static void check(String to) {
    if (!ONE_PERSON.matcher(to).matches()) {
      throw new IllegalArgumentException("not one person: " + to);
    }
  }

  private static Map<String, String> arguments(String to, DmMessage message) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("channel", to);
    arguments.put("text", DmMessage.NOTIFICATION);
    arguments.put("blocks", Json.write(message.blocks()));
    arguments.put("mrkdwn", "false");
    arguments.put("link_names", "false");
    arguments.put("unfurl_links", "false");
    arguments.put("unfurl_media", "false");
    message.nudgeId().ifPresent(id -> arguments.put("metadata", metadata(id)));
    return arguments;
  }

  private static String metadata(String id) {
    JsonObject payload = new JsonObject();
    payload.addProperty("id", id);
    JsonObject metadata = new JsonObject();
    metadata.addProperty("event_type", NUDGE);
    metadata.add("event_payload", payload);
    return metadata.toString();
  }

  private Outcome outcome(String tenant, String to, Reply reply) {
    if (reply instanceof Reply.Ok ok) {
      Optional<String> ts = Json.text(ok.body(), "ts");
      String channel = Json.text(ok.body(), "channel").orElse(to);
      if (ts.isEmpty()) {
        return new Outcome.InDoubt("no-ts");
      }
      if (channel.startsWith("D")) {
        conversations.put(new Key(tenant, to), channel);
      }
      return new Outcome.Sent(new MessageRef(channel, ts.get()).toString());
    }
    return withoutMessage(reply);
  }

  /** What it means for a message that a reply isn't good. */
  private static Outcome withoutMessage(Reply reply) {
    if (reply instanceof Reply.Refused refused) {
      return new Outcome.Rejected(refused.code(), Verdicts.isForGood(refused.code()));
    }
    if (reply instanceof Reply.Limited limited) {
      return new Outcome.RateLimitedUntil(limited.until());
    }
    return reply instanceof Reply.NotSent notSent
        ? new Outcome.NotSent(notSent.code(), true)
        : new Outcome.InDoubt(((Reply.Lost) reply).code());
  }

  /** What a question that failed before the message means for it: it never left. */
  static Outcome unasked(Reply reply) {
    return reply instanceof Reply.Lost lost
        ? new Outcome.NotSent(lost.code(), true)
        : withoutMessage(reply);
  }

  /** The conversation with this person, if they were posted to. */
  Optional<String> conversation(String tenant, String user) {
    return conversations.get(new Key(tenant, user));
  }
}
