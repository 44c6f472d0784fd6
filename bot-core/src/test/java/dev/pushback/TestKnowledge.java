package dev.pushback;

import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the built-in playbook and reader know, loaded once for all tests. */
public final class TestKnowledge {
  private TestKnowledge() {}

  /** The knowledge; the same for everybody. */
  public static Knowledge get() {
    return Holder.KNOWLEDGE;
  }

  private static final class Holder {
    static final Knowledge KNOWLEDGE = load();

    private static Knowledge load() {
      try (InputStream model =
          new BufferedInputStream(
              Objects.requireNonNull(TestKnowledge.class.getResourceAsStream("/reader.model")))) {
        return Knowledge.of(Playbooks.builtIn().read(), ReaderModel.read(model));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
