package dev.pushback.slack;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.pushback.coach.Knowledge;
import dev.pushback.operating.Loading;
import dev.pushback.operating.Opening;
import dev.pushback.playbook.PlaybookException;
import dev.pushback.store.Store;
import dev.pushback.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/** Starts the coach on Slack. Reads the environment; nobody else does. */
public final class SlackMain {
  /** Wrong settings. */
  private static final int USAGE = 2;

  private static final int COULD_NOT_START = 1;

  /** Bytes that AES-GCM wants to be different each time. */
  private static final int NONCE = 12;

  private static final int STATE = 32;

  /** With half of it for the memory, Slack has heard from us within a third of a second. */
  private static final Duration PATIENCE = Duration.ofMillis(180);

  private SlackMain() {}

  /** Runs until it is told to end; 1 if it can't start, 2 if a setting is wrong. */
  public static void main(String[] args) {
    if (args.length > 0) {
      System.err.println(
          "pushback: slack takes no more words. Its settings come from the environment; see"
              + " config/pushback.env.example");
      System.exit(USAGE);
    }
    Map<String, String> environment = System.getenv();
    try {
      SlackSettings settings = SlackSettings.of(environment, Charset.defaultCharset());
      SlackAdapter adapter = start(settings, environment);
      adapter.endOnSignal();
      adapter.bringUp();
      System.err.println(
          "pushback: on Slack "
              + (settings.appToken().isPresent() ? "by Socket Mode" : "over HTTP")
              + ", "
              + settings.access()
              + ", memory in "
              + adapter.memory()
              + ", port "
              + adapter.port());
    } catch (SlackSettings.Unusable e) {
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

  private static SlackAdapter start(SlackSettings settings, Map<String, String> environment)
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
      return SlackAdapter.start(
          settings,
          environment,
          store,
          knowledge.get(),
          new SlackAdapter.Sources(
              InstantSource.system(),
              System::nanoTime,
              () -> Long.toHexString(random.nextLong()),
              () -> bytes(random, STATE),
              PATIENCE,
              ZoneId.systemDefault()));
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
