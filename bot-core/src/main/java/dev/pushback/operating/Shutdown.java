package dev.pushback.operating;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * An orderly end: step by step in the order in which they were added, each with its own time. A
 * step that fails or takes too long is noted, and the next one comes all the same.
 *
 * <p>The order: say that we aren't ready; accept nothing more; finish what was begun; stop looking
 * for what is due; checkpoint; close.
 */
public final class Shutdown {
  private final List<Step> steps = new ArrayList<>();
  private final Consumer<String> log;
  private boolean done;

  private record Step(String name, Duration atMost, Runnable work) {}

  /**
   * Has no steps yet.
   *
   * @param log hears of each step: its name and how it ended
   */
  public Shutdown(Consumer<String> log) {
    this.log = log;
  }

  /**
   * Adds a step after the others.
   *
   * @param name what it does, for the log
   * @param atMost how long it may take; then it is interrupted
   * @param work what to do
   */
  public synchronized Shutdown then(String name, Duration atMost, Runnable work) {
    steps.add(new Step(name, atMost, work));
    return this;
  }

  /** Runs the steps; a second call finds nothing to do. */
  public synchronized void run() {
    if (done) {
      return;
    }
    done = true;
    steps.forEach(this::run);
  }

  private void run(Step step) {
    FutureTask<Boolean> task = new FutureTask<>(step.work, true);
    Thread thread = new Thread(task, "shutdown");
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(step.atMost.toMillis(), TimeUnit.MILLISECONDS);
      log.accept("shutdown: " + step.name + ": done");
    } catch (TimeoutException e) {
      task.cancel(true);
      log.accept("shutdown: " + step.name + ": not done within " + step.atMost);
    } catch (ExecutionException e) {
      log.accept(
          "shutdown: "
              + step.name
              + ": failed, "
              + Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.accept("shutdown: " + step.name + ": interrupted");
    }
  }

  /** Has the steps run when the program is told to end (SIGTERM, Ctrl-C). */
  public void onSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown-hook"));
  }
}
