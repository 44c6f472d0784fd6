package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.nudge.Outcome;
import dev.pushback.store.Conversation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;

/**
 * Posts what one person alone reads: to their personal conversation, or aside. For more than one
 * there are fixed sentences, and nothing else.
 */
final class Posting {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final long SHORTEST_PAUSE = Duration.ofMillis(250).toNanos();

  private final Calls calls;
  private final Urls urls;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final Consumer<Duration> pause;

  Posting(
      Calls calls, Urls urls, InstantSource clock, LongSupplier ticker, Consumer<Duration> pause) {
    this.calls = calls;
    this.urls = urls;
    this.clock = clock;
    this.ticker = ticker;
    this.pause = pause;
  }

  /** Somebody waits for it. */
  Outcome answer(Conversation to, ObjectNode activity) {
    return outcome(patiently(post(to, activity, false)));
  }

  /** Nobody waits for it, and it goes out once. */
  Outcome nudge(Conversation to, ObjectNode activity) {
    return outcome(calls.send(post(to, activity, true)));
  }

  private Calls.Call post(Conversation to, ObjectNode activity, boolean byItself) {
    return new Calls.Call(
        byItself ? "nudge" : "post",
        "POST",
        to.tenant(),
        to.conversationId(),
        urls.below(to.serviceUrl(), to.conversationId(), "activities").map(HttpUrl.Builder::build),
        Optional.of(Json.body(addressed(to, activity))),
        byItself);
  }

  /** To write the same over the same again does no harm, so a doubt is no reason to give up. */
  Outcome update(Conversation to, String activityId, ObjectNode activity) {
    Calls.Call call =
        new Calls.Call(
            "update",
            "PUT",
            to.tenant(),
            to.conversationId(),
            urls.below(to.serviceUrl(), to.conversationId(), "activities", activityId)
                .map(HttpUrl.Builder::build),
            Optional.of(Json.body(addressed(to, activity).put("id", activityId))),
            false);
    Reply reply = patiently(call);
    if (reply instanceof Reply.Lost) {
      pause.accept(withJitter(Duration.ZERO));
      reply = calls.send(call);
    }
    return reply instanceof Reply.Ok ? new Outcome.Sent(activityId) : outcome(reply);
  }

  /** For all to read, which is why it can be nothing but a notice. */
  Outcome notice(Aside to, Notice notice) {
    ObjectNode all = addressed(to, notice.message());
    all.remove("recipient");
    return outcome(
        patiently(
            new Calls.Call(
                "notice",
                "POST",
                to.to().tenant(),
                to.conversationId(),
                urls.below(to.serviceUrl(), to.conversationId(), "activities")
                    .map(HttpUrl.Builder::build),
                Optional.of(Json.body(all)),
                false)));
  }

  /** What makes it private is in the address, and who may see it in the message. */
  Outcome aside(Aside to, ObjectNode activity) {
    ObjectNode all = addressed(to, activity);
    return outcome(
        patiently(
            new Calls.Call(
                "aside",
                "POST",
                to.to().tenant(),
                to.conversationId(),
                urls.below(to.serviceUrl(), to.conversationId(), "activities")
                    .map(url -> url.addQueryParameter("isTargetedActivity", "true").build()),
                Optional.of(Json.body(all)),
                false)));
  }

  private static ObjectNode addressed(Aside to, ObjectNode activity) {
    return addressed(
        activity,
        to.to().tenant(),
        to.botId(),
        to.userId(),
        to.to().user(),
        to.conversationId(),
        to.type());
  }

  private static ObjectNode addressed(Conversation to, ObjectNode activity) {
    return addressed(
        activity, to.tenant(), to.botId(), to.userId(), to.user(), to.conversationId(), to.type());
  }

  /** Teams refuses some messages that don't say in whose organisation they are, and for whom. */
  private static ObjectNode addressed(
      ObjectNode activity,
      String tenant,
      String bot,
      String user,
      String directoryId,
      String conversation,
      String type) {
    ObjectNode all = activity.deepCopy();
    String organisation = Tenants.id(tenant);
    all.put("channelId", "msteams");
    all.putObject("from").put("id", bot);
    all.putObject("recipient").put("id", user).put("aadObjectId", directoryId);
    all.putObject("conversation")
        .put("id", conversation)
        .put("conversationType", type)
        .put("tenantId", organisation);
    all.withObjectProperty("channelData").putObject("tenant").put("id", organisation);
    return all;
  }

  /** Once more after a moment, if nothing was done and a moment is enough. */
  private Reply patiently(Calls.Call call) {
    Reply reply = calls.send(call);
    if (reply instanceof Reply.Later later && later.time().compareTo(LONGEST_PAUSE) <= 0) {
      pause.accept(withJitter(later.time()));
      return calls.send(call);
    }
    return reply;
  }

  /** The nanoseconds that happen to be on the clock keep many from coming back at the same time. */
  private Duration withJitter(Duration time) {
    long jitter = Math.floorMod(ticker.getAsLong(), SHORTEST_PAUSE);
    return Duration.ofNanos(Math.max(time.toNanos(), SHORTEST_PAUSE) + jitter);
  }

  private Outcome outcome(Reply reply) {
    return reply instanceof Reply.Ok ok
        ? Json.text(ok.body(), "id")
            .<Outcome>map(Outcome.Sent::new)
            .orElseGet(() -> new Outcome.InDoubt("no-id"))
        : Verdicts.withoutMessage(reply, clock.instant());
  }
}
