package dev.pushback.teams.door;

import static dev.pushback.teams.door.DoorWorld.activity;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the time is written, nobody is refused for it. */
class TimestampTest {
  private static ObjectNode with(String name, String value) {
    return activity("message").set(name, DoorWorld.json(value));
  }

  /** The SDK refuses a time without a fraction. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-03-10T10:00:00Z\"",
        "\"2026-03-10T10:00:00.5Z\"",
        "\"2026-03-10T10:00:00.075Z\"",
        "\"2026-03-10T10:00:00.1234567Z\"",
        "\"2026-03-10T11:00:00+01:00\"",
        "\"yesterday\"",
        "1773136800",
        "null",
        "{}"
      })
  void nobodyIsRefusedForATime(String time) throws IOException {
    try (DoorWorld world = new DoorWorld()) {
      assertThat(world.post(with("timestamp", time)).statusCode()).isEqualTo(202);
      assertThat(world.post(with("localTimestamp", time)).statusCode()).isEqualTo(202);
      assertThat(world.heard).hasSize(2);
    }
  }
}
