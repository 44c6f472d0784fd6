package dev.pushback.slack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.slack.api.bolt.App;
import dev.pushback.store.Store;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a public address: connecting, answering, and connecting again whatever goes wrong. */
@Timeout(60)
class SocketModeTest {
  private static final Duration OFTEN = Duration.ofMillis(50);

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final Store store = TestCoach.store(InstantSource.fixed(DoorWorld.NOON));
  private SocketSlack slack;
  private App app;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    slack = new SocketSlack();
    store.installations().save(DoorWorld.installation("slack:T1", "xoxb-one"));
    app =
        BoltApp.make(
            Optional.empty(),
            InstantSource.fixed(DoorWorld.NOON),
            slack.slack(),
            store.installations());
    DoorWorld.listen(app, heard);
  }

  @AfterEach
  void close() {
    slack.close();
    store.close();
  }

  private SocketMode start() throws IOException {
    return SocketMode.start("xapp-1", app, () -> "ref-7", OFTEN);
  }

  private static String command(String id, String text) {
    return "{\"type\":\"slash_commands\",\"envelope_id\":\""
        + id
        + "\",\"accepts_response_payload\":true,\"payload\":{\"command\":\"/pushback\",\"text\":\""
        + text
        + "\",\"team_id\":\"T1\",\"user_id\":\"U1\"}}";
  }

  private static String event(String id, String payload) {
    return "{\"type\":\"events_api\",\"envelope_id\":\"" + id + "\",\"payload\":" + payload + "}";
  }

  private void answers(WebSocket socket, String id) throws InterruptedException {
    socket.send(command(id, "hello é日本"));
    assertThat(slack.answer())
        .isEqualTo("{\"envelope_id\":\"" + id + "\",\"payload\":{\"text\":\"heard hello é日本\"}}");
  }

  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      assertThat(Thread.interrupted()).as("waited for too long").isFalse();
      Thread.onSpinWait();
    }
  }

  @Test
  void whatComesIsAnswered() throws Exception {
    try (SocketMode mode = start()) {
      WebSocket socket = slack.connection();
      assertThat(mode.isConnected()).isTrue();
      answers(socket, "e-1");
      socket.send(event("e-2", DoorWorld.home("T1", "U1")));
      assertThat(slack.answer()).isEqualTo("{\"envelope_id\":\"e-2\"}");
      socket.send(event("e-3", DoorWorld.home("T1", "U1").replace("app_home_opened", "new")));
      assertThat(slack.answer()).isEqualTo("{\"envelope_id\":\"e-3\"}");
      assertThat(heard).containsExactly("slack:T1 hello é日本", "slack:T1 home U1");
    }
  }

  /** What isn't acknowledged, Slack tells the person, or delivers again. */
  @Test
  void whatFailsOrIsBrokenIsNotAcknowledgedAndHarmsNothing() throws Exception {
    try (SocketMode mode = start()) {
      WebSocket socket = slack.connection();
      for (String odd :
          List.of(
              "{",
              "{}",
              "[]",
              "x",
              "{\"type\":null}",
              "{\"type\":{}}",
              "{\"type\":\"events_api\"}",
              "{\"type\":\"events_api\",\"envelope_id\":\"e\"}",
              event("e", "[]"),
              event("e", "{\"type\":\"event_callback\"}"),
              "{\"type\":\"interactive\",\"envelope_id\":\"e\",\"payload\":{\"type\":\"block_actions\"}}",
              "{\"type\":\"slash_commands\",\"envelope_id\":\"e\",\"payload\":{\"command\":{}}}",
              command("e", "fail"))) {
        socket.send(odd);
      }
      answers(socket, "e-9");
      assertThat(mode.isConnected()).isTrue();
    }
  }

  @Test
  void whenSlackAsksItConnectsAnew() throws Exception {
    try (SocketMode mode = start()) {
      slack.connection().send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
      answers(slack.connection(), "e-1");
      until(mode::isConnected);
    }
  }

  /** Whatever apps.connections.open says to that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"ok\":false,\"error\":\"internal_error\"}",
        "{\"ok\":true}",
        "<html>502 Bad Gateway</html>",
        "{",
        "7"
      })
  void whenTheConnectionEndsItConnectsAnew(String trouble) throws Exception {
    try (SocketMode mode = start()) {
      WebSocket socket = slack.connection();
      if (!trouble.isEmpty()) {
        slack.trouble.add(trouble);
      }
      socket.close(1011, "server error");
      answers(slack.connection(), "e-1");
      until(mode::isConnected);
      assertThat(slack.trouble).isEmpty();
    }
  }

  /** The client waits three seconds for an answer to its ping, so this takes as long. */
  @Test
  void aConnectionThatIsGoneWithoutHavingEndedIsNoticed() throws Exception {
    try (SocketMode mode = start()) {
      WebSocket first = slack.connection();
      until(mode::isConnected);
      slack.deaf = true;
      until(() -> !mode.isConnected());
      slack.deaf = false;
      WebSocket next = slack.connection();
      assertThat(next).isNotSameAs(first);
      until(mode::isConnected);
    }
  }

  @Test
  void aPassingTroubleAtTheStartIsOvercome() throws Exception {
    slack.trouble.add("<html>502 Bad Gateway</html>");
    try (SocketMode mode = start()) {
      answers(slack.connection(), "e-1");
      until(mode::isConnected);
    }
  }

  @Test
  void aTokenThatIsRefusedIsToldAtTheStart() {
    slack.trouble.add("{\"ok\":false,\"error\":\"invalid_auth\"}");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(this::start)
        .withMessageContainingAll("SLACK_APP_TOKEN", "connections:write");
  }

  @Test
  void whenItIsClosedNobodyConnectsAgain() throws Exception {
    SocketMode mode = start();
    WebSocket socket = slack.connection();
    mode.close();

    assertThat(mode.isConnected()).isFalse();
    until(socket::isClosed);
    assertThat(slack.connections).isEmpty();
  }
}
