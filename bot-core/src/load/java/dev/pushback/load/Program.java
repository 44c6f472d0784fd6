package dev.pushback.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A bot that runs as a process of its own. Needs Linux: memory is read from /proc. */
public final class Program implements AutoCloseable {
  private static final long LONGEST_START_SECONDS = 60;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final long readyMillis;

  private Program(Process process, long readyMillis) {
    this.process = process;
    this.readyMillis = readyMillis;
  }

  /**
   * Starts it, and waits until it is ready; what it says is thrown away, but for its errors.
   *
   * @param readyAt the page that answers with 200 then; {@code /} if any answer of it will do
   */
  public static Program start(ProcessBuilder command, int port, String readyAt) throws Exception {
    long began = System.nanoTime();
    Process process =
        command
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await(process, URI.create("http://127.0.0.1:" + port + readyAt));
      return new Program(process, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    } catch (Exception e) {
      process.destroy();
      throw e;
    }
  }

  private static void await(Process process, URI page) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
    while (process.isAlive() && System.nanoTime() < until) {
      try {
        int status =
            CLIENT
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
        if (status == 200 || page.getPath().equals("/")) {
          return;
        }
      } catch (IOException e) {
        // Not there yet.
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IOException("it didn't start");
  }

  /** From its start until it was ready. */
  public long readyMillis() {
    return readyMillis;
  }

  /** So much of the processor it has used, whatever else the machine does. */
  public long cpuMillis() {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  /** So much memory it has. */
  public long residentMb() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .sum();
    }
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
    int unused = process.onExit().join().exitValue();
  }
}
