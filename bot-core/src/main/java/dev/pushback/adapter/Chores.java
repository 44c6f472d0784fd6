package dev.pushback.adapter;

import dev.pushback.operating.Housekeeping;
import dev.pushback.store.Retention;
import dev.pushback.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done now and then, on a thread of its own: the memory is kept small and sound. */
public final class Chores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final int MINUTES_BETWEEN = 5;

  private final ScheduledExecutorService thread;

  private Chores(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * Begins at once.
   *
   * @param environment says how long what ended is kept
   * @param more what else is to be done each time
   */
  public static Chores start(
      Map<String, String> environment, Store store, Runnable more, InstantSource clock) {
    Housekeeping housekeeping =
        new Housekeeping(
            store, Retention.of(environment.getOrDefault("PUSHBACK_KEEP_DAYS", "")), LOG::warn);
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread one = new Thread(work, "chores");
              one.setDaemon(true);
              return one;
            });
    Future<?> unused =
        thread.scheduleWithFixedDelay(
            () -> once(housekeeping, more, clock), 0, MINUTES_BETWEEN, TimeUnit.MINUTES);
    return new Chores(thread);
  }

  /** A failure now must not end them for ever. */
  private static void once(Housekeeping housekeeping, Runnable more, InstantSource clock) {
    try {
      housekeeping.tick(clock.instant());
      more.run();
    } catch (RuntimeException e) {
      LOG.warn("chores weren't done", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
