package dev.pushback.door;

import dev.pushback.operating.Metrics;
import dev.pushback.operating.Readiness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers those who watch over the program, on the port that the platform reaches. */
public final class Watching {
  private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "Via");

  private final Readiness readiness;
  private final Metrics metrics;
  private final Optional<String> token;

  /**
   * Watches.
   *
   * @param token what the reader of the metrics has to show; if there is none, only this machine
   *     may read them
   */
  public Watching(Readiness readiness, Metrics metrics, Optional<String> token) {
    this.readiness = readiness;
    this.metrics = metrics;
    this.token = token.filter(text -> !text.isBlank());
  }

  /** Its routes, by their paths. */
  public Map<String, Route> routes() {
    return Map.of(
        "/healthz", new Route.Reading(incoming -> Answer.plain(Answer.OK, "alive\n")),
        "/readyz", new Route.Reading(incoming -> ready()),
        "/metrics", new Route.Reading(this::metrics));
  }

  private Answer ready() {
    Readiness.State state = readiness.state();
    return Answer.plain(
        state == Readiness.State.READY ? Answer.OK : Answer.UNAVAILABLE,
        state.name().toLowerCase(Locale.ROOT) + "\n");
  }

  private Answer metrics(Incoming incoming) {
    return mayRead(incoming)
        ? new Answer(
            Answer.OK, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape(), Map.of())
        : Answer.bare(Answer.UNAUTHORISED);
  }

  private boolean mayRead(Incoming incoming) {
    if (token.isEmpty()) {
      // A proxy on this machine speaks for anybody.
      return incoming.fromHere() && PROXIED.stream().allMatch(name -> incoming.all(name).isEmpty());
    }
    // Takes the same time however much of it is right.
    return MessageDigest.isEqual(
        ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8),
        incoming.only("Authorization").getBytes(StandardCharsets.UTF_8));
  }
}
