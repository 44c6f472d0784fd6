package dev.pushback.console;

import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.PlaybookException;
import dev.pushback.playbook.PlaybookReader;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import dev.pushback.tracking.TrackModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Loads the playbook and what was learned, from the jar or from where the environment says. */
final class Loading {
  private Loading() {}

  /**
   * Loads everything.
   *
   * @throws PlaybookException when a file is missing or wrong, naming it and what to do
   */
  static Knowledge load(Map<String, String> environment) {
    Optional<Path> folder =
        Optional.ofNullable(environment.get("PUSHBACK_PLAYBOOK"))
            .filter(value -> !value.isBlank())
            .map(Path::of);
    // Beside the playbook, which takes longer: somebody is waiting.
    CompletableFuture<ReaderModel> model = CompletableFuture.supplyAsync(() -> model(folder));
    PlaybookReader source = folder.map(Playbooks::in).orElseGet(Playbooks::builtIn);
    Playbook playbook = source.read();
    try {
      return Knowledge.of(playbook, model.join(), source, () -> tracking(folder));
    } catch (CompletionException e) {
      throw e.getCause() instanceof PlaybookException wrong ? wrong : e;
    }
  }

  private static ReaderModel model(Optional<Path> folder) {
    Optional<Path> own = folder.map(path -> path.resolve(ReaderModel.FILE)).filter(Files::exists);
    String name = own.map(Path::toString).orElse(ReaderModel.FILE);
    try (InputStream in =
        new BufferedInputStream(own.isPresent() ? Files.newInputStream(own.get()) : builtIn())) {
      return ReaderModel.read(in);
    } catch (IOException e) {
      throw new PlaybookException(name, 0, String.valueOf(e.getMessage()));
    }
  }

  private static TrackModel tracking(Optional<Path> folder) throws IOException {
    Optional<Path> own = folder.map(path -> path.resolve(TrackModel.FILE)).filter(Files::exists);
    if (own.isEmpty()) {
      return TrackModel.builtIn();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(own.get()))) {
      return TrackModel.read(in);
    }
  }

  private static InputStream builtIn() throws IOException {
    InputStream in = ReaderModel.class.getResourceAsStream("/" + ReaderModel.FILE);
    if (in == null) {
      throw new IOException("is missing from the program; build it again");
    }
    return in;
  }
}
