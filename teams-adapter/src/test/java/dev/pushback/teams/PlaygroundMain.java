package dev.pushback.teams;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.pushback.TestClock;
import dev.pushback.adapter.Adapter;
import dev.pushback.adapter.Backstage;
import dev.pushback.adapter.Sources;
import dev.pushback.adapter.UnusableSettings;
import dev.pushback.operating.Opening;
import dev.pushback.teams.TeamsSettings.Access;
import dev.pushback.testing.TestCoach;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The adapter before Microsoft's Agents Playground, with a clock that can be moved on: a follow-up
 * that is due next week is seen today. It begins on a Tuesday morning and goes as fast as any
 * clock. For the profile {@code playground}; the settings are those of {@link TeamsMain}, but only
 * with {@code TEAMS_PLAYGROUND=yes}.
 *
 * <pre>
 * 3 working days later     moves it, and brings up what is due
 * </pre>
 *
 * The end of the input ends it. What it says to whoever started it goes to standard error, what it
 * logs to standard output.
 */
public final class PlaygroundMain {
  private static final int USAGE = 2;
  private static final int NONCE = 12;
  private static final int RANDOM = 32;

  /** Reminders are spread over five minutes. */
  private static final int MINUTES = 7;

  private PlaygroundMain() {}

  /** Runs until there is no more input. */
  public static void main(String[] args) throws IOException {
    Map<String, String> environment = System.getenv();
    try {
      TeamsSettings settings = TeamsSettings.of(environment, Charset.defaultCharset());
      if (!(settings.access() instanceof Access.Playground)) {
        refuse(List.of("this is for a playground only. Set TEAMS_PLAYGROUND=yes"));
      }
      run(settings, environment);
    } catch (UnusableSettings e) {
      refuse(e.problems());
    }
  }

  private static void refuse(List<String> problems) {
    problems.forEach(problem -> System.err.println("pushback: " + problem));
    System.exit(USAGE);
  }

  private static void run(TeamsSettings settings, Map<String, String> environment)
      throws IOException {
    TestClock hand = TestCoach.clock();
    long start = System.nanoTime();
    InstantSource clock = () -> hand.instant().plusNanos(System.nanoTime() - start);
    try (Adapter adapter = start(settings, environment, clock);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.err.println("port " + adapter.port());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        hand.move(line.strip());
        System.err.println("brought up " + bringUp(adapter, hand));
      }
    }
  }

  private static Adapter start(
      TeamsSettings settings, Map<String, String> environment, InstantSource clock)
      throws IOException {
    SecureRandom random = new SecureRandom();
    Opening opening =
        new Opening(
            environment,
            Path.of("."),
            () -> UuidCreator.getTimeOrderedEpoch().toString(),
            () -> bytes(random, NONCE),
            clock);
    return Backstage.start(
        Speaker.PLATFORM,
        environment,
        opening.store(),
        TestCoach.knowledge(),
        new Sources(
            clock,
            System::nanoTime,
            () -> Long.toHexString(random.nextLong()),
            () -> bytes(random, RANDOM),
            Duration.ofSeconds(3),
            PlaygroundMain::pause,
            ZoneOffset.UTC),
        stage -> TeamsAdapter.on(stage, settings));
  }

  private static int bringUp(Adapter adapter, TestClock hand) {
    int count = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      count += adapter.tick();
      hand.pass(Duration.ofMinutes(1));
    }
    return count;
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
