package dev.pushback.adapter;

import dev.pushback.coach.Allowance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.coach.NudgeCards;
import dev.pushback.door.Door;
import dev.pushback.door.Route;
import dev.pushback.door.Watching;
import dev.pushback.nudge.Messenger;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.operating.Metrics;
import dev.pushback.operating.NudgeWatch;
import dev.pushback.operating.Operations;
import dev.pushback.operating.Readiness;
import dev.pushback.operating.Shutdown;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every adapter is put together from besides its platform: one process, one coach, one memory.
 */
public final class Backstage {
  private static final Logger LOG = LoggerFactory.getLogger(Backstage.class);

  /** Two cores think; the others wait for the platform. */
  private static final int WORKERS = 16;

  private static final int QUEUE = 500;

  /** More than a hand can press, less than a script would. */
  private static final int UTTERANCES_A_MINUTE = 30;

  private static final Duration STEP = Duration.ofSeconds(5);

  private final String platform;
  private final Map<String, String> environment;
  private final Store store;
  private final Knowledge knowledge;
  private final Sources sources;
  private final Optional<Operations> operations;
  private final Metrics metrics;
  private final Workers workers;
  private final Deque<Runnable> undo = new ArrayDeque<>();

  /** Puts the rest of an adapter together. */
  public interface Assembly {
    /**
     * Puts it together.
     *
     * @throws IOException if the platform refuses it or a port is taken; the message says how to
     *     mend it
     */
    Adapter on(Backstage stage) throws IOException;
  }

  /**
   * A part that has to end when the adapter does.
   *
   * @param what is done then, for the log
   */
  public record Ending(String what, Runnable end) {}

  private Backstage(
      String platform,
      Map<String, String> environment,
      Store store,
      Knowledge knowledge,
      Sources sources)
      throws IOException {
    this.platform = platform;
    this.environment = environment;
    this.store = store;
    this.knowledge = knowledge;
    this.sources = sources;
    this.operations = Operations.start(environment, store, sources.clock());
    this.metrics = operations.map(Operations::metrics).orElseGet(Metrics::new);
    this.workers = new Workers(WORKERS, QUEUE);
    operations.ifPresent(one -> undo.push(one::close));
    undo.push(workers::close);
    Operations.lookBeforeScrape(metrics, store, sources.clock());
  }

  /**
   * Puts an adapter together. What is due isn't brought up before {@link Adapter#bringUp}.
   *
   * @param platform such as {@code slack}
   * @param environment what isn't the platform's among the settings
   * @param store closed at the end, unless this fails
   * @throws IOException if it can't start; the message says how to mend it
   */
  public static Adapter start(
      String platform,
      Map<String, String> environment,
      Store store,
      Knowledge knowledge,
      Sources sources,
      Assembly assembly)
      throws IOException {
    Backstage stage = new Backstage(platform, environment, store, knowledge, sources);
    try {
      return assembly.on(stage);
    } catch (IOException | RuntimeException e) {
      stage.undo.forEach(Backstage::tryToEnd);
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

  /** Has a part ended if a later one can't be had. */
  public void undoing(Runnable end) {
    undo.push(end);
  }

  /** Has something done beside the start that it need not wait for. */
  public void beside(Runnable work) {
    boolean unused = workers.take(work);
  }

  /** Where it remembers. */
  public Store store() {
    return store;
  }

  /** What comes from outside. */
  public Sources sources() {
    return sources;
  }

  /**
   * Where people are heard.
   *
   * @param isInsider whether the platform says that somebody is a member of the organisation
   * @param ask asks the platform about somebody
   */
  public Reception reception(
      Predicate<Person> isInsider, Function<Person, Optional<Acquaintance>> ask) {
    Coach coach =
        new Coach(
            knowledge,
            store,
            sources.zone(),
            linked(),
            Allowance.perMinute(UTTERANCES_A_MINUTE, sources.clock()));
    return new Reception(
        new Answering(platform, coach, metrics, sources.ticker(), sources.references()),
        workers,
        sources.patience(),
        new Introductions(
            ask,
            store,
            sources.clock(),
            work -> {
              boolean unused = workers.take(work);
            }),
        new ShareGate(isInsider));
  }

  private Set<String> linked() {
    String named = environment.getOrDefault("PUSHBACK_LINKED_TENANTS", "");
    return named.isBlank() ? Set.of() : Set.of(named.strip().split("\\s*,\\s*"));
  }

  /**
   * What the platform adds.
   *
   * @param routes its own, by their paths
   * @param messenger brings nudges to people
   * @param isConnected whether the platform can reach us
   * @param chore what else is to be done now and then
   * @param hangUp ends whatever else than our port lets people in
   * @param endings of its parts, after what people began is finished
   * @param last of its parts to end, after the memory
   */
  public record Parts(
      Map<String, Route> routes,
      Messenger messenger,
      BooleanSupplier isConnected,
      Runnable chore,
      Runnable hangUp,
      List<Ending> endings,
      Ending last) {
    /** Copies. */
    public Parts {
      routes = Map.copyOf(routes);
      endings = List.copyOf(endings);
    }
  }

  /**
   * Listens, and brings up what is due once it is told to.
   *
   * @throws IOException if the port is taken; the message says how to mend it
   */
  public Adapter open(InetSocketAddress where, Parts parts) throws IOException {
    NudgeEngine engine = engine(parts.messenger());
    undo.push(engine::close);
    Chores chores = Chores.start(environment, store, parts.chore(), sources.clock());
    undo.push(chores::close);
    Readiness ready = new Readiness(store.database()::ping, parts.isConnected());
    Map<String, Route> all = new HashMap<>(parts.routes());
    all.putAll(
        new Watching(ready, metrics, Optional.ofNullable(environment.get("PUSHBACK_METRICS_TOKEN")))
            .routes());
    Door door = Door.start(where, all);
    Shutdown shutdown =
        new Shutdown(LOG::info)
            .then("not ready", STEP, ready::drain)
            .then(
                "nothing new from " + platform,
                STEP,
                () -> {
                  parts.hangUp().run();
                  door.close();
                })
            .then("finish what was begun", STEP, workers::close);
    parts.endings().forEach(ending -> shutdown.then(ending.what(), STEP, ending.end()));
    shutdown
        .then("no more nudges", STEP, engine::close)
        .then("no more chores", STEP, chores::close)
        .then("checkpoint", STEP, store.database()::checkpoint)
        .then("close the memory", STEP, store::close)
        .then(parts.last().what(), STEP, parts.last().end());
    operations.ifPresent(one -> shutdown.then("close the port", STEP, one::close));
    return new Adapter(door, workers, engine, shutdown, place(store.database().url()));
  }

  private NudgeEngine engine(Messenger messenger) {
    return new NudgeEngine(
        store,
        new NudgeCards(knowledge, sources.zone()).rules(),
        Map.of(platform, messenger),
        NudgeEngine.Settings.ofMany(
            store.database().url() instanceof DatabaseUrl.File ? Pace.FILE : Pace.SERVER),
        sources.clock(),
        sources.ticker(),
        new NudgeWatch(metrics, platform, sources.ticker()));
  }

  /** An address of a server may hold a password. */
  private static String place(DatabaseUrl url) {
    return url instanceof DatabaseUrl.File file
        ? file.path().toAbsolutePath().normalize().toString()
        : url.toString();
  }
}
