package dev.pushback.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Slack as far as the adapter uses it: workspaces, people, channels, messages and windows, on a
 * free port of this machine. It remembers everything that was sent to it.
 */
public final class PretendSlack implements AutoCloseable {
  /** The only workspace. */
  public static final String TEAM = "T1";

  /** The token that works. */
  public static final String TOKEN = "xoxb-pretend";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_SECONDS = 10;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, ObjectNode> channels = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> people = new ConcurrentHashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
  private volatile boolean refusesAnswers;
  private int last;

  /**
   * Something that was sent to it.
   *
   * @param method such as {@code views.open}, or {@code respond} for an answer to a response URL
   * @param body what it said
   */
  public record Call(String method, JsonNode body) {
    /** All texts that a person reads in it apart from its buttons, joined by line breaks. */
    public String shown() {
      JsonNode at = body.path("view").isMissingNode() ? body : body.path("view");
      String title = at.path("title").path("text").asText();
      return title + (title.isEmpty() ? "" : "\n") + String.join("\n", texts(at.path("blocks")));
    }

    /** The value of the button on which this stands, or that begins with it. */
    public String button(String label) {
      return buttons().entrySet().stream()
          .filter(one -> one.getKey().startsWith(label))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no button " + label + " on " + buttons()));
    }

    /** The values of its buttons, by what stands on them. */
    public Map<String, String> buttons() {
      Map<String, String> buttons = new LinkedHashMap<>();
      JsonNode at = body.path("view").isMissingNode() ? body : body.path("view");
      at.findParents("action_id").stream()
          .filter(one -> one.path("type").asText().equals("button"))
          .forEach(
              one ->
                  buttons.put(one.path("text").path("text").asText(), one.path("value").asText()));
      return buttons;
    }
  }

  /**
   * Starts it, with one internal channel, C1, and the people Ada (U1), Sam (U2) and Rivera (U9).
   */
  public PretendSlack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    channel("C1", "is_channel");
    channel("D1", "is_im").put("user", "U1");
    person("U1", "Ada", "Europe/Berlin");
    person("U2", "Sam", "Europe/London");
    person("U9", "Rivera", "Europe/Lisbon").put("team_id", "T9").put("is_stranger", true);
  }

  /** Where its methods are. */
  public String api() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  /** A response URL. */
  public String responseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/respond/" + next();
  }

  private synchronized int next() {
    return ++last;
  }

  /** A channel with these flags; what it says can be changed. */
  public ObjectNode channel(String id, String... flags) {
    ObjectNode channel = JSON.createObjectNode().put("id", id);
    for (String flag :
        List.of("is_shared", "is_ext_shared", "is_pending_ext_shared", "is_org_shared")) {
      channel.put(flag, false);
    }
    for (String flag : flags) {
      channel.put(flag, true);
    }
    channels.put(id, channel);
    return channel;
  }

  /** Nobody finds this channel any more. */
  public void hide(String id) {
    channels.remove(id);
  }

  /** Somebody of the workspace; what it says can be changed. */
  public ObjectNode person(String id, String name, String zone) {
    ObjectNode person =
        JSON.createObjectNode()
            .put("id", id)
            .put("team_id", TEAM)
            .put("name", name)
            .put("tz", zone);
    person.put("real_name", name);
    person.putObject("profile").put("real_name", name).put("display_name", name);
    people.put(id, person);
    return person;
  }

  /** Nobody knows them any more. */
  public void leaves(String id) {
    people.remove(id);
  }

  /** From now on a method says no, with this code; an empty one mends it. */
  public void fails(String method, String code) {
    if (code.isEmpty()) {
      failures.remove(method);
    } else {
      failures.put(method, code);
    }
  }

  /** Whether answers to response URLs come too late from now on. */
  public void refusesAnswers(boolean refuses) {
    refusesAnswers = refuses;
  }

  /** Everything that was sent so far, apart from questions. */
  public List<Call> calls() {
    return calls.stream().filter(call -> !isQuestion(call.method())).toList();
  }

  private static boolean isQuestion(String method) {
    return List.of(
            "auth.test",
            "users.info",
            "users.list",
            "conversations.info",
            "conversations.open",
            "conversations.history")
        .contains(method);
  }

  /** Everything, also questions. */
  public List<Call> everything() {
    return List.copyOf(calls);
  }

  /** Forgets what was sent. */
  public void forget() {
    calls.clear();
  }

  /** Waits for something to be sent to this method. */
  public Call await(String method) {
    return await(call -> call.method().equals(method), method);
  }

  /** Waits for something to be sent. */
  public synchronized Call await(Predicate<Call> which, String name) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < until) {
      Optional<Call> found = calls.stream().filter(which).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        wait(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError(
        name + " was never called; only " + calls.stream().map(Call::method).toList());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = path.startsWith("/api/") ? path.substring("/api/".length()) : "respond";
    JsonNode said =
        body.startsWith("{")
            ? JSON.readTree(body)
            : form(body, exchange.getRequestURI().getQuery());
    JsonNode reply = reply(method, said);
    synchronized (this) {
      calls.add(new Call(method, said));
      notifyAll();
    }
    byte[] bytes =
        method.equals("respond")
            ? "ok".getBytes(StandardCharsets.UTF_8)
            : JSON.writeValueAsBytes(reply);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(
        method.equals("respond") && refusesAnswers ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static ObjectNode form(String body, String query) throws IOException {
    ObjectNode fields = JSON.createObjectNode();
    String all = body + (query == null ? "" : "&" + query);
    for (String pair : all.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        boolean isJson = value.startsWith("{") || value.startsWith("[");
        fields.set(
            pair.substring(0, equals), isJson ? JSON.readTree(value) : fields.textNode(value));
      }
    }
    return fields;
  }

  private JsonNode reply(String method, JsonNode said) {
    ObjectNode ok = JSON.createObjectNode();
    if (failures.containsKey(method)) {
      return ok.put("ok", false).put("error", failures.get(method));
    }
    ok.put("ok", true);
    switch (method) {
      case "auth.test" -> ok.put("team_id", TEAM).put("user_id", "UBOT").put("bot_id", "B1");
      case "conversations.info" -> {
        ObjectNode channel = channels.get(said.path("channel").asText());
        return channel == null ? no("channel_not_found") : ok.set("channel", channel.deepCopy());
      }
      case "users.info" -> {
        ObjectNode person = people.get(said.path("user").asText());
        return person == null ? no("user_not_found") : ok.set("user", person.deepCopy());
      }
      case "users.list" -> {
        ArrayNode members = ok.putArray("members");
        people.values().forEach(members::add);
      }
      case "conversations.open" ->
          ok.putObject("channel").put("id", "D" + said.path("users").asText().substring(1));
      case "conversations.history" -> {
        ArrayNode found = ok.putArray("messages");
        messages.forEach(found::add);
      }
      case "chat.postMessage" -> {
        String ts = "1773137000.%06d".formatted(next());
        String to = said.path("channel").asText();
        ObjectNode message = JSON.createObjectNode().put("ts", ts);
        message.set("metadata", said.path("metadata"));
        messages.add(message);
        ok.put("channel", to.startsWith("U") ? "D" + to.substring(1) : to).put("ts", ts);
        ok.putObject("message").put("ts", ts);
      }
      case "views.open", "views.push", "views.update", "views.publish" -> {
        String id =
            said.hasNonNull("view_id") ? said.path("view_id").asText() : "V%03d".formatted(next());
        ok.putObject("view").put("id", id).put("hash", "h" + next());
      }
      default -> {
        return no("unknown_method");
      }
    }
    return ok;
  }

  private static ObjectNode no(String code) {
    return JSON.createObjectNode().put("ok", false).put("error", code);
  }

  /** All texts in some blocks, in their order. */
  static List<String> texts(JsonNode blocks) {
    List<String> texts = new ArrayList<>();
    collect(blocks, texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    String type = node.path("type").asText();
    if (type.equals("button")) {
      return;
    }
    if (List.of("rich_text_section", "rich_text_quote", "rich_text_preformatted").contains(type)) {
      texts.add(String.join("", node.path("elements").findValuesAsText("text")).strip());
    } else if (node.isObject() && node.path("text").isTextual()) {
      texts.add(node.path("text").asText());
    } else if (type.equals("plain_text_input")) {
      texts.add("[" + node.path("initial_value").asText() + "]");
    } else {
      node.forEach(child -> collect(child, texts));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new TimeoutException();
      }
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
