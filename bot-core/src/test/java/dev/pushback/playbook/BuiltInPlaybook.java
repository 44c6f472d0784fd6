package dev.pushback.playbook;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the built-in playbook, for tests that look at them or need a copy to damage. */
final class BuiltInPlaybook {
  private BuiltInPlaybook() {}

  /** Where the files lie. */
  static Path folder() {
    URL file = Playbooks.class.getResource("cues.yaml");
    if (file == null) {
      throw new IllegalStateException("the playbook is missing from the class path");
    }
    try {
      return Path.of(new URI(file.toString())).resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All files, without those that are no YAML. */
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** Copies all files into a folder. */
  static void copyTo(Path target) throws IOException {
    for (Path file : files()) {
      Path copy = target.resolve(folder().relativize(file).toString());
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(file, copy);
    }
  }
}
