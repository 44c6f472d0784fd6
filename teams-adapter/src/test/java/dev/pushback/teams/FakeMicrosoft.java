package dev.pushback.teams;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Microsoft does for bots, on this machine: tells the keys that it signs with, signs, and
 * hands out tokens to those who show a secret. Safe for threads.
 */
public final class FakeMicrosoft implements AutoCloseable {
  /** The bot. */
  public static final String APP = "0b0b0b0b-1111-4222-8333-444444444444";

  /** The organisation it is registered in, and whose people write. */
  public static final String TENANT = "7e7e7e7e-5555-4666-8777-888888888888";

  /** What proves that we are the bot. */
  public static final String SECRET = "canary-app-secret";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 30;
  private static final String METADATA = "/v1/.well-known/openidconfiguration";
  private static final String KEYS = "/v1/.well-known/keys";

  /**
   * What is answered instead of what usually is.
   *
   * @param status 0 answers nothing until this is closed
   */
  public record Reply(int status, Map<String, String> headers, String body) {
    /** With a status and some JSON. */
    public static Reply of(int status, String body) {
      return new Reply(status, Map.of(), body);
    }

    /** Accepts the connection and says nothing. */
    public static Reply hanging() {
      return new Reply(0, Map.of(), "");
    }

    /** With one more header. */
    public Reply with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Reply(status, more, body);
    }
  }

  /** How somebody asked for a token: of which tenant, and with what form. */
  public record TokenRequest(String tenant, Map<String, String> form) {}

  /** What the bot asked the token endpoint for, in order. */
  public final List<TokenRequest> tokenRequests = new CopyOnWriteArrayList<>();

  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake-microsoft");
            thread.setDaemon(true);
            return thread;
          });
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore hanging = new Semaphore(0);
  private final Queue<Reply> tokens = new ConcurrentLinkedQueue<>();
  private final AtomicInteger metadataAsked = new AtomicInteger();
  private final AtomicInteger keysAsked = new AtomicInteger();
  private volatile List<SigningKey> published = List.of(SigningKey.usual());
  private volatile Optional<Reply> metadata = Optional.empty();
  private volatile Optional<Reply> keys = Optional.empty();

  /**
   * Listens on a free port, and signs with one key, endorsed for Teams.
   *
   * @param clock the time in what is signed
   */
  public FakeMicrosoft(InstantSource clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(METADATA, this::metadata);
    server.createContext(KEYS, this::keys);
    server.createContext("/", this::token);
    server.start();
  }

  /** Without a slash at the end; for the setting of the login's address, too. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** For the setting of the metadata's address. */
  public String metadataUrl() {
    return url() + METADATA;
  }

  /** From now on these are the keys. */
  public void publish(SigningKey... these) {
    published = List.of(these);
  }

  /** From now on the metadata is this; nothing for what it usually is. */
  public void answerMetadata(Optional<Reply> reply) {
    metadata = reply;
  }

  /** From now on the list of keys is this; nothing for what it usually is. */
  public void answerKeys(Optional<Reply> reply) {
    keys = reply;
  }

  /**
   * The next one who asks for a token gets this, after those who were promised something before.
   */
  public void answerToken(Reply reply) {
    tokens.add(reply);
  }

  /** How often the metadata were asked for. */
  public int metadataAsked() {
    return metadataAsked.get();
  }

  /** How often the keys were asked for. */
  public int keysAsked() {
    return keysAsked.get();
  }

  /** Waits until somebody waits for an answer that never comes; once for each of those. */
  public void awaitHanging() throws InterruptedException {
    if (!hanging.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody asked");
    }
  }

  /** A token as Teams sends it, to be bent out of shape. */
  public TestToken token(String serviceUrl) {
    return TestToken.of(clock.instant(), APP, serviceUrl);
  }

  private void metadata(HttpExchange exchange) throws IOException {
    metadataAsked.incrementAndGet();
    answer(
        exchange,
        metadata.orElseGet(
            () ->
                Reply.of(
                    200,
                    json(
                        Map.of(
                            "issuer",
                            TestToken.ISSUER,
                            "jwks_uri",
                            url() + KEYS,
                            "id_token_signing_alg_values_supported",
                            List.of("RS256"))))));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keysAsked.incrementAndGet();
    answer(
        exchange,
        keys.orElseGet(
            () ->
                Reply.of(
                    200,
                    json(Map.of("keys", published.stream().map(SigningKey::published).toList())))));
  }

  private void token(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", 3);
    if (path.length != 3 || !path[2].equals("oauth2/v2.0/token")) {
      answer(exchange, Reply.of(404, "{}"));
      return;
    }
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int number;
    synchronized (tokenRequests) {
      tokenRequests.add(new TokenRequest(path[1], values(form)));
      number = tokenRequests.size();
    }
    Reply next = tokens.poll();
    answer(
        exchange,
        next != null
            ? next
            : Reply.of(
                200,
                json(
                    Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        3599,
                        "access_token",
                        "token-" + number))));
  }

  private void answer(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      if (reply.status() == 0) {
        hanging.release();
        closed.await();
        return;
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> values(String form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      String[] both = pair.split("=", 2);
      values.put(
          URLDecoder.decode(both[0], StandardCharsets.UTF_8),
          both.length == 2 ? URLDecoder.decode(both[1], StandardCharsets.UTF_8) : "");
    }
    return values;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
