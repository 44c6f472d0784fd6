package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import dev.pushback.web.Exchange;
import dev.pushback.web.RetryAfter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Slack's answers mean. The words are those of the pages of chat.postMessage, users.info and
 * conversations.history.
 */
final class Verdicts {
  private static final int TOO_MANY = 429;
  private static final int TIMED_OUT = 408;
  private static final int ERRORS = 400;
  private static final int SERVER_ERRORS = 500;
  private static final int REDIRECTS = 300;

  private static final Duration USUAL_WAIT = Duration.ofSeconds(60);

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_:.-]{0,59}");

  /** "It's possible some aspect of the operation succeeded", says Slack. */
  private static final Set<String> MAY_HAVE_WORKED =
      Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

  private static final Set<String> LIMITS =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

  /**
   * About this person or this message, so tomorrow it is the same. What a new installation mends (a
   * token that was revoked) isn't here: a follow-up outlives it.
   */
  private static final Set<String> FOR_GOOD =
      Set.of(
          "as_user_not_supported",
          "cannot_dm_bot",
          "channel_not_found",
          "deprecated_endpoint",
          "enterprise_is_restricted",
          "invalid_arg_name",
          "invalid_arguments",
          "invalid_array_arg",
          "invalid_blocks",
          "invalid_blocks_format",
          "invalid_charset",
          "invalid_form_data",
          "invalid_metadata_format",
          "invalid_metadata_schema",
          "invalid_post_type",
          "is_archived",
          "is_inactive",
          "messages_tab_disabled",
          "metadata_must_be_sent_from_app",
          "metadata_too_large",
          "method_deprecated",
          "method_not_supported_for_channel_type",
          "missing_post_type",
          "msg_blocks_too_long",
          "msg_too_long",
          "no_text",
          "not_allowed_token_type",
          "not_in_channel",
          "restricted_action",
          "user_disabled",
          "user_not_found",
          "user_not_visible",
          "users_not_found");

  /** What an answer says, with the wait instead of an instant. */
  sealed interface Verdict {
    /** It is to be taken as it is. */
    record Plain(Reply reply) implements Verdict {}

    /** Too many. */
    record Wait(Duration time) implements Verdict {}
  }

  private Verdicts() {}

  static boolean isForGood(String code) {
    return FOR_GOOD.contains(code) || code.startsWith("restricted_action_");
  }

  static Verdict of(Exchange exchange) {
    if (exchange instanceof Exchange.NotSent notSent) {
      return new Verdict.Plain(new Reply.NotSent(notSent.code()));
    }
    if (exchange instanceof Exchange.Lost lost) {
      return new Verdict.Plain(new Reply.Lost(lost.code()));
    }
    Exchange.Answered answer = (Exchange.Answered) exchange;
    if (answer.status() == TOO_MANY) {
      return new Verdict.Wait(RetryAfter.of(answer.retryAfter(), USUAL_WAIT));
    }
    if (answer.status() >= SERVER_ERRORS
        || answer.status() == TIMED_OUT
        || (answer.status() >= REDIRECTS && answer.status() < ERRORS)) {
      return new Verdict.Plain(new Reply.Lost("http-" + answer.status()));
    }
    Optional<JsonObject> body = Json.read(answer.body());
    Optional<Boolean> ok = body.flatMap(one -> Json.flag(one, "ok"));
    if (answer.status() >= ERRORS && !ok.equals(Optional.of(false))) {
      return new Verdict.Plain(new Reply.Refused("http-" + answer.status()));
    }
    if (ok.isEmpty()) {
      return new Verdict.Plain(new Reply.Lost("unreadable-reply"));
    }
    return ok.get()
        ? new Verdict.Plain(new Reply.Ok(body.get()))
        : refused(Json.text(body.get(), "error"), answer.retryAfter());
  }

  private static Verdict refused(Optional<String> error, Optional<String> retryAfter) {
    // Some methods answer with a word and a colon and more, which may name what was sent.
    String code = error.filter(CODE.asMatchPredicate()).orElse("unknown_error");
    if (LIMITS.contains(code)) {
      return new Verdict.Wait(RetryAfter.of(retryAfter, USUAL_WAIT));
    }
    return new Verdict.Plain(
        MAY_HAVE_WORKED.contains(code) ? new Reply.Lost(code) : new Reply.Refused(code));
  }
}
