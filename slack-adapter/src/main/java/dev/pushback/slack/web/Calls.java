package dev.pushback.slack.web;

import dev.pushback.web.Gates;
import dev.pushback.web.Http;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls Slack's methods, each once. */
final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  /** What can be put in a header. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,1000}");

  private final Http http;
  private final String api;
  private final Function<String, Optional<String>> tokens;
  private final InstantSource clock;
  private final Gates gates;

  Calls(
      Http http,
      WebSettings settings,
      Function<String, Optional<String>> tokens,
      InstantSource clock,
      Gates gates) {
    this.http = http;
    this.api = settings.api().toString();
    this.tokens = tokens;
    this.clock = clock;
    this.gates = gates;
  }

  /** With the token of this tenant, unless it is held back. */
  Reply call(String tenant, String method, Map<String, String> arguments) {
    Optional<Duration> held = gates.heldFor(tenant, method);
    if (held.isPresent()) {
      return limited(held.get());
    }
    Optional<String> token = tokens.apply(tenant);
    if (token.isEmpty()) {
      return noted(tenant, method, new Reply.NotSent("no-token"));
    }
    return noted(tenant, method, send(tenant, method, token, arguments));
  }

  /** With a token of which nobody knows yet whose it is, or with none. */
  Reply call(Optional<String> token, String method, Map<String, String> arguments) {
    return noted("-", method, send("-", method, token, arguments));
  }

  Reply limited(Duration time) {
    return new Reply.Limited(clock.instant().plus(time));
  }

  private Reply send(
      String tenant, String method, Optional<String> token, Map<String, String> arguments) {
    if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
      return new Reply.NotSent("unusable-token");
    }
    FormBody.Builder form = new FormBody.Builder();
    arguments.forEach(form::add);
    Verdicts.Verdict verdict = Verdicts.of(http.post(api + method, token, form.build()));
    if (verdict instanceof Verdicts.Verdict.Wait wait) {
      gates.close(tenant, method, wait.time());
      return limited(wait.time());
    }
    return ((Verdicts.Verdict.Plain) verdict).reply();
  }

  /** Of what went wrong, the word, and nothing of what was sent. */
  private static Reply noted(String tenant, String method, Reply reply) {
    if (!(reply instanceof Reply.Ok)) {
      LOG.info("{} for {}: {}", method, tenant, reply);
    }
    return reply;
  }
}
