package dev.pushback.teams.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.TestClock;
import dev.pushback.door.Door;
import dev.pushback.teams.FakeMicrosoft;
import dev.pushback.teams.TestToken;
import dev.pushback.testing.TestCoach;
import dev.pushback.web.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A server whose bot only listens, and a Microsoft of its own. */
final class DoorWorld implements AutoCloseable {
  static final String SERVICE = "https://smba.trafficmanager.net/emea/";

  /** Longer than a machine that is busy may take. */
  static final Duration LONG = Duration.ofSeconds(60);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final TestClock clock = TestCoach.clock();
  final AtomicLong ticker = new AtomicLong(-1_000_000_000L);
  final FakeMicrosoft microsoft;
  final Keys keys;
  final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  /** What else is done in each turn. */
  volatile Consumer<Arrival> also = arrival -> {};

  private final Http http;
  private final Door door;

  DoorWorld() throws IOException {
    this(Optional.of(FakeMicrosoft.TENANT), LONG);
  }

  DoorWorld(Optional<String> tenant, Duration patience) throws IOException {
    microsoft = new FakeMicrosoft(clock);
    http = new Http("keys", patience, patience);
    keys = new Keys(http, microsoft.metadataUrl(), ticker::get);
    Messages messages =
        new Messages(
            new Guard(FakeMicrosoft.APP, tenant, keys, clock),
            ServiceHosts.of(ServiceHosts.USUAL),
            new Bot(FakeMicrosoft.APP, new Listener()),
            () -> "ref-7");
    door =
        Door.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), messages.routes());
  }

  /** Writes down what it heard. */
  private final class Listener implements Turns {
    private void hear(String what, Arrival arrival) {
      heard.add(what + " " + arrival.text());
      if (arrival.text().startsWith("fail")) {
        throw new IllegalStateException("about: " + arrival.text());
      }
      also.accept(arrival);
    }

    private Optional<ObjectNode> answer(String what, Arrival arrival) {
      hear(what, arrival);
      return arrival.text().startsWith("nothing")
          ? Optional.empty()
          : Optional.of(JSON.createObjectNode().put("heard", what));
    }

    @Override
    public void message(Arrival arrival) {
      hear("message", arrival);
    }

    @Override
    public void installation(Arrival arrival, boolean added) {
      hear(added ? "added" : "removed", arrival);
    }

    @Override
    public Optional<ObjectNode> cardAction(Arrival arrival) {
      return answer("card", arrival);
    }

    @Override
    public Optional<ObjectNode> messageAction(Arrival arrival) {
      return answer("action", arrival);
    }

    @Override
    public Optional<ObjectNode> messageActionSubmitted(Arrival arrival) {
      return answer("action-submitted", arrival);
    }

    @Override
    public Optional<ObjectNode> dialog(Arrival arrival) {
      return answer("dialog", arrival);
    }

    @Override
    public Optional<ObjectNode> dialogSubmitted(Arrival arrival) {
      return answer("dialog-submitted", arrival);
    }
  }

  /** Everything that Teams says of a message in a personal chat. */
  static ObjectNode activity(String type) {
    ObjectNode activity = JSON.createObjectNode();
    activity
        .put("type", type)
        .put("id", "1700000000000")
        .put("timestamp", "2026-03-10T10:00:00.075Z")
        .put("localTimestamp", "2026-03-10T11:00:00.075+01:00")
        .put("localTimezone", "Europe/Berlin")
        .put("locale", "en-GB")
        .put("channelId", "msteams")
        .put("serviceUrl", SERVICE)
        .put("text", "hello");
    activity
        .putObject("from")
        .put("id", "29:maya")
        .put("name", "Maya")
        .put("aadObjectId", "a0a0a0a0-0000-4000-8000-000000000001");
    activity
        .putObject("conversation")
        .put("conversationType", "personal")
        .put("tenantId", FakeMicrosoft.TENANT)
        .put("id", "a:chat-of-maya");
    activity.putObject("recipient").put("id", "28:" + FakeMicrosoft.APP).put("name", "pushback");
    activity.putObject("channelData").putObject("tenant").put("id", FakeMicrosoft.TENANT);
    return activity;
  }

  /** Something that waits for an answer. */
  static ObjectNode invoke(String name, String value) {
    return activity("invoke").put("name", name).set("value", json(value));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestToken token() {
    return microsoft.token(SERVICE);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + door.port() + Messages.PATH);
  }

  HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(uri())
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** As Teams sends it. */
  HttpResponse<String> post(ObjectNode activity) throws IOException {
    return post(token(), activity);
  }

  HttpResponse<String> post(TestToken token, ObjectNode activity) throws IOException {
    return send(request(activity.toString()).header("Authorization", token.bearer()));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  CompletableFuture<HttpResponse<String>> sendLater(TestToken token, ObjectNode activity) {
    return CLIENT.sendAsync(
        request(activity.toString()).header("Authorization", token.bearer()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  void pass(Duration time) {
    ticker.addAndGet(time.toNanos());
  }

  @Override
  public void close() {
    microsoft.close();
    door.close();
    http.close();
  }
}
