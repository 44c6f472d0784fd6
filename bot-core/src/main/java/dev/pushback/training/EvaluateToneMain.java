package dev.pushback.training;

import dev.pushback.tone.Markers;
import dev.pushback.tone.ToneFeatures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints how well the tone of texts is read, by {@code ./pushback evaluate tone}. */
public final class EvaluateToneMain {
  private static final int USAGE = 2;

  private EvaluateToneMain() {}

  /**
   * Evaluates.
   *
   * @param words the folder of the tables, or the one that holds it as {@code public}
   * @return 0, or 2 when a table isn't there
   * @throws IOException when a table can't be read
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    Optional<PublicData> data = PublicData.named(words, "evaluate tone", err);
    if (data.isEmpty()) {
      return USAGE;
    }
    ToneFeatures features = new ToneFeatures(Markers.load());
    new ToneEvaluation(features, out).run(Corpora.of(data.orElseThrow(), features));
    DraftEvaluation.run(Path.of(words.get(0)), out);
    return 0;
  }
}
