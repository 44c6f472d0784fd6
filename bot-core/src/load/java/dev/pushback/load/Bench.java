package dev.pushback.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What stands around what is measured. */
public final class Bench {
  private static final int KEY_BYTES = 32;

  private Bench() {}

  /** Installs what a bot in a folder needs, with npm. */
  public static void install(Path folder) throws Exception {
    run(
        folder,
        "npm",
        "install",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--prefix",
        folder.toString());
  }

  /** Runs something to its end, and throws away what it says. */
  public static void run(Path in, String... command) throws Exception {
    new ProcessBuilder(command)
        .directory(in.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** A port that nobody listens at. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A key as {@code PUSHBACK_KEY} wants it. */
  public static String key() {
    byte[] key = new byte[KEY_BYTES];
    new Random().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** How much the machine has to do. */
  public static String machine() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The one in the middle; of an even number, the higher one. */
  public static double median(List<Double> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }
}
