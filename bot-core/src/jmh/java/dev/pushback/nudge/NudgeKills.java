package dev.pushback.nudge;

import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Kills processes two hundred times on each database, and counts what became of the follow-ups:
 *
 * <pre>
 * mvn -q -Pbenchmark -pl bot-core -am verify -Dmeasure=dev.pushback.nudge.NudgeKills
 * </pre>
 */
public final class NudgeKills {
  private static final int KILLS = 200;

  private NudgeKills() {}

  /** Runs on a file with one process, then on PostgreSQL with two. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("kills");
    System.out.println(
        "SQLite, one process: "
            + KillTrial.run(new DatabaseUrl.File(folder.resolve("kills.db")), KILLS, 1, 1));
    System.out.println(
        "PostgreSQL, two processes: " + KillTrial.run(TestPostgres.fresh(), KILLS, 2, 2));
    System.exit(0);
  }
}
