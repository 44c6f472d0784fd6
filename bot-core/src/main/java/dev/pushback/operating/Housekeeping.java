package dev.pushback.operating;

import dev.pushback.store.Retention;
import dev.pushback.store.Store;
import dev.pushback.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What has to be done now and then so that the memory stays small, quick and sound. Every day:
 * deletes what ended long ago, has SQLite look at its indexes, and reads the file to see whether it
 * is sound. Every hour: moves what was written lately into the file.
 *
 * <p>It has no thread of its own: a program that runs for long calls {@link #tick} every few
 * minutes, at the first time at its start. Of several copies of a program each may do it.
 */
public final class Housekeeping {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Store store;
  private final Retention retention;
  private final Consumer<String> complaints;
  private Optional<Instant> hourly = Optional.empty();
  private Optional<Instant> daily = Optional.empty();

  /**
   * Has done nothing yet, so that the first tick does everything.
   *
   * @param retention for how long what ended is kept
   * @param complaints hears what couldn't be done, and how to mend it
   */
  public Housekeeping(Store store, Retention retention, Consumer<String> complaints) {
    this.store = store;
    this.retention = retention;
    this.complaints = complaints;
  }

  /**
   * Does what its time has come for; what fails is told, doesn't keep it from the rest, and is
   * tried again the next time.
   */
  public synchronized void tick(Instant now) {
    if (isOver(daily, DAY, now)) {
      daily = Optional.of(now);
      chore(() -> store.sweep(retention));
      chore(store.database()::optimize);
      chore(store.database()::check);
    }
    if (isOver(hourly, HOUR, now)) {
      hourly = Optional.of(now);
      // Afterwards, so that what was deleted leaves the file as well.
      chore(store.database()::checkpoint);
    }
  }

  /** Also if the clock was turned back: else nothing would be done until it has caught up. */
  private static boolean isOver(Optional<Instant> last, Duration every, Instant now) {
    return last.isEmpty() || now.isBefore(last.get()) || !now.isBefore(last.get().plus(every));
  }

  private void chore(Runnable work) {
    try {
      work.run();
    } catch (StoreException e) {
      complaints.accept(String.valueOf(e.getMessage()));
    }
  }
}
