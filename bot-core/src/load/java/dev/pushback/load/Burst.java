package dev.pushback.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends many requests over connections that are kept, as many at a time as there are of those. */
public final class Burst {
  private static final int CONNECTIONS = 16;

  private final int port;
  private final AtomicInteger next = new AtomicInteger();

  /** Sends one request, and waits until all has come of it that comes. */
  public interface Sender {
    /**
     * Sends the request with this number.
     *
     * @return what became of it
     */
    Outcome send(Line line, int number) throws Exception;
  }

  /** What became of a request. */
  public enum Outcome {
    /** What was asked for. */
    WANTED,
    /** Something else that is no error. */
    OTHER,
    /** It was turned away, or failed. */
    ERROR
  }

  /**
   * What came of all.
   *
   * @param nanos how long each took, in order of size
   * @param took how long all took, in nanoseconds
   * @param errors how many failed, or were turned away
   * @param wanted how many brought what was asked for
   */
  public record Result(List<Long> nanos, long took, int errors, int wanted) {
    /** How many a second. */
    public double perSecond() {
      return nanos.size() * 1e9 / took;
    }

    /** How long it took for at least this share of them. */
    public double millis(double share) {
      return nanos.get(Math.min(nanos.size() - 1, (int) (nanos.size() * share))) / 1e6;
    }

    /**
     * All of it in a line.
     *
     * @param what was sent, such as {@code commands}
     * @param wanted what was asked for, such as {@code answered in place}
     */
    public String line(String what, String wanted) {
      return String.format(
          Locale.ROOT,
          "%,7.0f %s/s, p50 %5.1f ms, p99 %5.1f ms, longest %4.0f ms, %d errors, %.2f %% %s",
          perSecond(),
          what,
          millis(0.5),
          millis(0.99),
          millis(1),
          errors,
          100.0 * wanted() / nanos.size(),
          wanted);
    }
  }

  /** Against a port of this machine. */
  public Burst(int port) {
    this.port = port;
  }

  /** Sends so many; their numbers go on from the run before. */
  public Result run(int count, Sender sender) throws Exception {
    long[] nanos = new long[count];
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    AtomicInteger wanted = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    long began = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(
          threads.submit(
              () -> {
                try (Line line = new Line(port)) {
                  for (int at = taken.getAndIncrement(); at < count; at = taken.getAndIncrement()) {
                    long sent = System.nanoTime();
                    Outcome outcome = sender.send(line, next.getAndIncrement());
                    nanos[at] = System.nanoTime() - sent;
                    errors.addAndGet(outcome == Outcome.ERROR ? 1 : 0);
                    wanted.addAndGet(outcome == Outcome.WANTED ? 1 : 0);
                  }
                }
                return true;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    long took = System.nanoTime() - began;
    threads.shutdown();
    return new Result(
        Arrays.stream(nanos).sorted().boxed().toList(), took, errors.get(), wanted.get());
  }
}
