package dev.pushback.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.card.Card;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of them on one database, with their own threads, as they are run. */
class CompetingEnginesTest {
  private static final int PEOPLE = 150;
  private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");
  private static final NudgeEngine.Settings QUICK =
      new NudgeEngine.Settings(
          new Pace(Duration.ofMillis(10), Duration.ofSeconds(20), 4),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5));

  private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
  private final CountDownLatch left = new CountDownLatch(PEOPLE);

  @TempDir Path folder = Path.of("");

  @Test
  void onPostgresEveryReminderComesOnce() throws InterruptedException {
    compete(TestPostgres.fresh());
  }

  @Test
  void onAFileEveryReminderComesOnce() throws InterruptedException {
    compete(new DatabaseUrl.File(folder.resolve("two.db")));
  }

  private void compete(DatabaseUrl url) throws InterruptedException {
    InstantSource clock = InstantSource.fixed(NOW);
    try (Store one = NudgeChildMain.store(url, "a", clock);
        Store other = NudgeChildMain.store(url, "b", clock)) {
      for (int i = 1; i <= PEOPLE; i++) {
        NudgeChildMain.keep(i % 2 == 0 ? one : other, new Person("slack:T1", "U" + i), "f" + i);
      }
      try (NudgeEngine first = engine(one, clock);
          NudgeEngine second = engine(other, clock)) {
        first.start();
        second.start();
        assertThat(left.await(1, TimeUnit.MINUTES)).as("all came").isTrue();
      }
      assertThat(arrived).doesNotHaveDuplicates().hasSize(PEOPLE);
      assertThat(
              one.database()
                  .<Integer>read(
                      handle ->
                          handle
                              .createQuery("select count(*) from scheduled_tasks")
                              .mapTo(Integer.class)
                              .one()))
          .as("alarms left")
          .isZero();
    }
  }

  private NudgeEngine engine(Store store, InstantSource clock) {
    return new NudgeEngine(
        store,
        new NudgeRules(
            (memory, digest) -> Card.of("Due", digest.worst().get(0).what()),
            (memory, shared) -> Card.of("Shared", shared.body()),
            memory -> followUp -> Optional.empty(),
            (profile, at) -> at,
            ZoneOffset.UTC),
        Map.of("slack", new Counting()),
        QUICK,
        clock,
        System::nanoTime,
        step -> {});
  }

  private final class Counting implements Messenger {
    @Override
    public Outcome send(Nudge nudge) {
      arrived.add(nudge.to().user());
      left.countDown();
      return new Outcome.Sent(nudge.id());
    }

    @Override
    public Lookup find(Sought sought) {
      return new Lookup.CannotTell();
    }
  }
}
