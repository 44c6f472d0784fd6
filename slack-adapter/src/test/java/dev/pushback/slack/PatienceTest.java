package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Reception.Thought;
import dev.pushback.adapter.Workers;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import dev.pushback.slack.PretendSlack.Call;
import dev.pushback.store.DatabaseUrl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Slack doesn't wait for the coach, and the coach doesn't take on more than it can do. */
class PatienceTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  @TempDir Path folder = Path.of("");

  /** As it is run: whoever reads doesn't wait for whoever writes. */
  private DatabaseUrl file() {
    return new DatabaseUrl.File(folder.resolve("pushback.db"));
  }

  /** While somebody holds the memory, no answer can be made. */
  private static CompletableFuture<Boolean> hold(Scene scene, CountDownLatch gate)
      throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<Boolean> holding =
        CompletableFuture.supplyAsync(
            () ->
                scene.store.with(
                    new Person("slack:T1", "U7"),
                    memory -> {
                      held.countDown();
                      await(gate);
                      return true;
                    }));
    held.await();
    return holding;
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Timeout(60)
  void aCommandIsAcknowledgedBeforeItsAnswerIsReady() throws Exception {
    try (Scene scene = new Scene(Duration.ofMillis(20), file())) {
      scene.said("help");
      CountDownLatch gate = new CountDownLatch(1);
      CompletableFuture<Boolean> holding = hold(scene, gate);
      scene.slack.forget();

      HttpResponse<String> acknowledged = scene.command("C1", KICK_OFF);
      boolean stillHeld = !holding.isDone();
      gate.countDown();

      assertThat(stillHeld).isTrue();
      assertThat(acknowledged.statusCode()).isEqualTo(200);
      assertThat(acknowledged.body()).isEmpty();
      assertThat(scene.slack.await("respond").shown()).contains("April");
    }
  }

  @Test
  @Timeout(60)
  void aWindowSaysOneMomentUntilItsAnswerIsReady() throws Exception {
    try (Scene scene = new Scene(Duration.ofMillis(20), file())) {
      HttpResponse<String> unused = scene.pushBackOn("Our earliest is February", Optional.of("T9"));
      Call window = scene.slack.await("views.open");
      CountDownLatch gate = new CountDownLatch(1);
      CompletableFuture<Boolean> holding = hold(scene, gate);

      Call waiting = scene.submit(window, "V1", Map.of("want", "the kick-off in April"));
      boolean stillHeld = !holding.isDone();
      gate.countDown();

      assertThat(stillHeld).isTrue();
      assertThat(waiting.shown()).contains("One moment");
      assertThat(scene.slack.await("views.update").shown()).contains("April");
    }
  }

  @Test
  @Timeout(60)
  void aFullDeskSaysSoAtOnceAndFinishesWhatItTook() throws IOException {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(2);
    try (Workers workers = new Workers(1, 1)) {
      CountDownLatch begun = new CountDownLatch(1);
      assertThat(
              workers.take(
                  () -> {
                    begun.countDown();
                    await(gate);
                    done.countDown();
                  }))
          .isTrue();
      await(begun);
      assertThat(workers.take(done::countDown)).as("waits").isTrue();

      assertThat(workers.take(() -> {})).as("too much").isFalse();
      gate.countDown();
    }
    assertThat(done.getCount()).isZero();
  }

  @Test
  @Timeout(60)
  void whatComesLateIsShownAlsoWhenThereIsTooMuchToDoAndWhenItFails() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<Reply> shown = new CompletableFuture<>();
    try (Scene scene = new Scene();
        Workers workers = new Workers(1, 1)) {
      Reception reception = scene.reception(workers, Duration.ofMillis(20));
      Thought thought =
          reception.think(
              () -> {
                await(gate);
                throw new IllegalStateException("away");
              },
              shown::complete);
      boolean unused = workers.take(() -> {}); // The queue is full now.

      assertThat(thought).isInstanceOf(Thought.Later.class);
      assertThat(workers.take(() -> {})).isFalse();
      gate.countDown();
      assertThat(shown.get(30, TimeUnit.SECONDS).card().title()).isEqualTo("Something went wrong");
    }
  }
}
