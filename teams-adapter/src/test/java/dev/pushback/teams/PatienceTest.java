package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.adapter.Workers;
import dev.pushback.door.Door;
import dev.pushback.people.Person;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.teams.Scene.Answer;
import dev.pushback.teams.door.Bot;
import dev.pushback.teams.door.Messages;
import dev.pushback.teams.door.OpenGate;
import dev.pushback.teams.door.ServiceHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Teams doesn't wait for the coach, and the coach doesn't take on more than it can do. */
class PatienceTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";
  private static final String BUSY =
      "Too many people are asking me just now. Please try again soon.";
  private static final Duration SHORT = Duration.ofMillis(20);

  @TempDir Path folder = Path.of("");

  /** As it is run: whoever reads doesn't wait for whoever writes. */
  private DatabaseUrl file() {
    return new DatabaseUrl.File(folder.resolve("pushback.db"));
  }

  /** Something that happens while somebody holds the memory, so that no answer can be made. */
  private interface Held<T> {
    T happens() throws IOException;
  }

  private static <T> T whileHeld(Scene scene, Held<T> what) throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<Boolean> holding =
        CompletableFuture.supplyAsync(
            () ->
                scene.store.with(
                    new Person(Speaker.tenant(FakeMicrosoft.TENANT), "zoe"),
                    memory -> {
                      held.countDown();
                      await(gate);
                      return true;
                    }));
    held.await();
    try {
      T happened = what.happens();
      assertThat(holding).isNotDone();
      assertThat(scene.teams.calls()).isEmpty();
      return happened;
    } finally {
      gate.countDown();
      holding.join();
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Timeout(60)
  void aMessageIsAcknowledgedBeforeItsAnswerIsReady() throws Exception {
    try (Scene scene = new Scene(SHORT, file())) {
      Answer taken =
          whileHeld(
              scene, () -> scene.send(scene.activity("message", "ada").put("text", KICK_OFF)));

      assertThat(taken).isEqualTo(new Answer(202, ""));
      assertThat(scene.teams.await().seen().text()).contains("April");
    }
  }

  @Test
  @Timeout(60)
  void aPressedButtonSaysThatTheAnswerComesAndItDoes() throws Exception {
    try (Scene scene = new Scene(SHORT, file())) {
      JsonNode softer = scene.said(KICK_OFF).seen().button("Softer");
      scene.teams.forget();

      JsonNode kept = whileHeld(scene, () -> scene.press(scene.activity("invoke", "ada"), softer));

      assertThat(kept.path("statusCode").asInt()).isEqualTo(200);
      assertThat(kept.path("value").asText()).isEqualTo("One moment. My answer comes in our chat.");
      assertThat(scene.teams.await().seen().text()).contains("gentle");
    }
  }

  @Test
  @Timeout(60)
  void aDialogSaysThatTheAnswerComesAndItDoes() throws Exception {
    try (Scene scene = new Scene(SHORT, file())) {
      JsonNode softer = scene.said(KICK_OFF).seen().button("Softer");
      scene.teams.forget();

      Seen waiting = whileHeld(scene, () -> scene.dialog("task/submit", softer));

      assertThat(waiting.text()).contains("You'll find it in our chat");
      Call late = scene.teams.await();
      assertThat(late.conversation()).isEqualTo(Scene.chat("ada"));
      assertThat(late.seen().text()).contains("gentle");
    }
  }

  /** The dialog at a message opens also for people who never wrote to the coach. */
  @Test
  @Timeout(60)
  void theAnswerComesAlsoIfTheirChatIsNotKnownYet() throws Exception {
    try (Scene scene = new Scene(SHORT, file())) {
      Seen waiting = whileHeld(scene, () -> scene.pushBackOn("rivera", "<p>We want February.</p>"));

      assertThat(waiting.text()).contains("You'll find it in our chat");
      Call late = scene.teams.await(call -> call.conversation().equals("a:opened"), "the answer");
      assertThat(late.seen().text()).contains("Only you can see this", "We want February.");
    }
  }

  @Test
  @Timeout(60)
  void aFullDeskSaysSoAtOnceOnEveryWayIn() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Scene scene = new Scene();
        Workers workers = new Workers(1, 1);
        Door door = door(scene, workers)) {
      JsonNode softer = scene.said(KICK_OFF).seen().button("Softer");
      scene.teams.forget();
      CountDownLatch begun = new CountDownLatch(1);
      assertThat(
              workers.take(
                  () -> {
                    begun.countDown();
                    await(gate);
                  }))
          .isTrue();
      await(begun);
      assertThat(workers.take(() -> {})).as("waits").isTrue();

      for (ObjectNode activity :
          new ObjectNode[] {
            scene.activity("message", "ada").put("text", KICK_OFF),
            scene.groupMessage("ada", "groupChat", true, KICK_OFF),
            scene.activity("installationUpdate", "ada").put("action", "add")
          }) {
        assertThat(scene.send(door.port(), activity)).isEqualTo(new Answer(503, ""));
      }
      ObjectNode pressed = Scene.JSON.createObjectNode();
      pressed.putObject("action").set("data", softer);
      for (ObjectNode where :
          new ObjectNode[] {
            scene.activity("invoke", "ada"),
            scene.activity("invoke", "ada", Scene.GROUP, "groupChat")
          }) {
        JsonNode answer = invoke(scene, door, where, "adaptiveCard/action", pressed);
        assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
        assertThat(answer.path("value").path("message").asText()).isEqualTo(BUSY);
      }
      JsonNode data = Scene.JSON.createObjectNode().set("data", softer);
      for (String name :
          new String[] {
            "task/fetch",
            "task/submit",
            "composeExtension/fetchTask",
            "composeExtension/submitAction"
          }) {
        JsonNode answer = invoke(scene, door, scene.activity("invoke", "ada"), name, data);
        assertThat(new Seen(answer).text()).as(name).contains("Only you can see this", BUSY);
      }
      gate.countDown();
      assertThat(scene.teams.calls()).isEmpty();
    } finally {
      gate.countDown();
    }
  }

  private static Door door(Scene scene, Workers workers) throws IOException {
    Messages messages =
        new Messages(
            new OpenGate(),
            ServiceHosts.of(scene.teams.host()),
            new Bot(FakeMicrosoft.APP, scene.entries(workers, Duration.ofSeconds(30))),
            () -> "ref-1");
    return Door.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), messages.routes());
  }

  private static JsonNode invoke(
      Scene scene, Door door, ObjectNode activity, String name, JsonNode value) throws IOException {
    activity.put("name", name).set("value", value);
    Answer answer = scene.send(door.port(), activity);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Scene.JSON.readTree(answer.body());
  }
}
