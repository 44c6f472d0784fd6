package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlackMainTest {

  @Test
  void saysThatItIsNotBuiltAndWhatIsSet() {
    List<String> report = SlackMain.report(Map.of("SLACK_BOT_TOKEN", "hunter2"));

    assertThat(report).first().asString().contains("not built yet", "./pushback");
    assertThat(report)
        .anyMatch(line -> line.matches(" *SLACK_BOT_TOKEN +set .*"))
        .anyMatch(line -> line.matches(" *SLACK_SIGNING_SECRET +missing .*"))
        .anyMatch(line -> line.matches(" *PUSHBACK_PORT +not set .*3000.*"))
        .noneMatch(line -> line.contains("hunter2"));
  }
}
