package dev.pushback;

import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the coach knows, as it is in the jar; loaded once, since loading takes a while. */
public final class TestKnowledge {
  private static final Knowledge KNOWLEDGE = load();

  private TestKnowledge() {}

  public static Knowledge get() {
    return KNOWLEDGE;
  }

  private static Knowledge load() {
    try (InputStream in = TestKnowledge.class.getResourceAsStream("/" + ReaderModel.FILE)) {
      return Knowledge.of(Playbooks.builtIn().read(), ReaderModel.read(Objects.requireNonNull(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
