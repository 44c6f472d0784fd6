package dev.pushback.teams.door;

import static dev.pushback.teams.door.DoorWorld.activity;
import static dev.pushback.teams.door.DoorWorld.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.door.Door;
import dev.pushback.store.Store;
import dev.pushback.teams.FakeMicrosoft;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to whatever is let in, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {
  private static final String PRESSED =
      "{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"say\",\"data\":{}},\"trigger\":\"manual\"}";

  private final DoorWorld world;

  MessagesTest() throws IOException {
    world = new DoorWorld();
    assertThat(world.keys.warmUp()).isTrue();
  }

  @BeforeEach
  void beginAnew() {
    world.heard.clear();
    world.also = arrival -> {};
  }

  @AfterAll
  void close() {
    world.close();
  }

  private static void isBare(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aMessageIsTakenWithoutAnAnswer() throws IOException {
    isBare(world.post(activity("message").put("text", "they want it by Friday, né 日本")), 202);
    assertThat(world.heard).containsExactly("message they want it by Friday, né 日本");
  }

  @Test
  void whoeverWritesIsKnown() throws IOException {
    List<Arrival> seen = new ArrayList<>();
    world.also = seen::add;
    world.post(activity("message"));

    Arrival arrival = seen.get(0);
    assertThat(arrival.tenant()).isEqualTo(FakeMicrosoft.TENANT);
    assertThat(arrival.from()).isEqualTo("29:maya");
    assertThat(arrival.fromName()).hasValue("Maya");
    assertThat(arrival.directoryId()).hasValue("a0a0a0a0-0000-4000-8000-000000000001");
    assertThat(arrival.conversation()).isEqualTo("a:chat-of-maya");
    assertThat(arrival.isPersonal()).isTrue();
    assertThat(arrival.isTargeted()).isFalse();
    assertThat(arrival.zone()).hasValue("Europe/Berlin");
    assertThat(arrival.id()).hasValue("1700000000000");
    assertThat(arrival.replyTo()).isEmpty();
    assertThat(arrival.serviceUrl()).hasToString(DoorWorld.SERVICE);
    assertThat(arrival).hasToString("an arrival");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "installationUpdate, add,            added hello",
    "installationUpdate, add-upgrade,    added hello",
    "installationUpdate, remove,         removed hello",
    "installationUpdate, remove-upgrade, removed hello",
    "installationUpdate, something-new,  ",
    "installationUpdate, ,               ",
    "conversationUpdate, ,               ",
    "messageReaction,    ,               ",
    "messageUpdate,      ,               ",
    "messageDelete,      ,               ",
    "event,              ,               ",
    "typing,             ,               ",
    "command,            ,               ",
    "commandResult,      ,               ",
    "endOfConversation,  ,               ",
    "invokeResponse,     ,               ",
    "trace,              ,               ",
    "something of 2030,  ,               ",
  })
  void whatElseHappensIsTakenToo(String type, String action, String heard) throws IOException {
    isBare(world.post(action == null ? activity(type) : activity(type).put("action", action)), 202);
    assertThat(world.heard).isEqualTo(heard == null ? List.of() : List.of(heard));
  }

  /** The SDK breaks on some of these, and asks Teams about each new member on others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"membersAdded\":[{\"id\":\"29:new\"},{\"id\":\"28:bot\"}]}",
        "{\"membersAdded\":[null]}",
        "{\"membersRemoved\":[{\"id\":\"29:old\"}]}",
        "{\"channelData\":{\"tenant\":{\"id\":\"7e7e7e7e-5555-4666-8777-888888888888\"},"
            + "\"eventType\":\"channelCreated\"}}",
        "{\"channelData\":{\"tenant\":{\"id\":\"7e7e7e7e-5555-4666-8777-888888888888\"},"
            + "\"eventType\":null}}"
      })
  void updatesOfAConversationAreTakenHoweverTheyLook(String change) throws IOException {
    ObjectNode activity = activity("conversationUpdate");
    activity.setAll((ObjectNode) DoorWorld.json(change));

    isBare(world.post(activity), 202);
    assertThat(world.heard).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "composeExtension/fetchTask,    action",
    "composeExtension/submitAction, action-submitted",
    "task/fetch,                    dialog",
    "task/submit,                   dialog-submitted",
    "adaptiveCard/action,           card",
  })
  void whoeverWaitsIsAnswered(String name, String what) throws IOException {
    HttpResponse<String> answer = world.post(invoke(name, PRESSED));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(answer.body()).isEqualTo("{\"heard\":\"" + what + "\"}");

    isBare(world.post(invoke(name, PRESSED).put("text", "nothing")), 200);
    isBare(world.post(invoke(name, "null")), 400);
    isBare(world.post(invoke(name, "\"x\"")), 400);
    assertThat(world.heard).containsExactly(what + " hello", what + " nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "adaptiveCard/other",
        "ADAPTIVECARD/ACTION",
        "composeExtension/query",
        "composeExtension/queryLink",
        "fileConsent/invoke",
        "signin/verifyState",
        "signin/tokenExchange",
        "tab/fetch",
        "message/submitAction",
        "config/fetch"
      })
  void whatNobodyAnswersIsNotImplemented(String name) throws IOException {
    isBare(world.post(invoke(name, "{}")), 501);
    isBare(world.post((ObjectNode) invoke(name, "{}").without("name")), 501);
    assertThat(world.heard).isEmpty();
  }

  /** We never let the bot send what somebody wrote. */
  @Test
  void aPreviewThatTheBotWouldSendIsNotImplemented() throws IOException {
    isBare(
        world.post(
            invoke("composeExtension/submitAction", "{\"botMessagePreviewAction\":\"send\"}")),
        501);
  }

  /** Otherwise the SDK would collect replies, and give them to whoever asked. */
  @Test
  void nobodyCanAskForRepliesInTheAnswer() throws IOException {
    isBare(world.post(activity("message").put("deliveryMode", "expectReplies")), 202);
  }

  @Test
  void whatFailsShowsNothingOfIt() throws IOException {
    isBare(world.post(activity("message").put("text", "fail: the secret words")), 500);
    isBare(world.post(invoke("task/fetch", "{}").put("text", "fail: the secret words")), 500);
    isBare(
        world.post(
            activity("installationUpdate").put("action", "add").put("text", "fail: the words")),
        500);
  }

  @Test
  void whereTheMemoryDoesNotAnswerTheyAreToldToComeBack() throws IOException {
    Store store = TestCoach.store(world.clock);
    store.close();
    world.also = arrival -> store.installations().find("teams:" + arrival.tenant());

    isBare(world.post(activity("message")), 503);
    isBare(world.post(invoke("task/fetch", "{}")), 503);
  }

  /** More at once than the SDK has threads for; on none of its threads. */
  @Test
  void eachTurnIsTakenOnTheThreadThatAnswers() throws Exception {
    CountDownLatch all = new CountDownLatch(16);
    Set<String> threads = ConcurrentHashMap.newKeySet();
    world.also =
        arrival -> {
          threads.add(Thread.currentThread().getName());
          all.countDown();
          try {
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      answers.add(
          world.sendLater(
              world.token(), i % 2 == 0 ? activity("message") : invoke("task/fetch", "{}")));
    }

    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isIn(200, 202);
    }
    assertThat(threads).containsExactly("door-worker");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("Bot-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "OPTIONS"})
  void otherMethodsAreRefused(String method) throws IOException {
    isBare(
        DoorWorld.send(
            HttpRequest.newBuilder(world.uri())
                .method(method, HttpRequest.BodyPublishers.noBody())),
        405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/json", "x"})
  void otherKindsOfBodiesAreRefused(String type) throws IOException {
    isBare(
        DoorWorld.send(
            world
                .request(activity("message").toString())
                .setHeader("Content-Type", type)
                .header("Authorization", world.token().bearer())),
        415);
  }

  /** By its headers alone: whoever went on sending might not hear the answer. */
  @Test
  void whatIsTooLongIsRefused() throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(Messages.PATH, world.token().bearer(), Door.MOST_BYTES + 1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.uri().getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 413 ").endsWith("\r\n\r\n");
    }
    assertThat(world.heard).isEmpty();
  }
}
