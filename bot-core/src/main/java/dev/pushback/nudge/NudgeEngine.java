package dev.pushback.nudge;

import dev.pushback.store.AlarmClock;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.Reconciler;
import dev.pushback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Brings up what is due: by itself once started, or when told to with {@link #tick}.
 *
 * <p>The missing alarms are set by a plain thread every five minutes, and not by an alarm: what
 * mends the alarms must not depend on them.
 */
public final class NudgeEngine implements AutoCloseable {
  private final Reconciler reconciler;
  private final AlarmClock alarms;
  private final InstantSource clock;
  private final Duration mendEvery;
  private Optional<Instant> mended = Optional.empty();
  private Optional<ScheduledExecutorService> mender = Optional.empty();

  /**
   * How fast it works.
   *
   * @param pace of the alarms
   * @param patience how long to wait before asking a platform about a message that may have
   *     arrived; its history lags behind
   * @param mendEvery how often missing alarms are looked for
   * @param spread within this after their time people are reminded, each always at the same one
   */
  public record Settings(Pace pace, Duration patience, Duration mendEvery, Duration spread) {
    /** With this, and a tenant that has to be sent to slowly, "within ten minutes" is true. */
    private static final Duration MINUTES = Duration.ofMinutes(5);

    /** Everybody is reminded when it is time. */
    public Settings(Pace pace, Duration patience, Duration mendEvery) {
      this(pace, patience, mendEvery, Duration.ZERO);
    }

    /** As it is run for one person. */
    public static Settings of(Pace pace) {
      return new Settings(pace, Duration.ofSeconds(60), Duration.ofMinutes(5));
    }

    /** As it is run for many: people are reminded in the five minutes after the time. */
    public static Settings ofMany(Pace pace) {
      return of(pace).spreadOver(MINUTES);
    }

    /** The same, with people being reminded within this after the time. */
    public Settings spreadOver(Duration other) {
      return new Settings(pace, patience, mendEvery, other);
    }
  }

  /**
   * Sets one up; nothing happens yet.
   *
   * @param store where everything stands
   * @param rules what the coach decides
   * @param messengers one for each platform this process serves, under the part of {@link
   *     dev.pushback.people.Person#tenant} before the colon
   * @param clock tells the time
   * @param ticker nanoseconds that pass also if the clock is set; {@code System::nanoTime}
   * @param watcher is told every step
   */
  public NudgeEngine(
      Store store,
      NudgeRules rules,
      Map<String, Messenger> messengers,
      Settings settings,
      InstantSource clock,
      LongSupplier ticker,
      Consumer<Step> watcher) {
    Nudging nudging =
        new Nudging(
            store,
            rules,
            messengers,
            new Spread(settings.spread()),
            settings.patience(),
            ticker,
            watcher);
    this.reconciler = new Reconciler(store.database(), messengers.keySet(), settings.spread());
    this.alarms =
        new AlarmClock(
            store.database(),
            clock,
            settings.pace(),
            messengers.keySet(),
            nudging::ring,
            nudging::giveUp);
    this.clock = clock;
    this.mendEvery = settings.mendEvery();
  }

  /** Brings things up by itself from now on. */
  public synchronized void start() {
    if (mender.isEmpty()) {
      ScheduledExecutorService thread =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread one = new Thread(work, "nudge-mender");
                one.setDaemon(true);
                return one;
              });
      mender = Optional.of(thread);
      long millis = mendEvery.toMillis();
      Future<?> unused =
          thread.scheduleWithFixedDelay(this::tryToMend, 0, millis, TimeUnit.MILLISECONDS);
      alarms.start();
    }
  }

  /** A failure now (the database is away) must not end the mending for ever. */
  private void tryToMend() {
    try {
      reconciler.run(clock.instant());
    } catch (RuntimeException e) {
      System.getLogger(NudgeEngine.class.getName())
          .log(System.Logger.Level.WARNING, "missing alarms can''t be set: {0}", e.getMessage());
    }
  }

  /**
   * Brings up what is due, on this thread.
   *
   * @return how many alarms rang
   */
  public synchronized int tick() {
    Instant now = clock.instant();
    if (mended.isEmpty()
        || !now.isBefore(mended.get().plus(mendEvery))
        || now.isBefore(mended.get())) {
      reconciler.run(now);
      mended = Optional.of(now);
    }
    return alarms.ringAll();
  }

  /** Lets what is being sent end, and stops. */
  @Override
  public synchronized void close() {
    mender.ifPresent(ScheduledExecutorService::shutdownNow);
    mender = Optional.empty();
    alarms.close();
  }
}
