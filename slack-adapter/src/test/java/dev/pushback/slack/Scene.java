package dev.pushback.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.TestClock;
import dev.pushback.adapter.Adapter;
import dev.pushback.adapter.Answering;
import dev.pushback.adapter.Backstage;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.ShareGate;
import dev.pushback.adapter.Sources;
import dev.pushback.adapter.Workers;
import dev.pushback.operating.Metrics;
import dev.pushback.slack.PretendSlack.Call;
import dev.pushback.slack.SlackSettings.Access;
import dev.pushback.slack.door.Signed;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The whole adapter on a free port, before a {@link PretendSlack}; and what people do in Slack, as
 * signed requests over HTTP.
 */
final class Scene implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  final PretendSlack slack = new PretendSlack();
  final TestClock clock = TestCoach.clock();
  final Store store;
  final Adapter adapter;
  private final Signed signed;
  private final AtomicInteger requests = new AtomicInteger();

  Scene() throws IOException {
    this(Duration.ofSeconds(5), new DatabaseUrl.InMemory());
  }

  /**
   * @param patience how long an answer may take to come with the acknowledgement; long, since a
   *     test is not to depend on how fast the machine is
   * @param where the memory is
   */
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
                () -> clock.instant().toEpochMilli() * 1_000_000,
                () -> "ref-1",
                () -> new byte[32],
                patience,
                pause -> {},
                ZoneOffset.UTC),
            stage -> SlackAdapter.on(stage, settings()));
    signed = new Signed(adapter.port(), SECRET, clock);
  }

  private SlackSettings settings() {
    return new SlackSettings(
        Optional.of(SECRET),
        new Access.OneWorkspace(PretendSlack.TOKEN),
        Optional.empty(),
        URI.create(slack.api()),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Each request is another one, also for the replay guard. */
  private String trigger() {
    return "trigger-" + requests.incrementAndGet();
  }

  /** Ada types a command in a channel. */
  HttpResponse<String> command(String channel, String text) throws IOException {
    return command("U1", channel, text);
  }

  /** Somebody types a command in a channel. */
  HttpResponse<String> command(String user, String channel, String text) throws IOException {
    return signed.form(
        "command",
        "/pushback",
        "text",
        text,
        "team_id",
        PretendSlack.TEAM,
        "user_id",
        user,
        "channel_id",
        channel,
        "channel_name",
        "general",
        "response_url",
        slack.responseUrl(),
        "trigger_id",
        trigger(),
        "api_app_id",
        "A1");
  }

  /** Ada types a command; what she is shown, whichever way it comes. What was sent is forgotten. */
  Call said(String text) throws IOException {
    return said("U1", text);
  }

  /** The same for somebody else. */
  Call said(String user, String text) throws IOException {
    slack.forget();
    HttpResponse<String> response = command(user, "C1", text);
    if (response.statusCode() != 200) {
      throw new AssertionError("answered " + response.statusCode());
    }
    return response.body().isEmpty()
        ? slack.await(
            call -> call.method().equals("views.open") || call.method().equals("respond"),
            "an answer")
        : new Call("ack", JSON.readTree(response.body()));
  }

  /** It is this late, and what is due comes up; reminders are spread over five minutes. */
  void bringUp(Instant now) {
    slack.forget();
    clock.set(now);
    for (int minute = 0; minute < 7; minute++) {
      int unused = adapter.tick();
      clock.pass(Duration.ofMinutes(1));
    }
    clock.set(now);
  }

  /** Ada presses a button of an ephemeral message in a channel. */
  HttpResponse<String> press(String channel, String value) throws IOException {
    return press(
        "U1",
        PretendSlack.TEAM,
        value,
        container ->
            container.put("type", "message").put("channel_id", channel).put("is_ephemeral", true));
  }

  /** Ada presses a button of a message that the coach wrote to her. */
  HttpResponse<String> pressInMessage(String value) throws IOException {
    return press(
        "U1",
        PretendSlack.TEAM,
        value,
        container ->
            container.put("type", "message").put("channel_id", "D1").put("is_ephemeral", false));
  }

  /** Somebody presses a button somewhere. */
  HttpResponse<String> press(
      String user, String userTeam, String value, UnaryOperator<ObjectNode> where)
      throws IOException {
    ObjectNode payload = interaction("block_actions", user, userTeam);
    payload.set("container", where.apply(JSON.createObjectNode()));
    payload.put("response_url", slack.responseUrl());
    action(payload, value);
    return signed.interaction(payload.toString());
  }

  /** Ada presses a button in a window, or in her Home tab. */
  HttpResponse<String> pressInView(String type, String viewId, String value) throws IOException {
    ObjectNode payload = interaction("block_actions", "U1", PretendSlack.TEAM);
    payload.putObject("container").put("type", "view").put("view_id", viewId);
    payload.putObject("view").put("type", type).put("id", viewId).put("hash", "h");
    action(payload, value);
    return signed.interaction(payload.toString());
  }

  private static void action(ObjectNode payload, String value) {
    payload
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("block_id", "buttons-1")
        .put("action_id", "say-1")
        .put("value", value);
  }

  private ObjectNode interaction(String type, String user, String userTeam) {
    ObjectNode payload = JSON.createObjectNode().put("type", type).put("trigger_id", trigger());
    payload.put("api_app_id", "A1");
    payload.putObject("team").put("id", PretendSlack.TEAM).put("domain", "example");
    payload.putObject("user").put("id", user).put("team_id", userTeam);
    return payload;
  }

  /** Ada chooses "Push back on this" in the menu of a message. */
  HttpResponse<String> pushBackOn(String text, Optional<String> authorTeam) throws IOException {
    ObjectNode payload = interaction("message_action", "U1", PretendSlack.TEAM);
    payload.put("callback_id", "push_back_on_this").put("message_ts", "1.2");
    payload.put("response_url", slack.responseUrl());
    payload.putObject("channel").put("id", "C1").put("name", "general");
    ObjectNode message = payload.putObject("message").put("type", "message").put("text", text);
    message.put("user", "U9").put("ts", "1.2");
    authorTeam.ifPresent(team -> message.put("team", team));
    return signed.interaction(payload.toString());
  }

  /** Ada chooses the shortcut that needs no message. */
  HttpResponse<String> shortcut() throws IOException {
    ObjectNode payload = interaction("shortcut", "U1", PretendSlack.TEAM);
    return signed.interaction(payload.put("callback_id", "prepare_words").toString());
  }

  /** Ada fills in a window that was shown and sends it; the answer is what takes its place. */
  Call submit(Call shown, String viewId, Map<String, String> filled) throws IOException {
    HttpResponse<String> response = submit("U1", shown, viewId, "h1", filled);
    if (response.statusCode() != 200) {
      throw new AssertionError("answered " + response.statusCode());
    }
    return new Call("ack", JSON.readTree(response.body()));
  }

  /** Somebody fills in a window and sends it. */
  HttpResponse<String> submit(
      String user, Call shown, String viewId, String hash, Map<String, String> filled)
      throws IOException {
    ObjectNode payload = interaction("view_submission", user, PretendSlack.TEAM);
    JsonNode view = shown.body().path("view");
    ObjectNode sent = payload.putObject("view").put("type", "modal").put("id", viewId);
    sent.put("hash", hash).put("callback_id", view.path("callback_id").asText());
    sent.put("private_metadata", view.path("private_metadata").asText());
    ObjectNode values = sent.putObject("state").putObject("values");
    for (JsonNode block : view.path("blocks")) {
      String id = block.path("block_id").asText();
      if (block.path("type").asText().equals("input")) {
        ObjectNode value =
            values.putObject(id).putObject(block.path("element").path("action_id").asText());
        String type = block.path("element").path("type").asText();
        String said = filled.getOrDefault(id.replaceFirst("field:", ""), "");
        value.put("type", type);
        switch (type) {
          case "plain_text_input" ->
              value.put(
                  "value",
                  said.isEmpty() ? block.path("element").path("initial_value").asText() : said);
          case "checkboxes" -> {
            var selected = value.putArray("selected_options");
            for (String one : said.split(" ", -1)) {
              if (!one.isEmpty()) {
                selected.addObject().put("value", one);
              }
            }
          }
          default -> {
            if (said.isEmpty()) {
              value.putNull("selected_option");
            } else {
              value.putObject("selected_option").put("value", said);
            }
          }
        }
      }
    }
    return signed.interaction(payload.toString());
  }

  /** Ada types a name into the field for a colleague. */
  JsonNode suggestions(String typed) throws IOException {
    ObjectNode payload = interaction("block_suggestion", "U1", PretendSlack.TEAM);
    payload.put("action_id", "field").put("block_id", "field:").put("value", typed);
    payload.putObject("view").put("type", "modal").put("id", "V1");
    return JSON.readTree(signed.interaction(payload.toString()).body());
  }

  /** Ada opens the coach's Home tab. */
  HttpResponse<String> openHome() throws IOException {
    return event(
        "Ev" + requests.incrementAndGet(),
        JSON.createObjectNode()
            .put("type", "app_home_opened")
            .put("user", "U1")
            .put("channel", "D1")
            .put("tab", "home"));
  }

  /** Ada writes to the coach. */
  HttpResponse<String> write(String eventId, String text) throws IOException {
    return event(
        eventId,
        JSON.createObjectNode()
            .put("type", "message")
            .put("channel_type", "im")
            .put("channel", "D1")
            .put("user", "U1")
            .put("team", PretendSlack.TEAM)
            .put("ts", "1.3")
            .put("text", text));
  }

  /** Something happens. */
  HttpResponse<String> event(String eventId, ObjectNode event) throws IOException {
    ObjectNode payload = JSON.createObjectNode().put("type", "event_callback");
    payload.put("team_id", PretendSlack.TEAM).put("api_app_id", "A1").put("event_id", eventId);
    payload.put("event_time", clock.instant().getEpochSecond());
    payload
        .putArray("authorizations")
        .addObject()
        .put("team_id", PretendSlack.TEAM)
        .put("user_id", "UBOT")
        .put("is_bot", true);
    payload.set("event", event);
    return signed.event(payload.toString());
  }

  /** A reception with this desk, for what can't be seen from outside. */
  Reception reception(Workers workers, Duration patience) {
    return new Reception(
        new Answering("slack", TestCoach.coach(store), new Metrics(), () -> 0, () -> "ref-1"),
        workers,
        patience,
        who -> {},
        new ShareGate(who -> true));
  }

  /** Everything that was begun is done; nothing new is. */
  void finish() {
    adapter.finish();
  }

  @Override
  public void close() {
    adapter.close();
    slack.close();
  }
}
