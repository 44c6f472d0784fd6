package dev.pushback.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pushback.nudge.Outcome;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a second message takes the connection of the first. */
final class KeptConnectionsTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final byte[] TAKEN = "{\"id\":\"1:abc\"}".getBytes(StandardCharsets.UTF_8);

  private final List<Integer> from = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  KeptConnectionsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    from.add(exchange.getRemoteAddress().getPort());
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(201, TAKEN.length);
    exchange.getResponseBody().write(TAKEN);
    exchange.close();
  }

  @Test
  void usuallyItDoes() {
    postTwice(WebSettings.at(WebSettings.MICROSOFT));

    assertThat(from).hasSize(2);
    assertThat(from.get(1)).isEqualTo(from.get(0));
  }

  @Test
  void whereConnectionsArentKeptItDoesnt() {
    postTwice(WebSettings.at(WebSettings.MICROSOFT).keepingNoConnections());

    assertThat(from).hasSize(2).doesNotHaveDuplicates();
  }

  private void postTwice(WebSettings settings) {
    String origin = "http://127.0.0.1:" + server.getAddress().getPort();
    Conversation ada =
        Conversation.personal(
            new Person("teams:t-1", "ada"), "a:1", URI.create(origin), "28:us", "29:ada", NOON);
    try (TeamsClient client =
        new TeamsClient(
            settings,
            new Credentials("app", Optional.empty(), Optional.empty()),
            address -> true,
            InstantSource.fixed(NOON),
            () -> 0,
            pause -> {})) {
      for (int message = 0; message < 2; message++) {
        assertThat(client.post(ada, Json.object().put("type", "message")))
            .isInstanceOf(Outcome.Sent.class);
      }
    }
  }
}
