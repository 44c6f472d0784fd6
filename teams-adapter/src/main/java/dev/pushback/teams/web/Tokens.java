package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pushback.web.Exchange;
import dev.pushback.web.Http;
import dev.pushback.web.RetryAfter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import okhttp3.FormBody;

/**
 * The token that goes with each request to Teams. Whoever needs it first fetches it, and the others
 * wait for that one; in the five minutes before it ends one fetches the next, while the others go
 * on with what there is. Safe for threads.
 */
final class Tokens {
  private static final Duration EARLY = Duration.ofMinutes(5);

  /** After a refusal nobody asks for so long; and a token is thrown away no more often. */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

  /** While there is an old one that is still good, nobody tries more often. */
  private static final Duration WITH_OLD = Duration.ofSeconds(30);

  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);
  private static final long LONGEST_LIFE = Duration.ofDays(1).toSeconds();

  private static final String SCOPE = "https://api.botframework.com/.default";

  /** What can be put in a header. */
  private static final Pattern VALUE = Pattern.compile("[!-~]{1,10000}");

  /** The words of OAuth 2 (RFC 6749, section 5.2), and what Microsoft adds to them. */
  private static final Pattern WORD = Pattern.compile("[a-z][a-z_]{0,59}");

  private static final String TRY_LATER = "temporarily_unavailable";

  private static final int OK = 200;
  private static final int ERRORS = 400;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  /**
   * What is known.
   *
   * @param askAgain from when on somebody asks anew
   * @param until when it is of no use any more
   */
  private record Known(Token token, long askAgain, long until) {}

  /** A token, and for how long it is good. */
  private record Fetched(Token token, Duration life) {}

  private final Http http;
  private final String url;
  private final Credentials credentials;
  private final LongSupplier ticker;
  private Optional<Known> known = Optional.empty();
  private Optional<CompletableFuture<Token>> underWay = Optional.empty();
  private Optional<Long> thrownAway = Optional.empty();

  Tokens(Http http, WebSettings settings, Credentials credentials, LongSupplier ticker) {
    this.http = http;
    this.url = settings.login() + credentials.authority() + "/oauth2/v2.0/token";
    this.credentials = credentials;
    this.ticker = ticker;
  }

  /** The token, fetched now if there is none. */
  Token get() {
    if (credentials.secret().isEmpty()) {
      return new Token.None();
    }
    CompletableFuture<Token> mine = new CompletableFuture<>();
    CompletableFuture<Token> flight;
    synchronized (this) {
      long now = ticker.getAsLong();
      Optional<Token> good = known.filter(one -> one.askAgain() - now > 0).map(one -> at(one, now));
      Optional<Token> old = known.filter(one -> one.until() - now > 0).map(Known::token);
      if (good.isPresent()) {
        return good.get();
      }
      if (underWay.isPresent() && old.isPresent()) {
        return old.get();
      }
      flight = underWay.orElse(mine);
      underWay = Optional.of(flight);
    }
    if (flight == mine) {
      fly(mine);
    }
    return flight.join();
  }

  private static Token at(Known one, long now) {
    return one.token() instanceof Token.Later
        ? new Token.Later(Duration.ofNanos(one.askAgain() - now))
        : one.token();
  }

  /** Whatever happens, those who wait get an answer. */
  private void fly(CompletableFuture<Token> flight) {
    Fetched fetched = new Fetched(new Token.Unreachable("failed"), Duration.ZERO);
    try {
      fetched = read(http.post(url, Optional.empty(), form()));
    } finally {
      flight.complete(land(fetched));
    }
  }

  /** If there is no new one, the old one does as long as it is good. */
  private synchronized Token land(Fetched fetched) {
    long now = ticker.getAsLong();
    long life = fetched.life().toNanos();
    underWay = Optional.empty();
    if (fetched.token() instanceof Token.Granted) {
      long early = Math.min(EARLY.toNanos(), life / 2);
      known = Optional.of(new Known(fetched.token(), now + life - early, now + life));
      return fetched.token();
    }
    Optional<Known> old = known.filter(one -> one.until() - now > 0);
    long pause = Math.max(life, WITH_OLD.toNanos());
    known =
        old.map(one -> new Known(one.token(), Math.min(now + pause, one.until()), one.until()))
            .or(() -> Optional.of(new Known(fetched.token(), now + life, now)));
    return old.map(Known::token).orElse(fetched.token());
  }

  private FormBody form() {
    return new FormBody.Builder()
        .add("grant_type", "client_credentials")
        .add("client_id", credentials.appId())
        .add("client_secret", credentials.secret().orElse(""))
        .add("scope", SCOPE)
        .build();
  }

  private static Fetched read(Exchange exchange) {
    if (!(exchange instanceof Exchange.Answered answer)) {
      return unreachable(
          exchange instanceof Exchange.NotSent notSent
              ? notSent.code()
              : ((Exchange.Lost) exchange).code());
    }
    Optional<JsonNode> body = Json.read(answer.body());
    if (answer.status() == OK) {
      return body.flatMap(Tokens::granted).orElseGet(() -> unreachable("unreadable-reply"));
    }
    Optional<String> word =
        body.flatMap(one -> Json.text(one, "error")).filter(WORD.asMatchPredicate());
    if (answer.status() == TOO_MANY
        || answer.status() >= SERVER_ERRORS
        || word.filter(TRY_LATER::equals).isPresent()) {
      Duration wait = RetryAfter.of(answer.retryAfter(), USUAL_WAIT);
      return new Fetched(new Token.Later(wait), wait);
    }
    if (answer.status() < ERRORS) {
      return unreachable("http-" + answer.status());
    }
    String code = word.map(one -> one.replace('_', '-')).orElse("http-" + answer.status());
    return new Fetched(new Token.Refused(code), AFTER_REFUSAL);
  }

  private static Fetched unreachable(String code) {
    return new Fetched(new Token.Unreachable(code), Duration.ZERO);
  }

  private static Optional<Fetched> granted(JsonNode body) {
    long seconds = Math.min(body.path("expires_in").asLong(), LONGEST_LIFE);
    return Json.text(body, "access_token")
        .filter(VALUE.asMatchPredicate())
        .filter(value -> seconds > 0)
        .map(value -> new Fetched(new Token.Granted(value), Duration.ofSeconds(seconds)));
  }

  /**
   * Throws away a token that Teams doesn't take, unless one was thrown away just now: another would
   * hardly be better.
   *
   * @return whether to ask for another
   */
  synchronized boolean throwAway(String value) {
    long now = ticker.getAsLong();
    boolean isOurs = known.filter(one -> holds(one, value)).isPresent();
    if (!isOurs) {
      return true;
    }
    if (thrownAway.filter(at -> now - at < AFTER_REFUSAL.toNanos()).isPresent()) {
      return false;
    }
    thrownAway = Optional.of(now);
    known = Optional.empty();
    return true;
  }

  private static boolean holds(Known one, String value) {
    return one.token() instanceof Token.Granted granted && granted.value().equals(value);
  }

  /** Nothing of what it holds. */
  @Override
  public String toString() {
    return "Tokens";
  }
}
