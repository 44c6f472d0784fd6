package dev.pushback;

import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The built-in playbook and what was learned from its examples, loaded once for all tests. Nothing
 * in it changes, so tests that run at the same time can share it.
 */
public final class TestKnowledge {

  private static final class Loaded {
    private static final Knowledge KNOWLEDGE = load();

    private static Knowledge load() {
      try (InputStream in = ReaderModel.class.getResourceAsStream("/" + ReaderModel.FILE)) {
        if (in == null) {
          throw new IllegalStateException(
              ReaderModel.FILE + " is missing; build the module once, which learns it");
        }
        return Knowledge.of(
            Playbooks.builtIn().read(), ReaderModel.read(new BufferedInputStream(in)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private TestKnowledge() {}

  /** All that the coach can do without knowing whom it talks to. */
  public static Knowledge get() {
    return Loaded.KNOWLEDGE;
  }
}
