package dev.pushback.training;

import dev.pushback.tone.Markers;
import dev.pushback.tone.ToneFeatures;
import dev.pushback.tone.ToneModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Learns how drafts land from tables of other people's texts, by {@code ./pushback train tone}. */
public final class TrainToneMain {
  private static final Path RESOURCES =
      Path.of("bot-core", "src", "main", "resources", "dev", "pushback", "tone");
  private static final int USAGE = 2;

  private TrainToneMain() {}

  /**
   * Learns, and writes the model where the build finds it.
   *
   * @param words the folder of the tables
   * @return 0, or 2 when there is nothing to learn from or no project to write to
   * @throws IOException when a table can't be read or the model can't be written
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    Optional<PublicData> data = PublicData.named(words, "train tone", err);
    if (data.isEmpty()) {
      return USAGE;
    }
    if (!Files.isDirectory(RESOURCES)) {
      err.println(
          "pushback: run train tone in the project's folder; " + RESOURCES + " is not here");
      return USAGE;
    }
    ToneFeatures features = new ToneFeatures(Markers.load());
    ToneModel model =
        new ToneTrainer(features).train(Corpora.of(data.orElseThrow(), features)).model();
    Path file = RESOURCES.resolve(ToneModel.FILE);
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.write(bytes);
    }
    out.println(
        "Learned from " + words.get(0) + ": " + file + " (" + Files.size(file) / 1024 + " KiB)");
    return 0;
  }
}
