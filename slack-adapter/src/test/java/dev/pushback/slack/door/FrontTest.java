package dev.pushback.slack.door;

import static dev.pushback.slack.door.DoorWorld.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.door.Door;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much may be said and how slowly, and what else is to be found on the port. */
class FrontTest {
  private static final String HEAD =
      "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

  private DoorWorld world;

  @BeforeEach
  void open() throws IOException {
    world = new DoorWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Until the other side has closed the connection. */
  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  private HttpResponse<String> get(String path, String... headers) throws IOException {
    return Signed.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.server.port() + path))
            .build(),
        headers);
  }

  private static void isBare(String answer, int status) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.toLowerCase(Locale.ROOT))
        .endsWith("\r\n\r\n")
        .doesNotContain("jetty", "server:", "exception", "<html");
  }

  /** 10. */
  @Test
  @Timeout(30)
  void aBodyThatIsTooLargeIsNotEvenRead() throws IOException {
    try (Socket socket = connect()) {
      write(socket, HEAD + "Content-Length: " + (Door.MOST_BYTES + 1) + "\r\n\r\n{");
      isBare(rest(socket), 413);
    }
  }

  @Test
  void theLargestBodyIsRead() throws IOException {
    assertThat(world.slack.event("x".repeat(Door.MOST_BYTES)).statusCode()).isEqualTo(400);
  }

  /** 11. */
  @Test
  @Timeout(30)
  void aBodyWithoutAnEndIsCutOff() throws IOException {
    try (Socket socket = connect()) {
      write(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      for (int sent = 0; sent <= Door.MOST_BYTES; sent += 0x10000) {
        write(socket, chunk);
      }
      isBare(rest(socket), 413);
    } catch (SocketException e) {
      assertThat(e).as("closed while it was still being told").isNotNull();
    }
  }

  /** 12. */
  @Test
  @Timeout(30)
  void whoTakesTooLongIsCutOffAndNobodyElseWaits() throws IOException {
    try (Socket slow = connect();
        Socket slower = connect()) {
      write(slow, HEAD + "Content-Length: 100\r\n\r\n{");
      write(slower, HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
      assertThat(world.slack.form(command("T1", "meanwhile")).statusCode()).isEqualTo(200);
      isBare(rest(slow), 408);
      isBare(rest(slower), 408);
    }
  }

  /** 62. */
  @ParameterizedTest
  @CsvSource({
    "'GARBAGE\r\n\r\n', 400",
    "'GET /slack/events HTTP/9.9\r\n\r\n', 505",
    "'GET /../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400",
    "'GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n', 404",
    "'GET /slack/events/ HTTP/1.1\r\nHost: x\r\n\r\n', 404",
    "'LONG', 431"
  })
  @Timeout(30)
  void mistakesAreAnsweredWithANumber(String request, int status) throws IOException {
    try (Socket socket = connect()) {
      write(
          socket,
          request.equals("LONG")
              ? "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"
              : request);
      isBare(rest(socket), status);
    }
  }

  @Test
  void whoWatchesIsToldHowItIs() throws IOException {
    assertThat(get("/healthz").body()).isEqualTo("alive\n");
    assertThat(get("/readyz").body()).isEqualTo("ready\n");
    world.readiness.drain();
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("draining\n");
  }

  /** 61. */
  @Test
  void figuresAreForWhoeverHasTheToken() throws IOException {
    assertThat(get("/metrics").statusCode()).isEqualTo(401);
    assertThat(get("/metrics", "Authorization", "Bearer other").statusCode()).isEqualTo(401);
    HttpResponse<String> answer = get("/metrics", "Authorization", "Bearer metrics-token");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("pushback_nudges_due").doesNotContain("T1");
  }

  @Test
  void withoutATokenTheyAreForThisMachineAndForNoProxyOnIt() throws IOException {
    world.close();
    world = new DoorWorld(Optional.empty());

    assertThat(get("/metrics").statusCode()).isEqualTo(200);
    assertThat(get("/metrics", "X-Forwarded-For", "203.0.113.9").statusCode()).isEqualTo(401);
  }

  @Test
  void aPortThatIsTakenIsTold() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                Door.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), world.server.port()),
                    Map.of()))
        .withMessageContainingAll("port " + world.server.port(), "PUSHBACK_PORT");
  }

  @Test
  void withoutItsRouteThereIsNothingToPostTo() throws IOException {
    try (Door server =
        Door.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Map.of())) {
      Signed slack = new Signed(server.port(), DoorWorld.SECRET, world.clock);
      assertThat(slack.event("{}").statusCode()).isEqualTo(404);
    }
  }

  @Test
  @Timeout(30)
  void whatIsUnderWayIsFinishedWhenItStops() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    world.app.command(
        "/slow",
        (request, context) -> {
          begun.countDown();
          await(stopping);
          return context.ack("done");
        });
    int port = world.server.port();
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      Future<HttpResponse<String>> answer =
          others.submit(
              () -> world.slack.form("command", "/slow", "team_id", "T1", "user_id", "U1"));
      await(begun);
      Future<?> closed = others.submit(world.server::close);
      while (accepts(port)) {
        assertThat(Thread.interrupted()).as("waited for too long").isFalse();
        Thread.onSpinWait();
      }
      stopping.countDown();
      assertThat(answer.get().body()).contains("done");
      closed.get();
    } finally {
      others.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
