package dev.pushback.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.nudge.KillTrial.Counts;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed at random moments of their work; the long form is {@code NudgeKills}. */
class NudgeKillTest {
  @TempDir Path folder = Path.of("");

  @Test
  void nothingIsLostOrDoubledWhenAProcessOnAFileIsKilled() {
    check(KillTrial.run(new DatabaseUrl.File(folder.resolve("kill.db")), 7, 1, 1));
  }

  @Test
  void nothingIsLostOrDoubledWhenOneOfTwoProcessesOnPostgresIsKilled() {
    check(KillTrial.run(TestPostgres.fresh(), 5, 2, 2));
  }

  private static void check(Counts counts) {
    System.out.println(counts);
    assertThat(counts.kept()).isPositive();
    assertThat(counts.lost()).as("lost").isZero();
    assertThat(counts.twice()).as("arrived twice").isZero();
    assertThat(counts.wrong()).as("otherwise than written down").isZero();
    assertThat(counts.unasked()).as("in doubt though it can be asked").isZero();
  }
}
