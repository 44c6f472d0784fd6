package dev.pushback.slack.door;

import dev.pushback.door.Answer;
import dev.pushback.door.Incoming;
import dev.pushback.door.Route;
import dev.pushback.store.Installation;
import dev.pushback.store.Installations;
import dev.pushback.store.OAuthStates;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pages to install the coach: {@code /slack/install} sends somebody to Slack, and {@code
 * /slack/oauth_redirect} is where they come back, in the same browser, once, within ten minutes.
 */
public final class OAuthPages {
  /** What the coach may do in a workspace; the same as in the manifest. */
  public static final List<String> SCOPES =
      List.of(
          "commands",
          "chat:write",
          "im:write",
          "im:history",
          "users:read",
          "channels:read",
          "groups:read",
          "im:read",
          "mpim:read");

  private static final String AUTHORIZE = "https://slack.com/oauth/v2/authorize";
  private static final String COOKIE = "pushback_state";
  private static final int RANDOM_BYTES = 32;

  /** What can be done about what beginning again doesn't mend, by its code. */
  private static final Map<String, String> REMEDIES =
      Map.of(
          "token-rotation",
          "This app has token rotation switched on, and pushback needs a token that lasts. Switch"
              + " rotation off in the app's settings, or make the app anew if it can't be switched"
              + " off.",
          "whole-organisation",
          "Pushback can't look after a whole organisation. Install it in a single workspace instead.");

  private final String clientId;
  private final OAuthStates states;
  private final Supplier<byte[]> random;
  private final Function<String, Exchange> exchange;
  private final Installations installations;

  /** What became of a code that was exchanged for a token. */
  public sealed interface Exchange {
    /** Slack gave a token. */
    record Installed(Installation installation) implements Exchange {}

    /**
     * Slack refused, couldn't be reached, or gave what the coach can't work with.
     *
     * @param code a short code without secrets, such as {@code invalid_code}; {@code
     *     token-rotation} and {@code whole-organisation} are explained
     */
    record Failed(String code) implements Exchange {}
  }

  /**
   * Pages for an app.
   *
   * @param clientId as Slack shows it
   * @param states those that were begun
   * @param random at least 32 random bytes at each call
   * @param exchange asks Slack for the token that belongs to a code; doesn't throw
   * @param installations where to keep it
   */
  public OAuthPages(
      String clientId,
      OAuthStates states,
      Supplier<byte[]> random,
      Function<String, Exchange> exchange,
      Installations installations) {
    this.clientId = clientId;
    this.states = states;
    this.random = random;
    this.exchange = exchange;
    this.installations = installations;
  }

  /** Sends somebody to Slack. */
  /** Where they are to be found. */
  public Map<String, Route> routes() {
    return Map.of(
        "/slack/install", new Route.Reading(this::install),
        "/slack/oauth_redirect", new Route.Reading(this::redirect));
  }

  Answer install(Incoming incoming) {
    byte[] bytes = random.get();
    if (bytes.length < RANDOM_BYTES) {
      throw new IllegalArgumentException("a state has " + RANDOM_BYTES + " random bytes");
    }
    String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (!states.keep(state)) {
      return Page.of(
          Answer.UNAVAILABLE,
          "Please try again later",
          "Too many people are installing pushback right now. Try again in ten minutes.");
    }
    String address =
        AUTHORIZE
            + "?client_id="
            + encoded(clientId)
            + "&scope="
            + encoded(String.join(",", SCOPES))
            + "&state="
            + encoded(state);
    return Page.of(Answer.FOUND, "On to Slack", "Slack asks you what pushback may do.")
        .with("Location", address)
        .with("Set-Cookie", cookie(incoming, state, OAuthStates.VALID.toSeconds()));
  }

  /** Where they come back. */
  Answer redirect(Incoming incoming) {
    String state = parameter(incoming, "state");
    // First whether it is the same browser: somebody else must not use up what isn't theirs.
    boolean valid =
        !state.isEmpty()
            && MessageDigest.isEqual(bytes(state), bytes(shown(incoming)))
            && states.take(state);
    Answer answer = valid ? back(incoming) : notBegun();
    return valid ? answer.with("Set-Cookie", cookie(incoming, "", 0)) : answer;
  }

  private Answer back(Incoming incoming) {
    String error = parameter(incoming, "error");
    if (!error.isEmpty()) {
      return Page.of(
          Answer.BAD_REQUEST,
          "Pushback isn't installed",
          "Slack says: " + error + ". Nothing was kept. You can begin again at /slack/install.");
    }
    String code = parameter(incoming, "code");
    if (code.isEmpty()) {
      return notBegun();
    }
    Exchange result = exchange.apply(code);
    if (result instanceof Exchange.Installed installed) {
      installations.save(installed.installation());
      return Page.of(
          Answer.OK,
          "Pushback is installed",
          "You can close this page. In Slack, type /pushback and say what you need to answer.");
    }
    return failed(((Exchange.Failed) result).code());
  }

  private static Answer failed(String code) {
    Optional<String> remedy = Optional.ofNullable(REMEDIES.get(code));
    return Page.of(
        remedy.isPresent() ? Answer.BAD_REQUEST : Answer.BAD_GATEWAY,
        "Pushback isn't installed",
        remedy.orElseGet(() -> "Slack didn't finish it (" + code + ").")
            + " Nothing was kept. You can begin again at /slack/install.");
  }

  private static Answer notBegun() {
    return Page.of(
        Answer.BAD_REQUEST,
        "Please begin again",
        "This link was used already, is older than ten minutes, or was opened in another browser."
            + " Begin again at /slack/install.");
  }

  /** The only value of a parameter; empty if there is none, more than one, or it is no text. */
  private static String parameter(Incoming incoming, String name) {
    List<String> values = new ArrayList<>();
    for (String pair : incoming.query().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          values.add(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return values.size() == 1 ? values.get(0) : "";
  }

  /** What the cookie holds; empty if there is none, or more than one. */
  private static String shown(Incoming incoming) {
    List<String> values = new ArrayList<>();
    for (String header : incoming.all("Cookie")) {
      for (String pair : header.split(";", -1)) {
        if (pair.strip().startsWith(name(incoming) + "=")) {
          values.add(pair.strip().substring(name(incoming).length() + 1));
        }
      }
    }
    return values.size() == 1 ? values.get(0) : "";
  }

  /** A browser takes a {@code __Host-} cookie only if nobody else can have set it. */
  private static String cookie(Incoming incoming, String value, long seconds) {
    return name(incoming)
        + "="
        + value
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Lax"
        + (isOnThisMachine(incoming) ? "" : "; Secure");
  }

  private static String name(Incoming incoming) {
    return isOnThisMachine(incoming) ? COOKIE : "__Host-" + COOKIE;
  }

  /** Where there is no https, for whoever tries it out. */
  private static boolean isOnThisMachine(Incoming incoming) {
    try {
      String host =
          Optional.ofNullable(URI.create("http://" + incoming.only("Host")).getHost()).orElse("");
      return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
