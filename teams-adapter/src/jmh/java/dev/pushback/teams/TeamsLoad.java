package dev.pushback.teams;

import dev.pushback.load.Bench;
import dev.pushback.load.Burst;
import dev.pushback.load.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How many messages a second the coach answers on Teams, and how many buttons, as {@code ./pushback
 * teams} starts it, with the whole coaching, on a fresh database in a file; and, in the same run,
 * how many a bot gets done that says back what it hears, on botbuilder for JavaScript. Microsoft
 * and Teams are played by this process, which runs on the same machine, as do both bots. Both
 * verify who sends; the other bot doesn't fetch what it writes with.
 *
 * <pre>
 * mvn -q -Pload -pl teams-adapter -am -DskipTests verify
 * </pre>
 *
 * <p>Needs Linux (memory is read from /proc), and Node 20 or later with npm. What is to be quoted
 * are the last two lines.
 */
public final class TeamsLoad {
  /** Before what is quoted: Java translates what it runs often. By then all have spoken. */
  private static final int WARM_UP = 10_000;

  private static final int WARM_UP_OF_BUTTONS = 5_000;

  /** Maven starts this in teams-adapter. */
  private static final Path HERE = Path.of("").toAbsolutePath();

  private static final Path HOUSE = HERE.resolve("..").normalize();
  private static final Path ECHO = HERE.resolve("src/jmh/echo");

  private record Measured(Burst.Result result, double cpuMillis) {
    String line(String what, String wanted) {
      return String.format(
          Locale.ROOT, "%s, %.2f ms of processor each", result.line(what, wanted), cpuMillis);
    }
  }

  private record Figures(
      long startMillis, long idleMb, Measured messages, Measured invokes, long afterMb) {
    String lines(String name) {
      return String.format(
          Locale.ROOT,
          "%-14s ready in %,6d ms, %3d MB idle, %3d MB afterwards%n  %s%n  %s",
          name,
          startMillis,
          idleMb,
          afterMb,
          messages.line("messages", "answered with a card that has buttons"),
          invokes.line("invokes", "answered with a card"));
    }
  }

  private TeamsLoad() {}

  /**
   * Measures.
   *
   * @param args how many times, and how many messages and invokes each time
   */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    int count = Integer.parseInt(args[1]);
    Bench.install(ECHO);
    // Without settings it does no more than prepare what is prepared once after a build.
    Bench.run(HOUSE, "./pushback", "teams");
    List<Figures> coaches = new ArrayList<>();
    List<Figures> echoes = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      coaches.add(coach(count));
      echoes.add(echo(count));
      System.out.printf(Locale.ROOT, "round %d, load of the machine %s%n", round, Bench.machine());
      System.out.println(coaches.get(round - 1).lines("the coach"));
      System.out.println(echoes.get(round - 1).lines("an echo in JS"));
    }
    System.out.println(medians("medians, the coach:    ", coaches));
    System.out.println(medians("medians, an echo in JS:", echoes));
  }

  private static Figures coach(int count) throws Exception {
    Path folder = Files.createTempDirectory("pushback-load");
    int port = Bench.freePort();
    try (FakeMicrosoft microsoft = new FakeMicrosoft(InstantSource.system());
        Connector connector = new Connector()) {
      ProcessBuilder command = new ProcessBuilder("./pushback", "teams");
      command.directory(HOUSE.toFile());
      command
          .environment()
          .putAll(
              Map.of(
                  "TEAMS_APP_ID", FakeMicrosoft.APP,
                  "TEAMS_APP_PASSWORD", FakeMicrosoft.SECRET,
                  "TEAMS_TENANT_ID", "many",
                  "TEAMS_LOGIN_URL", microsoft.url(),
                  "TEAMS_OPENID_METADATA_URL", microsoft.metadataUrl(),
                  "TEAMS_SERVICE_HOSTS", connector.host(),
                  "PUSHBACK_PORT", Integer.toString(port),
                  "PUSHBACK_DB", folder.resolve("load.db").toString(),
                  "PUSHBACK_KEY", Bench.key()));
      return measure(
          Program.start(command, port, "/readyz"), port, crowd(microsoft, connector), count);
    } finally {
      Bench.delete(folder);
    }
  }

  private static Figures echo(int count) throws Exception {
    int port = Bench.freePort();
    try (FakeMicrosoft microsoft = new FakeMicrosoft(InstantSource.system());
        Connector connector = new Connector()) {
      ProcessBuilder command = new ProcessBuilder("node", "echo.js");
      command.directory(ECHO.toFile());
      command
          .environment()
          .putAll(
              Map.of(
                  "NODE_ENV",
                  "production",
                  "APP",
                  FakeMicrosoft.APP,
                  "METADATA",
                  microsoft.metadataUrl(),
                  "PORT",
                  Integer.toString(port)));
      return measure(Program.start(command, port, "/"), port, crowd(microsoft, connector), count);
    }
  }

  private static Crowd crowd(FakeMicrosoft microsoft, Connector connector) {
    return new Crowd(connector, microsoft.token(connector.serviceUrl()).bearer());
  }

  private static Figures measure(Program started, int port, Crowd crowd, int count)
      throws Exception {
    try (Program program = started) {
      long idle = program.residentMb();
      Measured messages = measure(program, new Burst(port), crowd.writing(), WARM_UP, count);
      Measured invokes =
          measure(program, new Burst(port), crowd.pressing(), WARM_UP_OF_BUTTONS, count);
      return new Figures(program.readyMillis(), idle, messages, invokes, program.residentMb());
    }
  }

  private static Measured measure(
      Program program, Burst burst, Burst.Sender sender, int warmUp, int count) throws Exception {
    // Both read Microsoft's keys when they need them first; the other bot refuses whoever comes
    // then.
    burst.run(1, sender);
    System.out.printf(
        Locale.ROOT,
        "  the first %,d: %s%n",
        warmUp,
        burst.run(warmUp, sender).line("requests", "as wanted"));
    long before = program.cpuMillis();
    Burst.Result result = burst.run(count, sender);
    return new Measured(result, (double) (program.cpuMillis() - before) / count);
  }

  private static String medians(String name, List<Figures> of) {
    return String.format(
        Locale.ROOT,
        "%s %,.0f messages/s, p50 %.1f ms, p99 %.1f ms; %,.0f invokes/s, p50 %.1f ms, p99 %.1f ms;"
            + " %.0f errors; ready in %.0f ms; %.0f MB idle, %.0f MB afterwards",
        name,
        median(of, one -> one.messages().result().perSecond()),
        median(of, one -> one.messages().result().millis(0.5)),
        median(of, one -> one.messages().result().millis(0.99)),
        median(of, one -> one.invokes().result().perSecond()),
        median(of, one -> one.invokes().result().millis(0.5)),
        median(of, one -> one.invokes().result().millis(0.99)),
        median(of, one -> one.messages().result().errors() + one.invokes().result().errors()),
        median(of, Figures::startMillis),
        median(of, Figures::idleMb),
        median(of, Figures::afterMb));
  }

  private static double median(List<Figures> of, ToDoubleFunction<Figures> figure) {
    return Bench.median(of.stream().map(figure::applyAsDouble).toList());
  }
}
