package dev.pushback.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.adapter.Adapter;
import dev.pushback.adapter.Answering;
import dev.pushback.adapter.Backstage;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.ShareGate;
import dev.pushback.adapter.Sources;
import dev.pushback.adapter.Workers;
import dev.pushback.operating.Metrics;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.teams.TeamsSettings.Access;
import dev.pushback.teams.door.ServiceHosts;
import dev.pushback.teams.web.Credentials;
import dev.pushback.teams.web.TeamsClient;
import dev.pushback.teams.web.WebSettings;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The whole adapter on a free port, before a {@link PretendTeams} and a {@link FakeMicrosoft}; and
 * what people do in Teams, as requests over HTTP with tokens that are verified.
 */
final class Scene implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  /** A conversation of several. */
  static final String GROUP = "19:group@thread.v2";

  /** Keeps no connection open, for which the adapter would wait a second at its end. */
  private static final OkHttpClient CLIENT = new OkHttpClient();

  /** What the adapter answered. */
  record Answer(int statusCode, String body) {}

  final PretendTeams teams = new PretendTeams();
  final TestCoach.Clock clock = TestCoach.clock();
  final FakeMicrosoft microsoft = new FakeMicrosoft(clock);
  final Store store;
  final Adapter adapter;
  private final List<Runnable> ends = new ArrayList<>();
  private final AtomicInteger activities = new AtomicInteger();

  Scene() throws IOException {
    this(Duration.ofSeconds(5));
  }

  /**
   * @param patience how long an answer may take to come with the acknowledgement; long, since a
   *     test is not to depend on how fast the machine is
   */
  Scene(Duration patience) throws IOException {
    this(patience, new DatabaseUrl.InMemory());
  }

  /** With a memory somewhere else. */
  Scene(Duration patience, DatabaseUrl where) throws IOException {
    store = TestCoach.store(clock, where);
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
  Answer send(JsonNode activity) throws IOException {
    return send(adapter.port(), activity);
  }

  /** The same to somebody else who listens on this machine. */
  Answer send(int port, JsonNode activity) throws IOException {
    Request request =
        new Request.Builder()
            .url("http://127.0.0.1:" + port + "/api/messages")
            .header("Authorization", microsoft.token(activity.path("serviceUrl").asText()).bearer())
            .header("Connection", "close")
            .post(RequestBody.create(activity.toString(), MediaType.get("application/json")))
            .build();
    try (Response response = CLIENT.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
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
  Answer inGroup(String who, String type, boolean isTargeted, String text) throws IOException {
    return send(groupMessage(who, type, isTargeted, text));
  }

  /** What Teams delivers then. */
  ObjectNode groupMessage(String who, String type, boolean isTargeted, String text) {
    ObjectNode activity = activity("message", who, GROUP, type).put("text", text);
    if (isTargeted) {
      ((ObjectNode) activity.path("recipient")).put("isTargeted", true);
    }
    return activity;
  }

  /** The app was added where it comes from, or removed. */
  Answer installation(ObjectNode activity, String action) throws IOException {
    return send(activity.put("type", "installationUpdate").put("action", action));
  }

  /** An invoke; what is answered. */
  JsonNode invoke(ObjectNode activity, String name, JsonNode value) throws IOException {
    activity.put("name", name).set("value", value);
    Answer response = send(activity);
    expect(200, response);
    return JSON.readTree(response.body());
  }

  /** Ada presses a button of a card in her chat. */
  Seen press(JsonNode data) throws IOException {
    return press("ada", data);
  }

  /** Somebody presses a button of a card in their chat. */
  Seen press(String who, JsonNode data) throws IOException {
    return new Seen(press(activity("invoke", who), data).path("value"));
  }

  /** A button is pressed somewhere; all that is answered. */
  JsonNode press(ObjectNode activity, JsonNode data) throws IOException {
    ObjectNode value = JSON.createObjectNode();
    value.putObject("action").put("type", "Action.Execute").put("verb", "say").set("data", data);
    return invoke(activity.put("replyToId", "m1"), "adaptiveCard/action", value);
  }

  /** The same in an old Teams, which writes a message of it. */
  Answer submit(ObjectNode activity, JsonNode data) throws IOException {
    activity.put("type", "message").put("replyToId", "m1").set("value", data);
    return send(activity);
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

  private static void expect(int status, Answer response) {
    if (response.statusCode() != status) {
      throw new AssertionError("answered " + response.statusCode() + " " + response.body());
    }
  }

  /** The entries with this desk, for what can't be seen from outside. */
  Entries entries(Workers workers, Duration patience) {
    TeamsClient client =
        new TeamsClient(
            WebSettings.at(microsoft.url()),
            new Credentials(
                FakeMicrosoft.APP,
                Optional.of(FakeMicrosoft.SECRET),
                Optional.of(FakeMicrosoft.TENANT)),
            uri -> true,
            clock,
            () -> 0,
            pause -> {});
    ends.add(client::close);
    Reception reception =
        new Reception(
            new Answering(
                Speaker.PLATFORM, TestCoach.coach(store), new Metrics(), () -> 0, () -> "ref-1"),
            workers,
            patience,
            who -> {},
            new ShareGate(who -> true));
    return TeamsAdapter.entries(reception, client, new Chats(store, client, clock), store);
  }

  /** Everything that was begun is done; nothing new is. */
  void finish() {
    adapter.finish();
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
    adapter.close();
    microsoft.close();
    teams.close();
  }
}
