package dev.pushback.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushback.TestClock;
import dev.pushback.TestKnowledge;
import dev.pushback.coach.TestCoach;
import dev.pushback.operating.Opening;
import dev.pushback.people.Person;
import dev.pushback.store.StoreException;
import dev.pushback.store.TestStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation in the terminal brings up by itself what is due. */
class TalkTest {
  private static final String TRACK = "track the signed NDA with Rivera by Friday";
  private static final String DUE = "A follow-up is due";

  private final TestClock clock = new TestClock(TestCoach.TUESDAY, ZoneOffset.UTC);
  private final Supplier<String> ids = TestStores.ids();
  private final AtomicLong ticks = new AtomicLong();
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder = Path.of("");

  private String talk(String... typed) throws IOException {
    Queue<String> lines = new ArrayDeque<>(List.of(typed));
    return talk(started -> Optional.ofNullable(lines.poll()).map(line -> started + line));
  }

  private String talk(Function<String, Optional<String>> lines) throws IOException {
    environment.put("PUSHBACK_DATA", folder.toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Opening opening = new Opening(environment, folder, ids, () -> new byte[12], clock);
    new Talk(
            opening,
            TestKnowledge.get(),
            ZoneOffset.UTC,
            () -> ticks.addAndGet(1_000_000),
            complaints::add)
        .run(
            opening.store(),
            new Person("console", "me"),
            new Screen(out, 100, false),
            new Bugs(Optional.empty(), () -> "test"),
            lines);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsDueIsShownAtTheNextStartOnceAndNotAgain() throws IOException {
    assertThat(talk(TRACK, "quit")).doesNotContain(DUE);

    clock.move("on 2026-03-20 at 09:30");
    assertThat(talk("quit")).containsOnlyOnce(DUE).contains("NDA").contains("Rivera");
    assertThat(talk("quit")).doesNotContain(DUE);
    assertThat(complaints).isEmpty();
  }

  @Test
  void itsButtonsArePressedLikeThoseOfAReply() throws IOException {
    talk(TRACK, "quit");

    clock.move("on 2026-03-20 at 09:30");
    assertThat(talk("1", "quit"))
        .containsSubsequence(DUE, "You could send:", "NDA", "[1]", "You've asked.");
  }

  @Test
  void whatFallsDueDuringAConversationComesBeforeTheNextPrompt() throws IOException {
    Queue<String> typed = new ArrayDeque<>(List.of(TRACK, "", "", "quit"));

    String shown =
        talk(
            started -> {
              if (typed.size() == 2) {
                clock.move("on 2026-03-20 at 09:30");
              }
              return Optional.ofNullable(typed.poll());
            });

    assertThat(shown).containsOnlyOnce(DUE);
  }

  @Test
  void atNightNobodyIsDisturbed() throws IOException {
    talk(TRACK, "quit");

    clock.move("on 2026-03-20 at 23:00");
    assertThat(talk("quit")).doesNotContain(DUE);
    clock.move("on 2026-03-23 at 09:30");
    assertThat(talk("quit")).containsOnlyOnce(DUE);
  }

  @Test
  void whoWatchesSeesWhatWasCounted() throws Exception {
    talk(TRACK, "quit");
    int port = freePort();
    environment.put("PUSHBACK_OPS_PORT", String.valueOf(port));
    clock.move("on 2026-03-20 at 09:30");
    List<String> seen = new ArrayList<>();

    talk(
        started -> {
          if (seen.isEmpty()) {
            seen.add(scrape(port));
            return Optional.of("waiting");
          }
          seen.add(scrape(port));
          return Optional.empty();
        });

    assertThat(seen.get(0))
        .contains("pushback_nudges_total{outcome=\"sent\",platform=\"console\"} 1.0")
        .contains("pushback_send_seconds_count{platform=\"console\"} 1")
        .contains("pushback_tick_seconds_count{platform=\"any\"} 1")
        .contains("pushback_nudges_due 0.0");
    assertThat(seen.get(1)).contains("pushback_reply_seconds_count{platform=\"console\"} 1");
    assertThatThrownBy(() -> ask(port)).as("the port is closed").isInstanceOf(IOException.class);
  }

  @Test
  void aPortThatIsTakenSaysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      environment.put("PUSHBACK_OPS_PORT", String.valueOf(taken.getLocalPort()));

      assertThatThrownBy(() -> talk("quit"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is taken")
          .hasMessageContaining("PUSHBACK_OPS_PORT");
    }
  }

  @Test
  void aWrongNumberOfDaysIsRefusedAtTheStart() {
    environment.put("PUSHBACK_KEEP_DAYS", "some");

    assertThatThrownBy(() -> talk("quit"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("PUSHBACK_KEEP_DAYS");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String scrape(int port) {
    try {
      return ask(port);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ask(int port) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
              BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
