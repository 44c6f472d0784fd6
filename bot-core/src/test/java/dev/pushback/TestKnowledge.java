package dev.pushback;

import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.PlaybookReader;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import dev.pushback.tone.DraftModel;
import dev.pushback.tracking.TrackModel;
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

  private static TrackModel trackModel() {
    try {
      return TrackModel.builtIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DraftModel draftModel() {
    try {
      return DraftModel.builtIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final Knowledge KNOWLEDGE = load();

    private static Knowledge load() {
      try (InputStream model =
          new BufferedInputStream(
              Objects.requireNonNull(TestKnowledge.class.getResourceAsStream("/reader.model")))) {
        PlaybookReader words = Playbooks.builtIn();
        return Knowledge.of(
            words.read(),
            ReaderModel.read(model),
            words,
            TestKnowledge::trackModel,
            TestKnowledge::draftModel);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
