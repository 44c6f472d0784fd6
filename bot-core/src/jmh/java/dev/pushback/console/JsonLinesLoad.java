package dev.pushback.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pushback.operating.Loading;
import dev.pushback.training.Examples;
import dev.pushback.training.Examples.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many lines a second {@code ./pushback jsonl} answers from a cold start, and how much memory
 * it keeps; in a Java with as much memory as the launcher gives it:
 *
 * <pre>
 * mvn -q -Pbenchmark -pl bot-core -am verify -Dmeasure=dev.pushback.console.JsonLinesLoad
 * </pre>
 */
public final class JsonLinesLoad {
  private static final int LINES = 10_000;
  private static final List<String> ALL_OPS = List.of("understand", "script", "answer", "reframe");

  /** Maven starts this in bot-core. */
  private static final Path EXAMPLES = Path.of("..", "config", "playbook", "examples");

  private JsonLinesLoad() {}

  /** Runs lines of one kind, then of all kinds. */
  public static void main(String[] args) throws IOException {
    JsonLines lines =
        new JsonLines(Loading.load(Map.of()), new Bugs(Optional.empty(), () -> "load"));
    run("understand", lines, input(List.of("understand")));
    run("mixed", lines, input(ALL_OPS));
  }

  private static String input(List<String> ops) throws IOException {
    Examples examples = Examples.in(EXAMPLES);
    ObjectMapper json = new ObjectMapper();
    return IntStream.range(0, LINES)
        .mapToObj(
            i -> {
              String op = ops.get(i % ops.size());
              return json.createObjectNode()
                  .put("id", i)
                  .put("op", op)
                  .put("text", text(op, i, examples))
                  .toString();
            })
        .collect(Collectors.joining("\n"));
  }

  private static String text(String op, int i, Examples examples) {
    List<Said> texts =
        switch (op) {
          case "answer" -> examples.objections();
          case "reframe" -> examples.thoughts();
          default -> examples.situations();
        };
    return texts.get(i % texts.size()).text();
  }

  private static void run(String name, JsonLines lines, String input) throws IOException {
    long start = System.nanoTime();
    lines.run(new BufferedReader(new StringReader(input)), Writer.nullWriter());
    long took = System.nanoTime() - start;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%-10s  %,d lines, %,d lines a second, %d MB on the heap afterwards%n",
        name,
        LINES,
        LINES * TimeUnit.SECONDS.toNanos(1) / took,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
