package dev.pushback.adapter;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.pushback.coach.Knowledge;
import dev.pushback.operating.Loading;
import dev.pushback.operating.Opening;
import dev.pushback.playbook.PlaybookException;
import dev.pushback.store.Store;
import dev.pushback.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/** Starts an adapter. Reads the environment; nobody else does. */
public final class AdapterMain {
  /** Wrong settings. */
  private static final int USAGE = 2;

  private static final int COULD_NOT_START = 1;

  /** Bytes that AES-GCM wants to be different each time. */
  private static final int NONCE = 12;

  private static final int RANDOM = 32;

  /**
   * An adapter whose settings were read.
   *
   * @param platform such as {@code slack}
   * @param how a few words about it, for whoever starts it
   * @param patience how long an answer may take to come with the acknowledgement
   * @param assembly puts it together
   */
  public record Prepared(
      String platform, String how, Duration patience, Backstage.Assembly assembly) {}

  /** Reads the settings of an adapter. */
  public interface Preparation {
    /**
     * Reads them.
     *
     * @throws UnusableSettings if something is wrong with them
     */
    Prepared of(Map<String, String> environment) throws UnusableSettings;
  }

  private AdapterMain() {}

  /** Runs until it is told to end; 1 if it can't start, 2 if a setting is wrong. */
  public static void run(Preparation preparation) {
    Map<String, String> environment = System.getenv();
    try {
      Prepared prepared = preparation.of(environment);
      Adapter adapter = start(prepared, environment);
      adapter.endOnSignal();
      adapter.bringUp();
      System.err.println(
          "pushback: "
              + prepared.how()
              + ", memory in "
              + adapter.memory()
              + ", port "
              + adapter.port());
    } catch (UnusableSettings e) {
      e.problems().forEach(problem -> System.err.println("pushback: " + problem));
      System.exit(USAGE);
    } catch (PlaybookException e) {
      System.err.println("pushback: the playbook can't be used. " + e.getMessage());
      System.exit(USAGE);
    } catch (IOException | UncheckedIOException | StoreException | IllegalStateException e) {
      System.err.println("pushback: " + e.getMessage());
      System.exit(COULD_NOT_START);
    }
  }

  /** Says what is wrong with how it was called, and ends. */
  public static void misused(String problem) {
    System.err.println("pushback: " + problem);
    System.exit(USAGE);
  }

  private static Adapter start(Prepared prepared, Map<String, String> environment)
      throws IOException {
    SecureRandom random = new SecureRandom();
    Supplier<Knowledge> knowledge = Loading.begin(environment);
    Opening opening =
        new Opening(
            environment,
            Path.of(
                environment.getOrDefault("PUSHBACK_DATA", "").isBlank()
                    ? "."
                    : environment.getOrDefault("PUSHBACK_DATA", "")),
            () -> UuidCreator.getTimeOrderedEpoch().toString(),
            () -> bytes(random, NONCE),
            InstantSource.system());
    Store store = opening.store();
    try {
      return Backstage.start(
          prepared.platform(),
          environment,
          store,
          knowledge.get(),
          new Sources(
              InstantSource.system(),
              System::nanoTime,
              () -> Long.toHexString(random.nextLong()),
              () -> bytes(random, RANDOM),
              prepared.patience(),
              AdapterMain::pause,
              ZoneId.systemDefault()),
          prepared.assembly());
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
