package dev.pushback.teams.web;

import dev.pushback.web.Exchange;
import dev.pushback.web.Gates;
import dev.pushback.web.Http;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to Teams, each once. Only after a 401, which means that nothing was done, it is
 * sent again with another token.
 */
final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private static final int UNAUTHORIZED = 401;

  /**
   * One request.
   *
   * @param what it is, for the log
   * @param conversation where, for what Teams allows each
   * @param url where to; empty if nothing may be sent there
   * @param body what; empty if nothing goes along
   * @param byItself whether nobody waits for it
   */
  record Call(
      String what,
      String method,
      String tenant,
      String conversation,
      Optional<HttpUrl> url,
      Optional<RequestBody> body,
      boolean byItself) {}

  private final Http http;
  private final Tokens tokens;
  private final Throttle throttle;
  private final Gates gates;

  Calls(Http http, WebSettings settings, Credentials credentials, LongSupplier ticker) {
    this.http = http;
    this.tokens = new Tokens(http, settings, credentials, ticker);
    this.throttle = new Throttle(ticker, settings.perTenant());
    this.gates = new Gates(ticker);
  }

  Tokens tokens() {
    return tokens;
  }

  /** Sends it, unless it is held back. */
  Reply send(Call call) {
    Reply reply = reply(call);
    if (!(reply instanceof Reply.Ok)) {
      LOG.info("{} for {}: {}", call.what(), call.tenant(), reply);
    }
    return reply;
  }

  private Reply reply(Call call) {
    if (call.url().isEmpty()) {
      return new Reply.NotSent("unusable-address");
    }
    Optional<Duration> held = gates.heldFor(call.tenant(), call.conversation());
    if (held.isPresent()) {
      return new Reply.Later("http-429", held.get(), true);
    }
    Optional<Throttle.Held> early =
        throttle.take(call.tenant(), call.conversation(), call.byItself());
    if (early.isPresent()) {
      return new Reply.Later("pace", early.get().time(), early.get().wholeTenant());
    }
    Reply reply = send(call, call.url().get());
    if (reply instanceof Reply.Later later && later.everywhere()) {
      gates.close(call.tenant(), call.conversation(), later.time());
    }
    return reply;
  }

  private Reply send(Call call, HttpUrl url) {
    Token token = tokens.get();
    if (token instanceof Token.None) {
      return Verdicts.of(http.send(request(call, url)));
    }
    if (!(token instanceof Token.Granted granted)) {
      return without(token);
    }
    Exchange exchange = http.send(bearing(granted.value(), call, url));
    if (isRefused(exchange) && tokens.throwAway(granted.value())) {
      Token other = tokens.get();
      if (!(other instanceof Token.Granted another)) {
        return without(other);
      }
      exchange = http.send(bearing(another.value(), call, url));
    }
    return Verdicts.of(exchange);
  }

  private static boolean isRefused(Exchange exchange) {
    return exchange instanceof Exchange.Answered answer && answer.status() == UNAUTHORIZED;
  }

  private static Reply without(Token token) {
    if (token instanceof Token.Refused refused) {
      return new Reply.NotSent("token-" + refused.code());
    }
    return new Reply.NotSent(
        token instanceof Token.Unreachable unreachable
            ? "token-" + unreachable.code()
            : "token-later");
  }

  private static Request.Builder bearing(String token, Call call, HttpUrl url) {
    return request(call, url).header("Authorization", "Bearer " + token);
  }

  private static Request.Builder request(Call call, HttpUrl url) {
    @Nullable RequestBody body = call.body().orElse(null);
    return new Request.Builder().url(url).method(call.method(), body);
  }
}
