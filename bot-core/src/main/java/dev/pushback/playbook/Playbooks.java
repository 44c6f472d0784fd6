package dev.pushback.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where playbooks come from: the one in the jar, or a folder that replaces it. */
public final class Playbooks {
  private static final String INSIDE = "/dev/pushback/playbook/";

  private Playbooks() {}

  /** The playbook that comes with the program. */
  public static PlaybookReader builtIn() {
    return new PlaybookReader(
        name -> Optional.ofNullable(Playbooks.class.getResourceAsStream(INSIDE + name)));
  }

  /**
   * A playbook in a folder.
   *
   * @throws PlaybookException when there is no such folder
   */
  public static PlaybookReader in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new PlaybookException(
          folder.toString(), 0, "there is no such folder; PUSHBACK_PLAYBOOK names it");
    }
    return new PlaybookReader(name -> open(folder.resolve(name)));
  }

  private static Optional<InputStream> open(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.newInputStream(file));
    } catch (IOException e) {
      throw new PlaybookException(file.toString(), 0, "cannot be read: " + e.getMessage());
    }
  }
}
