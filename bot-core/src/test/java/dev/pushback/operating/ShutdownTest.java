package dev.pushback.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end, step by step. */
class ShutdownTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void stepsComeInOrderWhateverBecomesOfTheOthers() {
    List<String> log = new ArrayList<>();
    List<String> done = new ArrayList<>();
    CountDownLatch never = new CountDownLatch(1);
    Shutdown shutdown =
        new Shutdown(log::add)
            .then("not ready", LONG, () -> done.add("drain"))
            .then(
                "accept nothing",
                LONG,
                () -> {
                  throw new IllegalStateException("what somebody wrote");
                })
            .then(
                "finish",
                Duration.ofMillis(50),
                () -> {
                  try {
                    done.add(String.valueOf(never.await(1, TimeUnit.HOURS)));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                })
            .then("close", LONG, () -> done.add("close"));

    shutdown.run();
    shutdown.run();

    assertThat(done).containsExactly("drain", "close");
    assertThat(log)
        .containsExactly(
            "shutdown: not ready: done",
            "shutdown: accept nothing: failed, java.lang.IllegalStateException",
            "shutdown: finish: not done within PT0.05S",
            "shutdown: close: done");
  }
}
