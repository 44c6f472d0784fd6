package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A partner writes what they like; nobody waits for it. */
class LongMessagesTest {
  /** Many times what it takes, and a small part of what looking through each would. */
  private static final Duration ENDS = Duration.ofSeconds(30);

  @Test
  void manySpacesAreReadOnce() {
    String message = "<p>We need" + "\u00A0".repeat(300_000) + "it. \t </p><p>Now.</p>";
    String read = assertTimeoutPreemptively(ENDS, () -> PlainText.of("html", message));
    assertThat(read.endsWith(" it.\nNow.")).isTrue();
  }
}
