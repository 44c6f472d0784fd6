package dev.pushback.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Teams as far as the adapter writes to it: conversations, messages and who is there, on a free
 * port of this machine. It remembers everything that was sent to it.
 */
public final class PretendTeams implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_SECONDS = 10;
  private static final Pattern ACTIVITIES =
      Pattern.compile("/v3/conversations/([^/]+)/activities(?:/([^/]+))?");
  private static final Pattern MEMBER = Pattern.compile("/v3/conversations/[^/]+/members/([^/]+)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, ObjectNode> people = new ConcurrentHashMap<>();
  private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  private int last;

  /** What is refused, and how. */
  private record Refusal(Predicate<Call> which, int status, String code) {}

  /**
   * Something that was sent to it.
   *
   * @param method such as {@code POST}
   * @param service which of its addresses it was sent to, such as {@code /teams}
   * @param conversation where to; empty if it opens one
   * @param activity which message it changes; empty if it is a new one
   * @param isTargeted whether only its recipient sees it
   * @param authorization the header
   * @param body what it said
   */
  public record Call(
      String method,
      String service,
      String conversation,
      String activity,
      boolean isTargeted,
      String authorization,
      JsonNode body) {
    /** What a person sees. */
    public Seen seen() {
      JsonNode card = body.path("attachments").path(0).path("content");
      return new Seen(card.isMissingNode() ? body : card);
    }

    /** Whether all in the conversation can read it. */
    public boolean isPublic() {
      return !isTargeted && !isOpening() && !conversation.startsWith("a:");
    }

    /** Whether it says nothing and opens a conversation. */
    public boolean isOpening() {
      return conversation.isEmpty();
    }
  }

  /** Starts it; Ada and Sam belong to the organisation, Guest doesn't. */
  public PretendTeams() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where the adapter is told to answer. */
  public String serviceUrl() {
    return "http://" + host() + "/teams/";
  }

  /** As it stands in the list of hosts. */
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Somebody whom Teams knows; what it says can be changed. */
  public ObjectNode person(String id) {
    return people.computeIfAbsent(
        id,
        one ->
            JSON.createObjectNode()
                .put("id", one)
                .put("userRole", "user")
                .put("tenantId", FakeMicrosoft.TENANT));
  }

  /** From now on such calls are refused so; with the status 0 the connection just ends. */
  public void refuses(Predicate<Call> which, int status, String code) {
    refusals.add(new Refusal(which, status, code));
  }

  /** Nothing is refused any more. */
  public void mends() {
    refusals.clear();
  }

  /** Every message that was sent so far, or changed. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Forgets what was sent. */
  public void forget() {
    calls.clear();
  }

  /** Waits for a message to one person alone. */
  public Call await() {
    return await(call -> true, "a message");
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
    throw new AssertionError(name + " never came; only " + calls.size() + " others");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String full = exchange.getRequestURI().getRawPath();
    String path = full.replaceFirst("^/[a-z]+(?=/v3/)", "");
    byte[] sent = exchange.getRequestBody().readAllBytes();
    JsonNode body = sent.length == 0 ? JSON.createObjectNode() : JSON.readTree(sent);
    Matcher activities = ACTIVITIES.matcher(path);
    Matcher member = MEMBER.matcher(path);
    if (path.endsWith("/pagedmembers")) {
      ObjectNode page = JSON.createObjectNode();
      page.putArray("members").addAll(people.values());
      reply(exchange, 200, page);
    } else if (member.matches()) {
      reply(exchange, 200, person(decoded(member.group(1))));
    } else if (activities.matches() || path.equals("/v3/conversations")) {
      boolean isMessage = activities.matches();
      Call call =
          new Call(
              exchange.getRequestMethod(),
              full.substring(0, full.length() - path.length()),
              isMessage ? decoded(activities.group(1)) : "",
              isMessage && activities.group(2) != null ? decoded(activities.group(2)) : "",
              Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                  .filter("isTargetedActivity=true"::equals)
                  .isPresent(),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                  .orElse(""),
              body);
      take(exchange, call);
    } else {
      reply(exchange, 404, JSON.createObjectNode());
    }
  }

  private void take(HttpExchange exchange, Call call) throws IOException {
    Optional<Refusal> refused = refusals.stream().filter(one -> one.which().test(call)).findFirst();
    String id;
    synchronized (this) {
      calls.add(call);
      id = "m" + ++last;
      notifyAll();
    }
    if (refused.isPresent()) {
      ObjectNode error = JSON.createObjectNode();
      error.putObject("error").put("code", refused.get().code()).put("message", "no");
      if (refused.get().status() == 0) {
        exchange.close();
      } else {
        reply(exchange, refused.get().status(), error);
      }
    } else {
      reply(
          exchange,
          201,
          JSON.createObjectNode().put("id", call.conversation().isEmpty() ? "a:opened" : id));
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
