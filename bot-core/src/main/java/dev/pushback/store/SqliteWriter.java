package dev.pushback.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes to SQLite. What waits at the same time is kept together: to bring it
 * safely to the disk takes longer than most work, and takes as long for many as for one. All the
 * same each work is kept as a whole or, if it throws, not at all; and nobody hears that theirs is
 * kept before it is on the disk.
 */
final class SqliteWriter implements AutoCloseable {
  /** The first of them waits for the work of the last. */
  private static final int TOGETHER = 32;

  private static final Waiting<?> END = new Waiting<>(handle -> true);

  private final Jdbi jdbi;
  private final long patienceMillis;
  private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "memory");
  private volatile boolean isClosed;

  /** What is open now; of the thread alone. */
  private Optional<Handle> open = Optional.empty();

  /** Work, and what became of it. */
  private static final class Waiting<T> {
    private final Function<Handle, T> work;
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final CompletableFuture<T> kept = new CompletableFuture<>();
    private @Nullable T result;

    Waiting(Function<Handle, T> work) {
      this.work = work;
    }

    void attempt(Handle handle) {
      result = work.apply(handle);
    }

    void tellKept() {
      boolean unused = kept.complete(result);
    }

    void tellFailed(Throwable why) {
      boolean unused = kept.completeExceptionally(why);
    }
  }

  /**
   * Starts it.
   *
   * @param patienceMillis how long work may wait before it is begun
   */
  SqliteWriter(Jdbi jdbi, long patienceMillis) {
    this.jdbi = jdbi;
    this.patienceMillis = patienceMillis;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Does some work and waits until it is kept. Work within work belongs to it.
   *
   * @throws org.jdbi.v3.core.JdbiException if the database fails, or is busy for too long
   */
  <T> T write(Function<Handle, T> work) {
    if (Thread.currentThread() == thread) {
      return work.apply(open.orElseThrow());
    }
    if (isClosed) {
      return jdbi.inTransaction(work::apply);
    }
    Waiting<T> one = new Waiting<>(work);
    queue.add(one);
    try {
      return one.kept.get(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (one.isTaken.compareAndSet(false, true)) {
        throw new ConnectionException(e);
      }
      return outcome(one);
    } catch (InterruptedException e) {
      // It may be begun, and then whoever interrupts wants to know what became of it.
      Thread.currentThread().interrupt();
      return outcome(one);
    } catch (java.util.concurrent.ExecutionException e) {
      return outcome(one);
    }
  }

  private static <T> T outcome(Waiting<T> one) {
    try {
      return one.kept.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void run() {
    List<Waiting<?>> together = new ArrayList<>();
    try {
      while (!together.contains(END)) {
        together.clear();
        together.add(queue.take());
        queue.drainTo(together, TOGETHER - 1);
        keep(
            together.stream()
                .filter(one -> one != END && one.isTaken.compareAndSet(false, true))
                .toList());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(List<Waiting<?>> together) {
    if (together.isEmpty()) {
      return;
    }
    List<Waiting<?>> done = new ArrayList<>();
    try {
      jdbi.useTransaction(
          handle -> {
            open = Optional.of(handle);
            for (Waiting<?> one : together) {
              if (isDone(one, handle, together.size() > 1)) {
                done.add(one);
              }
            }
          });
      done.forEach(Waiting::tellKept);
    } catch (Throwable e) {
      // Also those whose own work went well: it wasn't kept.
      together.forEach(one -> one.tellFailed(e));
    } finally {
      open = Optional.empty();
    }
  }

  /** Whether it went well; if not, nothing of it is left, nor of the whole if it was alone. */
  private static boolean isDone(Waiting<?> one, Handle handle, boolean hasCompany) {
    if (!hasCompany) {
      one.attempt(handle);
      return true;
    }
    int unused = handle.execute("savepoint one");
    try {
      one.attempt(handle);
    } catch (Throwable e) {
      // If SQLite itself gave up the transaction, there is nothing to go back to: then all fail.
      unused = handle.execute("rollback to one");
      unused = handle.execute("release one");
      one.tellFailed(e);
      return false;
    }
    unused = handle.execute("release one");
    return true;
  }

  /** Finishes what waits, and takes nothing more. */
  @Override
  public void close() {
    isClosed = true;
    queue.add(END);
    try {
      thread.join(patienceMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
