package dev.pushback.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Where an interactive conversation gets its lines from. */
final class Lines {
  private static final String PROMPT = "> ";

  private Lines() {}

  /** From a terminal, with editing and a history that is kept in a file. */
  static Function<String, Optional<String>> from(Terminal terminal, Path history) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .variable(LineReader.HISTORY_FILE, history)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    return started -> {
      try {
        return Optional.of(reader.readLine(PROMPT, null, (Character) null, started));
      } catch (EndOfFileException | UserInterruptException e) {
        return Optional.empty();
      }
    };
  }

  /** From a pipe or a file. */
  static Function<String, Optional<String>> from(BufferedReader in) {
    return started -> {
      try {
        return Optional.ofNullable(in.readLine()).map(line -> started + line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
