package dev.pushback.operating;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Answers those who watch over the program: {@code /health} (it is alive), {@code /ready} (send
 * people here) and {@code /metrics} (for Prometheus). On a port of its own, which has no business
 * on the internet.
 *
 * <p>The metrics are for whoever has the token; if there is none, for this machine only.
 */
public final class OperationsServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int UNAUTHORISED = 401;
  private static final int NOT_FOUND = 404;
  private static final int WRONG_METHOD = 405;
  private static final int UNAVAILABLE = 503;
  private static final int THREADS = 2;
  private static final int WAITING = 20;
  private static final int IDLE_SECONDS = 60;

  /** Whoever takes longer to say what they want is cut off, so that they don't keep the others. */
  private static final int REQUEST_SECONDS = 2;

  static {
    // Java's server can be told in no other way, and reads it when it is first used.
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(REQUEST_SECONDS));
  }

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Readiness readiness;
  private final Metrics metrics;
  private final Optional<String> token;

  private record Answer(int status, String text) {}

  /**
   * Starts it.
   *
   * @param where the port 0 takes any that is free
   * @param token what the reader of the metrics has to show
   * @throws IOException if the port is taken
   */
  public OperationsServer(
      InetSocketAddress where, Readiness readiness, Metrics metrics, Optional<String> token)
      throws IOException {
    this.readiness = readiness;
    this.metrics = metrics;
    this.token = token.filter(text -> !text.isBlank());
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, "operations");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());
    this.server = HttpServer.create(where, WAITING);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] text = answer.text.getBytes(StandardCharsets.UTF_8);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status, head || text.length == 0 ? -1 : text.length);
      if (!head && text.length > 0) {
        exchange.getResponseBody().write(text);
      }
    }
  }

  private Answer answer(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return new Answer(WRONG_METHOD, "");
    }
    return switch (exchange.getRequestURI().getPath()) {
      case "/health" -> new Answer(OK, "alive\n");
      case "/ready" -> ready();
      case "/metrics" ->
          mayRead(exchange) ? new Answer(OK, metrics.scrape()) : new Answer(UNAUTHORISED, "");
      default -> new Answer(NOT_FOUND, "");
    };
  }

  private Answer ready() {
    Readiness.State state = readiness.state();
    return new Answer(
        state == Readiness.State.READY ? OK : UNAVAILABLE,
        state.name().toLowerCase(Locale.ROOT) + "\n");
  }

  private boolean mayRead(HttpExchange exchange) {
    if (token.isEmpty()) {
      return exchange.getRemoteAddress().getAddress().isLoopbackAddress();
    }
    String shown =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    // Takes the same time however much of it is right.
    return MessageDigest.isEqual(
        ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8),
        shown.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
