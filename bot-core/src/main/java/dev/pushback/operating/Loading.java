package dev.pushback.operating;

import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.PlaybookException;
import dev.pushback.playbook.PlaybookReader;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import dev.pushback.tone.DraftModel;
import dev.pushback.tracking.TrackModel;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Loads the playbook and what was learned, from the jar or from where the environment says. */
public final class Loading {
  private Loading() {}

  /**
   * Begins to load everything beside what the caller does meanwhile.
   *
   * @return waits for it; throws as {@link #load} does
   */
  public static Supplier<Knowledge> begin(Map<String, String> environment) {
    CompletableFuture<Knowledge> knowledge = beside(() -> load(environment));
    return () -> joined(knowledge);
  }

  /** On a thread of its own: the common pool has a single one on a machine with two cores. */
  private static <T> CompletableFuture<T> beside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work,
        task -> {
          Thread thread = new Thread(task, "loading");
          thread.setDaemon(true);
          thread.start();
        });
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof PlaybookException wrong ? wrong : e;
    }
  }

  /**
   * Loads everything.
   *
   * @throws PlaybookException when a file is missing or wrong, naming it and what to do
   */
  public static Knowledge load(Map<String, String> environment) {
    Optional<Path> folder =
        Optional.ofNullable(environment.get("PUSHBACK_PLAYBOOK"))
            .filter(value -> !value.isBlank())
            .map(Path::of);
    // Beside the playbook, which takes longer: somebody is waiting.
    CompletableFuture<ReaderModel> model = beside(() -> model(folder));
    PlaybookReader words = folder.map(Playbooks::in).orElseGet(Playbooks::builtIn);
    Playbook playbook = words.read();
    return Knowledge.of(
        playbook, joined(model), words, () -> tracking(folder), () -> drafts(folder));
  }

  private static ReaderModel model(Optional<Path> folder) {
    return learned(folder, ReaderModel.FILE, ReaderModel::read);
  }

  private static TrackModel tracking(Optional<Path> folder) {
    return learned(folder, TrackModel.FILE, TrackModel::read);
  }

  private static DraftModel drafts(Optional<Path> folder) {
    return learned(folder, DraftModel.FILE, DraftModel::read);
  }

  /** Reads a file of something learned. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  /** What was learned from this playbook, or from the built-in one. */
  private static <T> T learned(Optional<Path> folder, String file, Reading<T> reading) {
    Optional<Path> own = folder.map(path -> path.resolve(file)).filter(Files::exists);
    String name = own.map(Path::toString).orElse(file);
    try (InputStream in =
        new BufferedInputStream(
            own.isPresent() ? Files.newInputStream(own.get()) : builtIn(file))) {
      return reading.read(in);
    } catch (EOFException e) {
      throw new PlaybookException(name, 0, "ends too early; learn it again: ./pushback train");
    } catch (IOException e) {
      throw new PlaybookException(name, 0, String.valueOf(e.getMessage()));
    }
  }

  private static InputStream builtIn(String file) throws IOException {
    InputStream in = Loading.class.getResourceAsStream("/" + file);
    if (in == null) {
      throw new IOException("is missing from the program; build it again");
    }
    return in;
  }
}
