package dev.pushback.benchmark;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.training.Examples;
import dev.pushback.training.Examples.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The same 200 texts for every benchmark, from all authors of the examples, and what reads them.
 */
final class Texts {
  private static final int COUNT = 200;
  private static final int WORDS = 100;

  /** Maven starts the benchmarks in bot-core. */
  private static final Path EXAMPLES = Path.of("..", "config", "playbook", "examples");

  private Texts() {}

  /** What people type to the coach. */
  static List<String> situations() {
    return some(Examples::situations);
  }

  /** What partners write. */
  static List<String> objections() {
    return some(Examples::objections);
  }

  /** Messages about to be sent, of which most have around forty words; joined to a hundred. */
  static List<String> drafts() {
    List<String> drafts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (String text : some(Examples::drafts)) {
      if (count(text) < WORDS / 2) {
        words.append(text).append("\n\n");
      }
      if (count(words.toString()) >= WORDS) {
        drafts.add(words.toString().strip());
        words.setLength(0);
      }
    }
    return drafts;
  }

  private static int count(String text) {
    return text.strip().split("\\s+", -1).length;
  }

  /** The coach's own words and what it learned, from the class path. */
  static Knowledge knowledge() {
    return TestKnowledge.get();
  }

  private static List<String> some(Function<Examples, List<Said>> kind) {
    try {
      List<Said> all = kind.apply(Examples.in(EXAMPLES));
      return IntStream.range(0, COUNT)
          .mapToObj(i -> all.get(i * all.size() / COUNT).text())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
