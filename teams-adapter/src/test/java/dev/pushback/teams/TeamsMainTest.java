package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamsMainTest {

  @Test
  void saysThatItIsNotBuiltAndWhatIsSet() {
    List<String> report = TeamsMain.report(Map.of("TEAMS_APP_PASSWORD", "hunter2"));

    assertThat(report).first().asString().contains("not built yet", "./pushback");
    assertThat(report)
        .anyMatch(line -> line.matches(" *TEAMS_APP_PASSWORD +set .*"))
        .anyMatch(line -> line.matches(" *TEAMS_APP_ID +missing .*"))
        .anyMatch(line -> line.matches(" *PUSHBACK_PORT +not set .*3978.*"))
        .noneMatch(line -> line.contains("hunter2"));
  }
}
