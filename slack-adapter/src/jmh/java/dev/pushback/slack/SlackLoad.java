package dev.pushback.slack;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

  private static final int COMMANDS = Integer.getInteger("commands", 60_000);
  private static final long LONGEST_START_SECONDS = 60;
  private static final int KEY_BYTES = 32;

  /** Maven starts this in slack-adapter. */
  private static final Path HERE = Path.of("").toAbsolutePath();

  private static final Path ECHO = HERE.resolve("src/jmh/echo");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private record Figures(
      long startMillis, long idleMb, Burst.Result result, double cpuMillis, long afterMb) {
    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%-14s ready in %,6d ms, %3d MB idle, %s, %.2f ms of processor each, %3d MB afterwards",
          name,
          startMillis,
          idleMb,
          result.line(),
          cpuMillis,
          afterMb);
    }
  }

  private SlackLoad() {}

  /**
   * Measures.
   *
   * @param args how many times
   */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    run(
        HERE,
        "npm",
        "install",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--prefix",
        "" + ECHO);
    // Without settings it does no more than prepare what is prepared once after a build.
    run(HERE.getParent(), "./pushback", "slack");
    List<Double> ratios = new ArrayList<>();
    List<Figures> ours = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Figures coach = coach();
      Figures echo = echo();
      ours.add(coach);
      ratios.add(coach.result().perSecond() / echo.result().perSecond());
      System.out.printf(Locale.ROOT, "round %d, load of the machine %s%n", round, machine());
      System.out.println(coach.line("the coach"));
      System.out.println(echo.line("an echo in JS"));
    }
    System.out.printf(
        Locale.ROOT,
        "medians: %,.0f commands/s, p99 %.0f ms, ready in %.0f ms, %.0f MB afterwards, %.2f times"
            + " the echo%n",
        median(ours.stream().map(one -> one.result().perSecond()).toList()),
        median(ours.stream().map(one -> one.result().millis(0.99)).toList()),
        median(ours.stream().map(one -> (double) one.startMillis()).toList()),
        median(ours.stream().map(one -> (double) one.afterMb()).toList()),
        median(ratios));
  }

  private static Figures coach() throws Exception {
    Path folder = Files.createTempDirectory("pushback-load");
    int port = freePort();
    byte[] key = new byte[KEY_BYTES];
    new Random().nextBytes(key);
    try (PretendSlack slack = new PretendSlack()) {
      Burst.people().forEach(user -> slack.person(user, user, "Europe/Berlin"));
      ProcessBuilder command = new ProcessBuilder("./pushback", "slack");
      command.directory(HERE.getParent().toFile());
      command
          .environment()
          .putAll(
              Map.of(
                  "SLACK_API_URL", slack.api(),
                  "SLACK_SIGNING_SECRET", Burst.SECRET,
                  "SLACK_BOT_TOKEN", PretendSlack.TOKEN,
                  "PUSHBACK_PORT", Integer.toString(port),
                  "PUSHBACK_DB", folder.resolve("load.db").toString(),
                  "PUSHBACK_KEY", Base64.getEncoder().encodeToString(key)));
      return measure(command, port, "/readyz", slack);
    } finally {
      delete(folder);
    }
  }

  private static Figures echo() throws Exception {
    int port = freePort();
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
                  Burst.SECRET,
                  "PORT",
                  Integer.toString(port)));
      return measure(command, port, "/", slack);
    }
  }

  private static Figures measure(
      ProcessBuilder command, int port, String readyAt, PretendSlack slack) throws Exception {
    long began = System.nanoTime();
    Process process =
        command
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await(process, port, readyAt);
      long ready = System.nanoTime() - began;
      long idle = residentMb(process.pid());
      Burst burst = new Burst(port, slack.responseUrl());
      // The first one in a channel is answered as soon as Slack has said who is around there.
      burst.run(1);
      TimeUnit.SECONDS.sleep(1);
      Burst.Result warmUp = burst.run(WARM_UP);
      System.out.printf("  the first %,d: %s%n", WARM_UP, warmUp.line());
      long before = cpuMillis(process);
      Burst.Result result = burst.run(COMMANDS);
      return new Figures(
          TimeUnit.NANOSECONDS.toMillis(ready),
          idle,
          result,
          (double) (cpuMillis(process) - before) / COMMANDS,
          residentMb(process.pid()));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Any answer of the echo will do; it has no such page. */
  private static void await(Process process, int port, String at) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + at);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
    while (process.isAlive() && System.nanoTime() < until) {
      try {
        int status =
            CLIENT
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
        if (status == 200 || at.equals("/")) {
          return;
        }
      } catch (IOException e) {
        // Not there yet.
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IOException("it didn't start");
  }

  /** Says how much it costs, whatever else the machine does. */
  private static long cpuMillis(Process process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  private static long residentMb(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .sum();
    }
  }

  private static String machine() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void run(Path in, String... command) throws Exception {
    new ProcessBuilder(command)
        .directory(in.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static double median(List<Double> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }
}
