package dev.pushback.teams.door;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.pushback.door.Answer;
import dev.pushback.door.Incoming;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets in what Teams sent, by the token that comes along ("Authenticate requests from the Bot
 * Connector service to your bot"). Stricter than the SDK, which takes tokens without an end, keys
 * that nobody endorsed, activities of no channel, and tokens of other bots.
 */
public final class Guard implements Gate {
  /** Who signs what comes from Teams. */
  static final String ISSUER = "https://api.botframework.com";

  /** The only channel there is for us. */
  static final String CHANNEL = "msteams";

  /** Clocks may differ so much. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final String HEADER = "Authorization";
  private static final Pattern BEARER =
      Pattern.compile("(?i:Bearer) +([\\w-]+\\.[\\w-]+\\.[\\w-]+)");

  private final String app;
  private final Optional<String> tenant;
  private final Keys keys;
  private final Clock clock;

  /**
   * Guards a bot.
   *
   * @param app the id it is registered with
   * @param tenant the only organisation whose people it serves; nothing if it serves any
   * @throws IllegalArgumentException if an id is blank: the SDK would then let anybody in
   */
  public Guard(String app, Optional<String> tenant, Keys keys, InstantSource clock) {
    if (app.isBlank() || tenant.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("the id of the app or of the tenant is blank");
    }
    this.app = app;
    this.tenant = tenant.map(id -> id.toLowerCase(Locale.ROOT));
    this.keys = keys;
    this.clock = clock.withZone(ZoneOffset.UTC);
  }

  @Override
  public boolean mayShow(Incoming incoming) {
    return token(incoming).isPresent();
  }

  /** The only token; nothing if there is none, more than one, or something else. */
  private static Optional<String> token(Incoming incoming) {
    List<String> values = incoming.all(HEADER);
    if (values.size() != 1) {
      return Optional.empty();
    }
    var bearer = BEARER.matcher(values.get(0));
    return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }

  @Override
  public Verdict decide(Incoming incoming, Arrival arrival) {
    Optional<String> token = token(incoming);
    if (token.isEmpty()) {
      return refused("no-token");
    }
    try {
      return decide(JWT.decode(token.get()), arrival);
    } catch (RuntimeException e) {
      // Whatever it is that the library can't read: it is no token of Microsoft's.
      return refused("unreadable-token");
    }
  }

  private Verdict decide(DecodedJWT token, Arrival arrival) {
    if (!arrival.channel().equals(CHANNEL)) {
      return refused("wrong-channel");
    }
    if (!"RS256".equals(token.getAlgorithm())
        || token.getKeyId() == null
        || !token.getHeaderClaim("crit").isMissing()) {
      return refused("wrong-kind-of-token");
    }
    // What can be told without the key comes first: nobody has us look for keys with less.
    Optional<String> wrong = wrongClaim(token, arrival);
    if (wrong.isPresent()) {
      return refused(wrong.get());
    }
    Optional<Key> key = keys.find(token.getKeyId());
    if (key.isEmpty()) {
      return refused("unknown-key");
    }
    if (!key.get().endorsements().contains(CHANNEL)) {
      return refused("not-endorsed");
    }
    Optional<String> invalid = invalid(token, key.get());
    if (invalid.isPresent()) {
      return refused(invalid.get());
    }
    return tenant.isPresent() && !tenant.get().equals(arrival.tenant())
        ? refused("wrong-tenant")
        : new Verdict.Admitted(arrival.tenant());
  }

  private Optional<String> wrongClaim(DecodedJWT token, Arrival arrival) {
    if (!ISSUER.equals(token.getClaim("iss").asString())) {
      return Optional.of("wrong-issuer");
    }
    // A list isn't taken, even of one: nobody sends it, and the library takes any that holds it.
    if (!app.equalsIgnoreCase(token.getClaim("aud").asString())) {
      return Optional.of("wrong-audience");
    }
    if (token.getClaim("exp").asLong() == null) {
      return Optional.of("no-end");
    }
    String service = token.getClaim("serviceurl").asString();
    return service != null && bare(service).equals(bare(arrival.serviceUrl().toString()))
        ? Optional.empty()
        : Optional.of("wrong-service-url");
  }

  private static String bare(String address) {
    String small = address.toLowerCase(Locale.ROOT);
    return small.endsWith("/") ? small.substring(0, small.length() - 1) : small;
  }

  /** The signature, and the times. */
  private Optional<String> invalid(DecodedJWT token, Key key) {
    JWTVerifier.BaseVerification rules =
        (JWTVerifier.BaseVerification)
            JWT.require(Algorithm.RSA256(key.publicKey())).acceptLeeway(SKEW.toSeconds());
    try {
      rules.build(clock).verify(token);
      return Optional.empty();
    } catch (TokenExpiredException e) {
      return Optional.of("too-late");
    } catch (RuntimeException e) {
      return Optional.of("wrong-signature-or-time");
    }
  }

  private static Verdict refused(String code) {
    return new Verdict.Refused(Answer.UNAUTHORISED, code);
  }

  /** Not whom it guards. */
  @Override
  public String toString() {
    return "guard of Teams";
  }
}
