package dev.pushback.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps a trace of bugs for those who mend them: where it happened, under a reference that the
 * person is told. Never what anybody wrote; messages of exceptions may hold it, so they are left
 * out.
 */
final class Bugs {
  private final Optional<Path> file;
  private final Supplier<String> references;

  /**
   * @param file where to note them, if anywhere
   * @param references makes a new reference
   */
  Bugs(Optional<Path> file, Supplier<String> references) {
    this.file = file;
    this.references = references;
  }

  /** Notes a bug and gives its reference. */
  String note(RuntimeException bug) {
    String reference = references.get();
    StringBuilder trace = new StringBuilder(reference).append('\n');
    for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
      trace.append(cause.getClass().getName()).append('\n');
      for (StackTraceElement place : cause.getStackTrace()) {
        trace.append("  ").append(place).append('\n');
      }
    }
    file.ifPresent(path -> append(path, trace.toString()));
    return reference;
  }

  private static void append(Path path, String trace) {
    try {
      Files.writeString(
          path,
          trace,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The person is told the reference all the same; there is nowhere else to note it.
      return;
    }
  }
}
