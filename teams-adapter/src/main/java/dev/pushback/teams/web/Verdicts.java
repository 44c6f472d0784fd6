package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pushback.nudge.Outcome;
import dev.pushback.web.Exchange;
import dev.pushback.web.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Teams' answers mean, after the table "Status codes from bot conversational APIs" on
 * Microsoft's page about messages in bot conversations.
 *
 * <p>The table says that 502 and 504 are to be tried again. A message may have been delivered when
 * they come, and nobody can ask Teams whether it was; so they leave a doubt, and whoever waits for
 * it is told so rather than told twice. After 412, 429 and 503 nothing was done.
 */
final class Verdicts {
  private static final int REDIRECTS = 300;
  private static final int ERRORS = 400;
  private static final int UNREADABLE = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TIMED_OUT = 408;
  private static final int PRECONDITION = 412;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;
  private static final int UNAVAILABLE = 503;

  /** When Teams doesn't say. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(10);

  /** For what somebody else was in the way of. */
  private static final Duration SHORT_WAIT = Duration.ofMillis(500);

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}");

  /** Nothing arrives until the person writes, or the app is installed or allowed again. */
  private static final Set<String> BLOCKED =
      Set.of(
          "BotDisabledByAdmin",
          "BotNotInConversationRoster",
          "ConversationBlockedByUser",
          "ConversationNotFound",
          "ForbiddenOperationException",
          "MessageWritesBlocked");

  /**
   * The address isn't that of this organisation's Teams; the next thing heard from it brings it.
   */
  private static final String OTHER_HOST = "InvalidBotApiHost";

  private Verdicts() {}

  /** Whether nothing will arrive in this conversation until something is heard from it. */
  static boolean isBlocked(String code) {
    return BLOCKED.contains(code);
  }

  static Reply of(Exchange exchange) {
    if (exchange instanceof Exchange.NotSent notSent) {
      return new Reply.NotSent(notSent.code());
    }
    if (exchange instanceof Exchange.Lost lost) {
      return new Reply.Lost(lost.code());
    }
    Exchange.Answered answer = (Exchange.Answered) exchange;
    int status = answer.status();
    if (status == TOO_MANY) {
      return new Reply.Later("http-429", RetryAfter.of(answer.retryAfter(), USUAL_WAIT), true);
    }
    if (status == PRECONDITION || status == UNAVAILABLE) {
      boolean named = answer.retryAfter().filter(time -> !time.isBlank()).isPresent();
      Duration wait = RetryAfter.of(answer.retryAfter(), SHORT_WAIT);
      return new Reply.Later("http-" + status, wait, named);
    }
    if (status >= SERVER_ERRORS
        || status == TIMED_OUT
        || (status >= REDIRECTS && status < ERRORS)) {
      return new Reply.Lost("http-" + status);
    }
    if (status >= ERRORS) {
      return new Reply.Refused(status, code(answer.body()).orElse("http-" + status));
    }
    return answer.body().isBlank()
        ? new Reply.Ok(Json.object())
        : Json.read(answer.body())
            .<Reply>map(Reply.Ok::new)
            .orElseGet(() -> new Reply.Lost("unreadable-reply"));
  }

  /** The word for what is wrong, in today's form and in that of some years ago. */
  private static Optional<String> code(String body) {
    return Json.read(body)
        .flatMap(
            one ->
                Json.text(one.path("error"), "code")
                    .or(() -> subCode(one))
                    .or(() -> Json.text(one, "code")))
        .filter(CODE.asMatchPredicate());
  }

  private static Optional<String> subCode(JsonNode body) {
    return Json.text(body, "message")
        .flatMap(Json::read)
        .flatMap(inner -> Json.text(inner, "subCode"));
  }

  /** What an answer that isn't good means for a message. */
  static Outcome withoutMessage(Reply reply, Instant now) {
    if (reply instanceof Reply.Refused refused) {
      return new Outcome.Rejected(refused.code(), isForGood(refused));
    }
    if (reply instanceof Reply.Later later) {
      return later.everywhere()
          ? new Outcome.RateLimitedUntil(now.plus(later.time()))
          : new Outcome.Rejected(later.code(), false);
    }
    return reply instanceof Reply.NotSent notSent
        ? new Outcome.NotSent(notSent.code(), true)
        : new Outcome.InDoubt(((Reply.Lost) reply).code());
  }

  /** What a question that failed before the message means for it: it never left. */
  static Outcome unasked(Reply reply, Instant now) {
    return reply instanceof Reply.Lost lost
        ? new Outcome.NotSent(lost.code(), true)
        : withoutMessage(reply, now);
  }

  /** What the table says never to try again. A token that isn't taken is the operator's to mend. */
  private static boolean isForGood(Reply.Refused refused) {
    return switch (refused.status()) {
      case UNREADABLE, NOT_FOUND, TOO_LARGE -> true;
      case FORBIDDEN -> !refused.code().equals(OTHER_HOST);
      default -> false;
    };
  }
}
