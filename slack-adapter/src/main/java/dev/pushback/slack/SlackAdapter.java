package dev.pushback.slack;

import com.slack.api.bolt.App;
import dev.pushback.coach.Allowance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.coach.NudgeCards;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.operating.Metrics;
import dev.pushback.operating.NudgeWatch;
import dev.pushback.operating.Operations;
import dev.pushback.operating.Readiness;
import dev.pushback.operating.Shutdown;
import dev.pushback.slack.SlackSettings.Access;
import dev.pushback.slack.blockkit.BlockKitWriter;
import dev.pushback.slack.door.BoltApp;
import dev.pushback.slack.door.Events;
import dev.pushback.slack.door.ReplayGuard;
import dev.pushback.slack.door.Signature;
import dev.pushback.slack.door.SlackServer;
import dev.pushback.slack.door.SocketMode;
import dev.pushback.slack.door.Uninstall;
import dev.pushback.slack.web.Channels;
import dev.pushback.slack.web.SlackClient;
import dev.pushback.slack.web.SlackMessenger;
import dev.pushback.slack.web.WebSettings;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Installation;
import dev.pushback.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole adapter, put together: one process, one app, one client, one store. */
final class SlackAdapter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);

  /** Two cores think; the others wait for Slack. */
  private static final int WORKERS = 16;

  private static final int QUEUE = 500;

  /** More than a hand can press, less than a script would. */
  private static final int UTTERANCES_A_MINUTE = 30;

  private static final Duration STEP = Duration.ofSeconds(5);

  /**
   * What comes from outside, so that tests can choose it.
   *
   * @param clock tells the time
   * @param ticker nanoseconds that pass also if the clock is set
   * @param references makes something short to find a line of the log by
   * @param random 32 random bytes at each call
   * @param patience how long an answer may take to come with the acknowledgement
   * @param zone the clock of people of whom nothing is known
   */
  record Sources(
      InstantSource clock,
      LongSupplier ticker,
      Supplier<String> references,
      Supplier<byte[]> random,
      Duration patience,
      ZoneId zone) {}

  private final SlackServer server;
  private final Desk desk;
  private final NudgeEngine engine;
  private final Shutdown shutdown;
  private final String memory;

  private SlackAdapter(
      SlackServer server, Desk desk, NudgeEngine engine, Shutdown shutdown, String memory) {
    this.memory = memory;
    this.server = server;
    this.desk = desk;
    this.engine = engine;
    this.shutdown = shutdown;
  }

  /**
   * Puts it together and listens. What is due isn't brought up before {@link #bringUp}.
   *
   * @param environment what isn't Slack's among the settings
   * @param store closed at the end
   * @throws IOException if Slack refuses the token or the port is taken; the message says how to
   *     mend it
   */
  static SlackAdapter start(
      SlackSettings settings,
      Map<String, String> environment,
      Store store,
      Knowledge knowledge,
      Sources sources)
      throws IOException {
    Deque<Runnable> undo = new ArrayDeque<>();
    try {
      return start(settings, environment, store, knowledge, sources, undo);
    } catch (IOException | RuntimeException e) {
      undo.forEach(SlackAdapter::tryToEnd);
      throw e;
    }
  }

  /** Whatever can't be ended must not keep the rest from ending. */
  private static void tryToEnd(Runnable end) {
    try {
      end.run();
    } catch (RuntimeException e) {
      LOG.warn("a part didn't end", e);
    }
  }

  private static SlackAdapter start(
      SlackSettings settings,
      Map<String, String> environment,
      Store store,
      Knowledge knowledge,
      Sources sources,
      Deque<Runnable> undo)
      throws IOException {
    Optional<Operations> operations = Operations.start(environment, store, sources.clock());
    operations.ifPresent(one -> undo.push(one::close));
    Metrics metrics = operations.map(Operations::metrics).orElseGet(Metrics::new);
    Operations.lookBeforeScrape(metrics, store, sources.clock());
    SlackClient client = client(settings, store, sources);
    undo.push(client::close);
    if (settings.access() instanceof Access.OneWorkspace one) {
      store.installations().save(Installing.byToken(client, one.botToken(), sources.clock()));
    }
    Channels channels = new Channels(client, sources.ticker());
    Uninstall uninstall = new Uninstall(store);
    Desk desk = new Desk(WORKERS, QUEUE);
    undo.push(desk::close);
    App app =
        BoltApp.make(
            settings.signingSecret(), sources.clock(), client.slack(), store.installations());
    Entries.listen(
        app,
        reception(
            new Coaching(knowledge, store, environment), client, channels, desk, metrics, sources),
        client,
        channels,
        uninstall,
        sources.clock());
    Optional<SocketMode> socket = socket(settings, app, sources);
    socket.ifPresent(one -> undo.push(one::close));
    Readiness ready =
        new Readiness(
            store.database()::ping, () -> socket.map(SocketMode::isConnected).orElse(true));
    ReplayGuard replays = new ReplayGuard(store, sources.patience().dividedBy(2));
    undo.push(replays::close);
    NudgeEngine engine = engine(store, knowledge, client, metrics, sources);
    undo.push(engine::close);
    Chores chores = Chores.start(environment, store, uninstall, sources.clock());
    undo.push(chores::close);
    SlackServer server =
        SlackServer.start(
            settings.listen(),
            new SlackServer.Routes(
                events(settings, app, replays, sources),
                Installing.pages(settings, client, store, sources),
                ready,
                metrics,
                Optional.ofNullable(environment.get("PUSHBACK_METRICS_TOKEN"))));
    Shutdown shutdown =
        new Shutdown(LOG::info)
            .then("not ready", STEP, ready::drain)
            .then("nothing new from Slack", STEP, () -> hangUp(socket, server))
            .then("finish what was begun", STEP, desk::close)
            .then("remember no more requests", STEP, replays::close)
            .then("no more nudges", STEP, engine::close)
            .then("no more chores", STEP, chores::close)
            .then("checkpoint", STEP, store.database()::checkpoint)
            .then("close the memory", STEP, store::close)
            .then("close the connections", STEP, client::close);
    operations.ifPresent(one -> shutdown.then("close the port", STEP, one::close));
    return new SlackAdapter(server, desk, engine, shutdown, place(store.database().url()));
  }

  private record Coaching(Knowledge knowledge, Store store, Map<String, String> environment) {
    Coach coach(Sources sources) {
      return new Coach(
          knowledge,
          store,
          sources.zone(),
          linked(environment),
          Allowance.perMinute(UTTERANCES_A_MINUTE, sources.clock()));
    }
  }

  private static SlackClient client(SlackSettings settings, Store store, Sources sources) {
    return new SlackClient(
        WebSettings.at(settings.apiUrl().toString()),
        tenant -> store.installations().find(tenant).map(Installation::token),
        sources.clock(),
        sources.ticker());
  }

  private static Reception reception(
      Coaching coaching,
      SlackClient client,
      Channels channels,
      Desk desk,
      Metrics metrics,
      Sources sources) {
    return new Reception(
        new Answering(coaching.coach(sources), metrics, sources.ticker(), sources.references()),
        desk,
        new Showing(client, channels),
        sources.patience(),
        new Introductions(
            who -> client.user(who.tenant(), who.user()),
            coaching.store(),
            sources.clock(),
            work -> {
              boolean unused = desk.take(work);
            }),
        new ShareGate(who -> client.isInsider(who.tenant(), who.user())));
  }

  private static Optional<SocketMode> socket(SlackSettings settings, App app, Sources sources)
      throws IOException {
    return settings.appToken().isPresent()
        ? Optional.of(SocketMode.start(settings.appToken().get(), app, sources.references()))
        : Optional.empty();
  }

  private static Optional<Events> events(
      SlackSettings settings, App app, ReplayGuard replays, Sources sources) {
    return settings
        .signingSecret()
        .filter(secret -> settings.appToken().isEmpty())
        .map(
            secret ->
                new Events(
                    new Signature(secret, sources.clock()), replays, app, sources.references()));
  }

  private static NudgeEngine engine(
      Store store, Knowledge knowledge, SlackClient client, Metrics metrics, Sources sources) {
    return new NudgeEngine(
        store,
        new NudgeCards(knowledge, sources.zone()).rules(),
        Map.of(
            Speaker.PLATFORM,
            new SlackMessenger(client, card -> BlockKitWriter.blocks(card, Optional.empty()))),
        NudgeEngine.Settings.ofMany(
            store.database().url() instanceof DatabaseUrl.File ? Pace.FILE : Pace.SERVER),
        sources.clock(),
        sources.ticker(),
        new NudgeWatch(metrics, Speaker.PLATFORM, sources.ticker()));
  }

  private static void hangUp(Optional<SocketMode> socket, SlackServer server) {
    socket.ifPresent(SocketMode::close);
    server.close();
  }

  private static Set<String> linked(Map<String, String> environment) {
    String named = environment.getOrDefault("PUSHBACK_LINKED_TENANTS", "");
    return named.isBlank() ? Set.of() : Set.of(named.strip().split("\\s*,\\s*"));
  }

  /** An address of a server may hold a password. */
  private static String place(DatabaseUrl url) {
    return url instanceof DatabaseUrl.File file
        ? file.path().toAbsolutePath().normalize().toString()
        : url.toString();
  }

  /** Brings things up by itself from now on. */
  void bringUp() {
    engine.start();
  }

  /** Brings up what is due now, on this thread. */
  int tick() {
    return engine.tick();
  }

  /** Takes nothing more from people, and finishes what was begun. */
  void finish() {
    desk.close();
  }

  /** Ends in good order when the program is told to end. */
  void endOnSignal() {
    shutdown.onSignal();
  }

  /** Where it remembers. */
  String memory() {
    return memory;
  }

  /** Where it listens. */
  int port() {
    return server.port();
  }

  @Override
  public void close() {
    shutdown.run();
  }
}
