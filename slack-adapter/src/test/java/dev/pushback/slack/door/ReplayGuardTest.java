package dev.pushback.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Letting a request in once, whatever the store does. */
@Timeout(60)
class ReplayGuardTest {
  /** Long enough that only a thread that has died would be noticed by it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Set<String> kept = Collections.synchronizedSet(new HashSet<>());

  private Set<String> keep(List<String> keys) {
    Set<String> firsts = new HashSet<>(keys);
    firsts.removeIf(key -> !kept.add(key));
    return firsts;
  }

  @Test
  void whatAnotherCopyOfTheProgramSawIsNotTheFirst() {
    try (ReplayGuard one = new ReplayGuard(this::keep, PATIENCE);
        ReplayGuard other = new ReplayGuard(this::keep, PATIENCE)) {
      assertThat(one.isFirst("v0=1")).isTrue();
      assertThat(one.isFirst("v0=1")).isFalse();
      assertThat(other.isFirst("v0=1")).isFalse();
      assertThat(other.isFirst("v0=2")).isTrue();
    }
  }

  @Test
  void aStoreThatBreaksInAnUnexpectedWayIsAskedAgain() {
    kept.add(ReplayGuard.key("v0=2"));
    AtomicInteger asked = new AtomicInteger();
    try (ReplayGuard guard =
        new ReplayGuard(
            keys -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalArgumentException("nobody thought of this");
              }
              return keep(keys);
            },
            PATIENCE)) {
      assertThat(guard.isFirst("v0=1")).as("the store can't say").isTrue();
      assertThat(guard.isFirst("v0=1")).as("this process knows").isFalse();
      assertThat(guard.isFirst("v0=2")).as("the store says so").isFalse();
    }
  }
}
