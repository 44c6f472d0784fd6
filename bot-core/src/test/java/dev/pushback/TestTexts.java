package dev.pushback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts as people type them: those the reader learns from, and those it is judged by. */
public final class TestTexts {
  private static final Path EXAMPLES = Path.of("../config/playbook/examples");
  private static final Path EVALUATION = Path.of("src/evaluation");
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestTexts() {}

  /** Those in all folders of the evaluation; {@code name} as in situations.jsonl. */
  public static List<String> evaluation(String name) {
    return in(folders(EVALUATION), name);
  }

  /** Those in all folders of the playbook's examples. */
  public static List<String> examples(String name) {
    return in(folders(EXAMPLES), name);
  }

  /** Those in one folder of the playbook's examples. */
  public static List<String> examples(String folder, String name) {
    return in(List.of(EXAMPLES.resolve(folder)), name);
  }

  /** Every so many of them, so that a test stays quick. */
  public static List<String> every(int step, List<String> texts) {
    return IntStream.range(0, texts.size())
        .filter(i -> i % step == 0)
        .mapToObj(texts::get)
        .toList();
  }

  /** One list after the other. */
  public static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<Path> folders(Path root) {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> in(List<Path> folders, String name) {
    List<String> texts = new ArrayList<>();
    for (Path folder : folders) {
      Path file = folder.resolve(name + ".jsonl");
      if (Files.exists(file)) {
        texts.addAll(in(file));
      }
    }
    return List.copyOf(texts);
  }

  private static List<String> in(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(TestTexts::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String line) {
    try {
      JsonNode text = JSON.readTree(line).path("text");
      return text.asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
