package dev.pushback.slack;

import dev.pushback.load.Bench;
import dev.pushback.load.Burst;
import dev.pushback.load.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many signed {@code /pushback} commands a second the coach answers on Slack, as {@code
 * ./pushback slack} starts it, with the whole coaching, on a fresh database in a file; and, in the
 * same run, how many a bot gets done that says back what it hears, on Bolt for JavaScript. Slack
 * itself is played by this process, which runs on the same machine, as do both bots.
 *
 * <pre>
 * mvn -q -Pload -pl slack-adapter -am -DskipTests verify
 * </pre>
 *
 * <p>Needs Linux (memory is read from /proc), and Node 20 or later with npm. What is to be quoted
 * is the last line.
 */
public final class SlackLoad {
  /** Before what is quoted: Java translates what it runs often. */
  private static final int WARM_UP = 10_000;

  /** Maven starts this in slack-adapter. */
  private static final Path HERE = Path.of("").toAbsolutePath();

  private static final Path HOUSE = HERE.resolve("..").normalize();
  private static final Path ECHO = HERE.resolve("src/jmh/echo");

  private record Figures(
      long startMillis, long idleMb, Burst.Result result, double cpuMillis, long afterMb) {
    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%-14s ready in %,6d ms, %3d MB idle, %s, %.2f ms of processor each, %3d MB afterwards",
          name,
          startMillis,
          idleMb,
          said(result),
          cpuMillis,
          afterMb);
    }
  }

  private SlackLoad() {}

  /**
   * Measures.
   *
   * @param args how many times, and how many commands each time
   */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    int count = Integer.parseInt(args[1]);
    Bench.install(ECHO);
    // Without settings it does no more than prepare what is prepared once after a build.
    Bench.run(HOUSE, "./pushback", "slack");
    List<Double> ratios = new ArrayList<>();
    List<Figures> ours = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Figures coach = coach(count);
      Figures echo = echo(count);
      ours.add(coach);
      ratios.add(coach.result().perSecond() / echo.result().perSecond());
      System.out.printf(Locale.ROOT, "round %d, load of the machine %s%n", round, Bench.machine());
      System.out.println(coach.line("the coach"));
      System.out.println(echo.line("an echo in JS"));
    }
    System.out.printf(
        Locale.ROOT,
        "medians: %,.0f commands/s, p99 %.0f ms, ready in %.0f ms, %.0f MB afterwards, %.2f times"
            + " the echo%n",
        Bench.median(ours.stream().map(one -> one.result().perSecond()).toList()),
        Bench.median(ours.stream().map(one -> one.result().millis(0.99)).toList()),
        Bench.median(ours.stream().map(one -> (double) one.startMillis()).toList()),
        Bench.median(ours.stream().map(one -> (double) one.afterMb()).toList()),
        Bench.median(ratios));
  }

  private static Figures coach(int count) throws Exception {
    Path folder = Files.createTempDirectory("pushback-load");
    int port = Bench.freePort();
    try (PretendSlack slack = new PretendSlack()) {
      SignedCommands.people().forEach(user -> slack.person(user, user, "Europe/Berlin"));
      ProcessBuilder command = new ProcessBuilder("./pushback", "slack");
      command.directory(HOUSE.toFile());
      command
          .environment()
          .putAll(
              Map.of(
                  "SLACK_API_URL", slack.api(),
                  "SLACK_SIGNING_SECRET", SignedCommands.SECRET,
                  "SLACK_BOT_TOKEN", PretendSlack.TOKEN,
                  "PUSHBACK_PORT", Integer.toString(port),
                  "PUSHBACK_DB", folder.resolve("load.db").toString(),
                  "PUSHBACK_KEY", Bench.key()));
      return measure(Program.start(command, port, "/readyz"), port, slack, count);
    } finally {
      Bench.delete(folder);
    }
  }

  private static Figures echo(int count) throws Exception {
    int port = Bench.freePort();
    try (PretendSlack slack = new PretendSlack()) {
      ProcessBuilder command = new ProcessBuilder("node", "echo.js");
      command.directory(ECHO.toFile());
      command
          .environment()
          .putAll(
              Map.of(
                  "NODE_ENV",
                  "production",
                  "SLACK_SIGNING_SECRET",
                  SignedCommands.SECRET,
                  "PORT",
                  Integer.toString(port)));
      return measure(Program.start(command, port, "/"), port, slack, count);
    }
  }

  private static Figures measure(Program started, int port, PretendSlack slack, int count)
      throws Exception {
    try (Program program = started) {
      long idle = program.residentMb();
      Burst burst = new Burst(port);
      SignedCommands commands = new SignedCommands(slack.responseUrl());
      // The first one in a channel is answered as soon as Slack has said who is around there.
      burst.run(1, commands);
      TimeUnit.SECONDS.sleep(1);
      System.out.printf("  the first %,d: %s%n", WARM_UP, said(burst.run(WARM_UP, commands)));
      long before = program.cpuMillis();
      Burst.Result result = burst.run(count, commands);
      return new Figures(
          program.readyMillis(),
          idle,
          result,
          (double) (program.cpuMillis() - before) / count,
          program.residentMb());
    }
  }

  private static String said(Burst.Result result) {
    return result.line("commands", "answered in place");
  }
}
