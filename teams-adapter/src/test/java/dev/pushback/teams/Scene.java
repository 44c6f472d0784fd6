package dev.pushback.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.TestClock;
import dev.pushback.adapter.Adapter;
import dev.pushback.adapter.Backstage;
import dev.pushback.adapter.Sources;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.teams.TeamsSettings.Access;
import dev.pushback.teams.door.ServiceHosts;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The whole adapter on a free port, before a {@link PretendTeams} and a {@link FakeMicrosoft}; and
 * what people do in Teams, as requests over HTTP with tokens that are verified.
 */
final class Scene implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final PretendTeams teams = new PretendTeams();
  final TestClock clock = TestCoach.clock();
  final FakeMicrosoft microsoft = new FakeMicrosoft(clock);
  final Store store;
  final Adapter adapter;
  private final AtomicInteger activities = new AtomicInteger();

  Scene() throws IOException {
    this(Duration.ofSeconds(5));
  }

  /**
   * @param patience how long an answer may take to come with the acknowledgement; long, since a
   *     test is not to depend on how fast the machine is
   */
  Scene(Duration patience) throws IOException {
    store = TestCoach.store(clock, new DatabaseUrl.InMemory());
    adapter =
        Backstage.start(
            Speaker.PLATFORM,
            Map.of(),
            store,
            TestCoach.knowledge(),
            new Sources(
                clock,
                () ->
                    clock.instant().toEpochMilli() * 1_000_000 + activities.get() * 1_000_000_000L,
                () -> "ref-1",
                () -> new byte[32],
                patience,
                pause -> {},
                ZoneOffset.UTC),
            stage -> TeamsAdapter.on(stage, settings()));
  }

  private TeamsSettings settings() {
    return new TeamsSettings(
        new Access.OneTenant(FakeMicrosoft.APP, FakeMicrosoft.SECRET, FakeMicrosoft.TENANT),
        URI.create(microsoft.url()),
        URI.create(microsoft.metadataUrl()),
        ServiceHosts.of(teams.host()),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Where Ada, Sam and the coach are, each alone with it. */
  static String chat(String who) {
    return "a:" + who;
  }

  /** An activity of somebody in their own chat. */
  ObjectNode activity(String type, String who) {
    return activity(type, who, chat(who), "personal");
  }

  /** An activity of somebody somewhere. */
  ObjectNode activity(String type, String who, String conversation, String conversationType) {
    ObjectNode activity = JSON.createObjectNode().put("type", type);
    activity.put("id", "in-" + activities.incrementAndGet());
    activity.put("channelId", "msteams").put("serviceUrl", teams.serviceUrl());
    activity.put("timestamp", "2026-03-10T10:00:00Z").put("locale", "tr-TR");
    activity.putObject("from").put("id", "29:" + who).put("aadObjectId", who);
    activity.putObject("recipient").put("id", "28:" + FakeMicrosoft.APP).put("name", "pushback");
    activity
        .putObject("conversation")
        .put("id", conversation)
        .put("conversationType", conversationType)
        .put("tenantId", FakeMicrosoft.TENANT);
    activity.putObject("channelData").putObject("tenant").put("id", FakeMicrosoft.TENANT);
    return activity;
  }

  /** Sends it as Teams does. */
  HttpResponse<String> send(JsonNode activity) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adapter.port() + "/api/messages"))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", microsoft.token(teams.serviceUrl()).bearer())
            .POST(BodyPublishers.ofString(activity.toString()))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ada writes to the coach; what comes of it. What was sent before is forgotten. */
  Call said(String text) throws IOException {
    return said("ada", text);
  }

  /** The same for somebody else. */
  Call said(String who, String text) throws IOException {
    teams.forget();
    expect(202, send(activity("message", who).put("text", text)));
    return teams.await();
  }

  /** Somebody writes in a conversation of several. */
  HttpResponse<String> inGroup(String who, String type, boolean isTargeted, String text)
      throws IOException {
    ObjectNode activity = activity("message", who, "19:group@thread.v2", type).put("text", text);
    if (isTargeted) {
      ((ObjectNode) activity.path("recipient")).put("isTargeted", true);
    }
    return send(activity);
  }

  /** An invoke; what is answered. */
  JsonNode invoke(ObjectNode activity, String name, JsonNode value) throws IOException {
    activity.put("name", name).set("value", value);
    HttpResponse<String> response = send(activity);
    expect(200, response);
    return JSON.readTree(response.body());
  }

  /** Ada presses a button of a card in her chat. */
  Seen press(JsonNode data) throws IOException {
    return press("ada", data);
  }

  /** Somebody presses a button of a card in their chat. */
  Seen press(String who, JsonNode data) throws IOException {
    ObjectNode value = JSON.createObjectNode();
    value.putObject("action").put("type", "Action.Execute").put("verb", "say").set("data", data);
    return new Seen(
        invoke(activity("invoke", who).put("replyToId", "m1"), "adaptiveCard/action", value)
            .path("value"));
  }

  /** Ada presses a button that opens a dialog, or one of a dialog that is open. */
  Seen dialog(String name, JsonNode data) throws IOException {
    return dialog(activity("invoke", "ada"), name, data);
  }

  /** Somebody does. */
  Seen dialog(ObjectNode activity, String name, JsonNode data) throws IOException {
    return new Seen(invoke(activity, name, JSON.createObjectNode().set("data", data)).path("task"));
  }

  /** Ada chooses the action at a message of somebody; the dialog that opens. */
  Seen pushBackOn(String author, String html) throws IOException {
    ObjectNode value = JSON.createObjectNode().put("commandId", Shortcuts.ID);
    value.put("commandContext", "message");
    ObjectNode message = value.putObject("messagePayload").put("id", "17");
    message.putObject("from").putObject("user").put("id", author).put("displayName", author);
    message.putObject("body").put("contentType", "html").put("content", html);
    return new Seen(
        invoke(
                activity("invoke", "ada", "19:partner@thread.v2", "groupChat"),
                "composeExtension/fetchTask",
                value)
            .path("task"));
  }

  /** Ada goes on in that dialog. */
  JsonNode goOn(JsonNode data) throws IOException {
    ObjectNode value = JSON.createObjectNode().put("commandId", Shortcuts.ID);
    value.set("data", data);
    return invoke(
        activity("invoke", "ada", "19:partner@thread.v2", "groupChat"),
        "composeExtension/submitAction",
        value);
  }

  /** What a form carries when these fields were filled in. */
  static ObjectNode filled(ObjectNode data, Map<String, String> fields) {
    ObjectNode all = data.deepCopy();
    fields.forEach((name, value) -> all.put("field-" + name, value));
    return all;
  }

  /** It is this late, and what is due comes up; reminders are spread over five minutes. */
  void bringUp(Instant now) {
    teams.forget();
    clock.set(now);
    for (int minute = 0; minute < 7; minute++) {
      int unused = adapter.tick();
      clock.pass(Duration.ofMinutes(1));
    }
    clock.set(now);
  }

  private static void expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new AssertionError("answered " + response.statusCode() + " " + response.body());
    }
  }

  @Override
  public void close() {
    adapter.close();
    microsoft.close();
    teams.close();
  }
}
