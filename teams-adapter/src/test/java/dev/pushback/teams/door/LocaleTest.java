package dev.pushback.teams.door;

import static dev.pushback.teams.door.DoorWorld.activity;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People of all languages write to one program. */
class LocaleTest {
  private static ObjectNode with(String name, String value) {
    return activity("message").set(name, DoorWorld.json(value));
  }

  /** The SDK sets that of the whole program to the sender's. */
  @ParameterizedTest
  @ValueSource(strings = {"\"tr-TR\"", "\"xx\"", "\"\"", "7", "{}"})
  void nobodyChangesTheLocaleOfTheProgram(String locale) throws IOException {
    Locale before = Locale.getDefault();
    try (DoorWorld world = new DoorWorld()) {
      assertThat(world.post(with("locale", locale)).statusCode()).isEqualTo(202);
      assertThat(world.heard).hasSize(1);
    }
    assertThat(Locale.getDefault()).isEqualTo(before).isNotEqualTo(Locale.forLanguageTag("tr-TR"));
  }
}
