package dev.pushback.operating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestClock;
import dev.pushback.TestKnowledge;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.people.Person;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Retention;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory stays small, quick and sound. */
class HousekeepingTest {
  private static final Person ROSA = new Person("console", "rosa");

  private final TestClock clock =
      new TestClock(Instant.parse("2026-03-10T10:00:00Z"), ZoneOffset.UTC);
  private final List<String> complaints = new ArrayList<>();

  @TempDir Path folder = Path.of("");

  private Store store = TestStores.inMemory(clock);
  private Housekeeping housekeeping = house();

  private Housekeeping house() {
    return new Housekeeping(store, new Retention(30), complaints::add);
  }

  private Path file() {
    return folder.resolve("pushback.db");
  }

  @BeforeEach
  void open() {
    store.close();
    store = TestStores.open(new DatabaseUrl.File(file()), clock);
    housekeeping = house();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void tick() {
    housekeeping.tick(clock.instant());
  }

  private void say(String text) {
    assertThat(
            new Coach(TestKnowledge.get(), store, ZoneOffset.UTC)
                .reply(new Utterance(ROSA, text))
                .helped())
        .as(text)
        .isTrue();
  }

  private boolean isEmptyWal() throws IOException {
    return Files.size(Path.of(file() + "-wal")) == 0;
  }

  @Test
  void whatEndedLongAgoIsDeletedOnceADay() {
    say("track the signed NDA with Rivera by Friday");
    say("done the NDA");
    tick();
    assertThat(store.export(ROSA)).contains("NDA");

    clock.pass(Duration.ofDays(31));
    tick();
    assertThat(store.export(ROSA)).doesNotContain("NDA");
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyHourWhatWasWrittenMovesIntoTheFile() throws IOException {
    tick();
    assertThat(isEmptyWal()).isTrue();

    say("track the signed NDA with Rivera by Friday");
    clock.pass(Duration.ofMinutes(59));
    tick();
    assertThat(isEmptyWal()).isFalse();
    clock.pass(Duration.ofMinutes(1));
    tick();
    assertThat(isEmptyWal()).isTrue();
  }

  @Test
  void aClockThatWasTurnedBackStopsNothing() throws IOException {
    tick();
    say("track the signed NDA with Rivera by Friday");
    clock.pass(Duration.ofDays(-100));

    tick();

    assertThat(isEmptyWal()).isTrue();
  }

  @Test
  void whatFailsIsToldAndDoesNotThrow() throws IOException {
    Files.delete(file());

    tick();

    assertThat(complaints).isNotEmpty().allMatch(line -> line.contains("deleted or replaced"));
  }
}
