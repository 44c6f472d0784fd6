package dev.pushback.slack.door;

import dev.pushback.door.Faults;
import dev.pushback.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a signed request in once. Whoever has copied one can't send it again; Slack itself signs
 * anew when it tries again, and such an event is told by its id.
 *
 * <p>This process remembers what it saw; the store tells the other copies of the program and later
 * runs. A store that is slow or away doesn't keep Slack waiting: then only this process knows. What
 * arrives meanwhile is noted together.
 */
public final class ReplayGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayGuard.class);
  private static final String PLATFORM = "slack";
  private static final int TOGETHER = 128;
  private static final int WAITING = 2_000;

  /** More than arrives in the ten minutes in which a signature holds. */
  private static final int REMEMBERED = 100_000;

  private record Entry(String key, CompletableFuture<Boolean> isFirst) {}

  private final Function<List<String>, Set<String>> firsts;
  private final Duration patience;
  private final Thread notes = new Thread(this::note, "replay-guard");
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(WAITING);
  private final Set<String> seen =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /** Known to the noting thread only. */
  private long failures;

  /**
   * Remembers in a store, so that all copies of the program and later runs know.
   *
   * @param patience how long to wait for the store
   */
  public ReplayGuard(Store store, Duration patience) {
    this(keys -> store.firsts(PLATFORM, keys), patience);
  }

  /** Asks this which of some keys are here for the first time. */
  ReplayGuard(Function<List<String>, Set<String>> firsts, Duration patience) {
    this.firsts = firsts;
    this.patience = patience;
    notes.setDaemon(true);
    notes.start();
  }

  /**
   * Whether this signature is here for the first time.
   *
   * @param signature one that holds
   */
  public boolean isFirst(String signature) {
    String key = key(signature);
    if (!seen.add(key)) {
      return false;
    }
    Entry entry = new Entry(key, new CompletableFuture<>());
    if (!queue.offer(entry)) {
      return true;
    }
    return entry
        .isFirst()
        .exceptionally(e -> true)
        .completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private void note() {
    List<Entry> together = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        together.add(queue.take());
        queue.drainTo(together, TOGETHER - 1);
        note(together);
        together.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(List<Entry> together) {
    try {
      Set<String> here = firsts.apply(together.stream().map(Entry::key).toList());
      together.forEach(entry -> entry.isFirst().complete(here.contains(entry.key())));
    } catch (RuntimeException e) {
      // Whatever it is: without this thread nobody would hear of the store again.
      together.forEach(entry -> entry.isFirst().completeExceptionally(e));
      complain(e);
    }
  }

  /** Seldom: a store that is away for an hour must not fill the log. */
  private void complain(RuntimeException fault) {
    failures++;
    if (Long.toString(failures).matches("10*")) {
      LOG.warn(
          "{} times so far the store couldn't tell whether a request was here before: {}",
          failures,
          Faults.describe(fault));
    }
  }

  /** What is kept is of no use to whoever reads it. */
  static String key(String signature) {
    try {
      return "signature:"
          + HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(signature.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes nothing more. */
  @Override
  public void close() {
    notes.interrupt();
  }
}
