package dev.pushback.adapter;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where work is done that must not keep a platform waiting: a few threads and a queue that ends, so
 * that too much of it is refused at once instead of answered too late.
 */
public final class Workers implements AutoCloseable {
  private static final int IDLE_SECONDS = 60;

  private final ThreadPoolExecutor workers;

  /**
   * Hires them.
   *
   * @param threads how much is done at the same time
   * @param queue how much may wait
   */
  public Workers(int threads, int queue) {
    AtomicInteger number = new AtomicInteger();
    this.workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            work -> {
              Thread thread = new Thread(work, "worker-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Has it done.
   *
   * @return false if there is too much to do already
   */
  public boolean take(Runnable work) {
    try {
      workers.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Takes nothing more, and waits for what was begun; whoever is tired of waiting interrupts. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      boolean unused = workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
