package dev.pushback.training;

import dev.pushback.learning.Lexicon;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import dev.pushback.tone.DraftModel;
import dev.pushback.tracking.TrackModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Learns the reader from a playbook's examples. Run by the build, and by {@code ./pushback train}.
 */
public final class TrainMain {
  private TrainMain() {}

  /**
   * Learns.
   *
   * @param args the playbook's folder, and the folder to put the model in
   * @throws IOException when examples cannot be read or the model cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path playbook = Path.of(args[0]);
    Path target = Path.of(args[1]);
    train(playbook, target);
  }

  /** Learns from the examples of a playbook and writes the models into a folder. */
  public static Path train(Path playbook, Path target) throws IOException {
    Lexicon lexicon = Playbooks.in(playbook).lexicon();
    Examples examples = Examples.in(playbook.resolve("examples"));
    ReaderModel model = new Trainer(lexicon).train(examples);
    TrackModel tracking =
        new TrackTrainer(Playbooks.in(playbook).trackingLexicon()).train(examples);
    Files.createDirectories(target);
    Path file = target.resolve(ReaderModel.FILE);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.write(out);
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(target.resolve(TrackModel.FILE)))) {
      tracking.write(out);
    }
    if (!examples.drafts().isEmpty()) {
      Playbook words = Playbooks.in(playbook).read();
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(target.resolve(DraftModel.FILE)))) {
        new DraftTrainer(words.drafts(), lexicon).train(examples).write(out);
      }
    }
    return file;
  }
}
