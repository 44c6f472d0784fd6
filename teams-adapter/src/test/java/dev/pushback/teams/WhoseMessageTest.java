package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A message of a colleague is told from one of a partner, but not who talks with the coach. */
class WhoseMessageTest {
  private static final String INSIDE = "written inside your organisation";
  private static final String MESSAGE = "<p>Can you have the kick-off in February?</p>";

  @Test
  void onlyThoseWhomThePickerNamesCountAsColleagues() throws IOException {
    try (Scene scene = new Scene()) {
      assertThat(scene.said("sam", "they want the kick-off in February").conversation())
          .isEqualTo(Scene.chat("sam"));
      assertThat(scene.pushBackOn("sam", MESSAGE).text()).contains(INSIDE);

      assertThat(scene.said("sam", "shares off").conversation()).isEqualTo(Scene.chat("sam"));
      assertThat(scene.pushBackOn("sam", MESSAGE).text()).doesNotContain(INSIDE);
      assertThat(scene.pushBackOn("ada", MESSAGE).text()).contains(INSIDE);
    }
  }
}
