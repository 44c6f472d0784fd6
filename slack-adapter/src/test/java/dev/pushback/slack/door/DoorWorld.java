package dev.pushback.slack.door;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.pushback.door.Door;
import dev.pushback.door.Route;
import dev.pushback.door.Watching;
import dev.pushback.operating.Metrics;
import dev.pushback.operating.Readiness;
import dev.pushback.slack.door.OAuthPages.Exchange;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Installation;
import dev.pushback.store.Store;
import dev.pushback.store.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A server with an app that only listens, in front of a memory of its own. */
final class DoorWorld implements AutoCloseable {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  static final String TENANT = "slack:T1";

  /** Long enough for a machine that is busy. */
  static final Duration PATIENCE = Duration.ofMillis(400);

  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final InstantSource clock = now::get;
  final Store store;
  final App app;
  final Readiness readiness;
  final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  final List<String> exchanged = Collections.synchronizedList(new ArrayList<>());
  final AtomicReference<Exchange> exchange =
      new AtomicReference<>(new Exchange.Installed(installation("slack:T9", "xoxb-nine")));
  final Door server;
  final Signed slack;

  DoorWorld() throws IOException {
    this(Optional.of("metrics-token"));
  }

  DoorWorld(Optional<String> metricsToken) throws IOException {
    AtomicInteger ids = new AtomicInteger();
    store =
        new Store(
            Database.open(new DatabaseUrl.InMemory()),
            Vault.open(),
            () -> "id-" + ids.incrementAndGet(),
            clock);
    store.installations().save(installation(TENANT, "xoxb-one"));
    app = BoltApp.make(Optional.of(SECRET), clock, slack(), store.installations());
    listen(app, heard);
    readiness = new Readiness(store.database()::ping);
    AtomicInteger states = new AtomicInteger();
    Events events =
        new Events(
            new Signature(SECRET, clock),
            new ReplayGuard(store, Duration.ofSeconds(5)),
            app,
            () -> "ref-7");
    OAuthPages pages =
        new OAuthPages(
            "1.2",
            store.oauthStates(),
            () -> ByteBuffer.allocate(32).putInt(states.incrementAndGet()).array(),
            code -> {
              exchanged.add(code);
              return exchange.get();
            },
            store.installations());
    Map<String, Route> routes = new HashMap<>(pages.routes());
    routes.put("/slack/events", events.route());
    routes.putAll(new Watching(readiness, new Metrics(), metricsToken).routes());
    server =
        Door.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), routes, PATIENCE);
    slack = new Signed(server.port(), SECRET, clock);
  }

  static Installation installation(String tenant, String token) {
    return new Installation(tenant, token, "UBOT", "commands", "U1", NOON);
  }

  /** Where it would ask, nobody answers. */
  static Slack slack() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix("http://127.0.0.1:1/api/");
    config.setStatsEnabled(false);
    return Slack.getInstance(config);
  }

  static void listen(App app, List<String> heard) {
    app.command(
        "/pushback",
        (request, context) -> {
          heard.add(Tenants.of(context) + " " + request.getPayload().getText());
          if (request.getPayload().getText().startsWith("fail")) {
            throw new IllegalStateException("about: " + request.getPayload().getText());
          }
          return context.ack("heard " + request.getPayload().getText());
        });
    app.blockAction(
        "press",
        (request, context) -> {
          heard.add(Tenants.of(context) + " press");
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          heard.add(Tenants.of(context) + " home " + payload.getEvent().getUser());
          return context.ack();
        });
  }

  static String home(String team, String user) {
    return "{\"token\":\"t\",\"team_id\":\""
        + team
        + "\",\"api_app_id\":\"A1\",\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event_time\":1,"
        + "\"event\":{\"type\":\"app_home_opened\",\"user\":\""
        + user
        + "\",\"channel\":\"D1\",\"tab\":\"home\",\"event_ts\":\"1.1\"}}";
  }

  /** A slash command, with this text. */
  static String[] command(String team, String text) {
    return new String[] {
      "command", "/pushback", "text", text, "team_id", team, "user_id", "U1", "channel_id", "C1"
    };
  }

  /** As at the beginning; a new one takes a second. */
  void beginAnew() {
    now.set(NOON);
    heard.clear();
    exchanged.clear();
    exchange.set(new Exchange.Installed(installation("slack:T9", "xoxb-nine")));
    store
        .database()
        .write(
            handle -> {
              for (String table : List.of("seen_event", "oauth_state", "installation")) {
                handle.execute("delete from " + table);
              }
              return true;
            });
    store.installations().save(installation(TENANT, "xoxb-one"));
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
