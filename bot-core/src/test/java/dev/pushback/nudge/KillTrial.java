package dev.pushback.nudge;

import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Kills processes in the middle of their work (SIGKILL), again and again, and counts what became of
 * the follow-ups they had promised to keep.
 */
public final class KillTrial {
  private static final int SHORTEST_LIFE = 40;
  private static final int LIFE_VARIES = 1_000;
  private static final int SETTLING_TICKS = 60;

  private KillTrial() {}

  /**
   * What became of them.
   *
   * @param kept follow-ups that were acknowledged
   * @param lost of those, the ones that were neither brought up nor marked as in doubt
   * @param sentOnce written down as sent, and arrived once
   * @param doubtArrived marked as in doubt, and had arrived
   * @param doubtMissing marked as in doubt, and had not
   * @param twice messages that arrived more than once
   * @param wrong where the ledger says something else than the platform
   * @param unasked in doubt although the platform could have been asked
   */
  public record Counts(
      int kills,
      int kept,
      int lost,
      int sentOnce,
      int doubtArrived,
      int doubtMissing,
      int twice,
      int wrong,
      int unasked) {}

  private record Child(Process process, CountDownLatch ready) {}

  private record Row(String followUp, String nudge, String state, String tenant) {}

  /** Kills so many, of so many at a time. */
  public static Counts run(DatabaseUrl url, int kills, int atATime, long seed) {
    Random random = new Random(seed);
    Set<String> kept = Collections.synchronizedSet(new HashSet<>());
    int names = 0;
    List<Child> children = new ArrayList<>();
    try (RandomPlatform platform = new RandomPlatform(seed)) {
      for (int i = 0; i < atATime; i++) {
        children.add(start(url, platform.port(), "c" + ++names, kept));
      }
      for (int kill = 0; kill < kills; kill++) {
        Child child = children.remove(random.nextInt(children.size()));
        child.ready().await();
        // Not to wait for something, but to kill at any moment.
        TimeUnit.MILLISECONDS.sleep(SHORTEST_LIFE + random.nextInt(LIFE_VARIES));
        child.process().destroyForcibly().waitFor();
        if (kills - kill > children.size() + 1) {
          children.add(start(url, platform.port(), "c" + ++names, kept));
        }
      }
      return settle(url, platform, kills, kept);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      children.forEach(child -> child.process().destroyForcibly());
    }
  }

  private static Child start(DatabaseUrl url, int port, String name, Set<String> kept) {
    String address = url instanceof DatabaseUrl.File file ? file.path().toString() : url.jdbc();
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xshare:auto",
                  "-cp",
                  System.getProperty("java.class.path"),
                  NudgeChildMain.class.getName(),
                  address,
                  Integer.toString(port),
                  name)
              .redirectError(Redirect.INHERIT)
              .start();
      CountDownLatch ready = new CountDownLatch(1);
      Thread reader =
          new Thread(
              () -> {
                try (BufferedReader lines =
                    new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                  lines
                      .lines()
                      .forEach(
                          line -> {
                            ready.countDown();
                            if (line.startsWith("kept ")) {
                              kept.add(line.substring("kept ".length()));
                            }
                          });
                } catch (IOException | UncheckedIOException e) {
                  // It was killed while it wrote a line.
                } finally {
                  ready.countDown();
                }
              });
      reader.setDaemon(true);
      reader.start();
      return new Child(process, ready);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Counts settle(
      DatabaseUrl url, RandomPlatform platform, int kills, Set<String> kept) {
    AtomicReference<Instant> now = new AtomicReference<>(Clock.systemUTC().instant());
    List<Row> rows;
    try (Store store = NudgeChildMain.store(url, "last", now::get);
        NudgeEngine engine = NudgeChildMain.engine(store, platform.port(), now::get)) {
      for (int i = 0; i < SETTLING_TICKS; i++) {
        engine.tick();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(2)));
      }
      rows =
          store
              .database()
              .read(
                  handle ->
                      handle
                          .createQuery(
                              "select f.id, n.id as nudge, n.state, n.tenant_id from follow_up f"
                                  + " join nudge_item i on i.tenant_id = f.tenant_id and i.user_id"
                                  + " = f.user_id and i.follow_up_id = f.id join nudge n on"
                                  + " n.tenant_id = i.tenant_id and n.user_id = i.user_id and n.id"
                                  + " = i.nudge_id where f.next_nudge_at is null")
                          .map(
                              (row, ctx) ->
                                  new Row(
                                      row.getString("id"),
                                      row.getString("nudge"),
                                      row.getString("state"),
                                      row.getString("tenant_id")))
                          .list());
    }
    return count(kills, Set.copyOf(kept), rows, platform.accepted());
  }

  private static Counts count(int kills, Set<String> kept, List<Row> rows, List<String> accepted) {
    Map<String, Long> arrived =
        accepted.stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Set<String> told = rows.stream().map(Row::followUp).collect(Collectors.toSet());
    int sentOnce = 0;
    int doubtArrived = 0;
    int doubtMissing = 0;
    int wrong = rows.size() - told.size();
    int unasked = 0;
    for (Row row : rows) {
      boolean here = arrived.containsKey(row.nudge());
      if (row.state().equals("sent") && here) {
        sentOnce++;
      } else if (row.state().equals("unknown")) {
        doubtArrived += here ? 1 : 0;
        doubtMissing += here ? 0 : 1;
        unasked += row.tenant().startsWith("slack:") ? 1 : 0;
      } else {
        wrong++;
      }
    }
    return new Counts(
        kills,
        kept.size(),
        (int) kept.stream().filter(id -> !told.contains(id)).count(),
        sentOnce,
        doubtArrived,
        doubtMissing,
        (int) arrived.values().stream().filter(times -> times > 1).count(),
        wrong,
        unasked);
  }
}
