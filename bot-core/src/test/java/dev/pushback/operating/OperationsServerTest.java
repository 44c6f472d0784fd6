package dev.pushback.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who watch over the program are told. */
class OperationsServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Metrics metrics = new Metrics();

  @TempDir Path folder = Path.of("");

  private HttpResponse<String> ask(
      OperationsServer server, String method, String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.noBody());
    if (!token.isEmpty()) {
      request.header("Authorization", token);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private OperationsServer server(Readiness readiness, String token) throws IOException {
    return new OperationsServer(
        new InetSocketAddress(Operations.host(Map.of()), 0),
        readiness,
        metrics,
        Optional.of(token));
  }

  @Test
  void itIsReadyAsLongAsTheDatabaseAnswersAndTheEndIsNotNear() throws Exception {
    Path file = folder.resolve("pushback.db");
    try (Database database = Database.open(new DatabaseUrl.File(file))) {
      Readiness readiness = new Readiness(database::ping);
      try (OperationsServer server = server(readiness, "")) {
        assertThat(ask(server, "GET", "/ready", "").statusCode()).isEqualTo(200);

        Files.delete(file);
        assertThat(ask(server, "GET", "/ready", "").statusCode()).isEqualTo(503);
        assertThat(ask(server, "GET", "/ready", "").body()).isEqualTo("unavailable\n");

        readiness.drain();
        assertThat(ask(server, "GET", "/ready", "").body()).isEqualTo("draining\n");
        assertThat(ask(server, "GET", "/health", "").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void itListensWhereNobodyElseCanAskUnlessToldTo() throws Exception {
    assertThat(Operations.host(Map.of()).isLoopbackAddress()).isTrue();
    assertThat(Operations.host(Map.of("PUSHBACK_OPS_HOST", " ")).isLoopbackAddress()).isTrue();
    assertThat(Operations.host(Map.of("PUSHBACK_OPS_HOST", "0.0.0.0")).isAnyLocalAddress())
        .isTrue();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Operations.host(Map.of("PUSHBACK_OPS_HOST", "no address")))
        .withMessageContaining("PUSHBACK_OPS_HOST");
  }

  @Test
  void whoeverNeverSaysWhatTheyWantKeepsNobodyElse() throws Exception {
    try (OperationsServer server = server(new Readiness(() -> {}), "");
        Socket one = halfSent(server);
        Socket other = halfSent(server);
        Socket third = halfSent(server)) {
      HttpRequest health =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/health"))
              .timeout(Duration.ofSeconds(30))
              .build();
      assertThat(client.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      assertThat(List.of(one, other, third)).allMatch(Socket::isConnected);
    }
  }

  private static Socket halfSent(OperationsServer server) throws IOException {
    Socket socket = new Socket(Operations.host(Map.of()), server.port());
    socket.getOutputStream().write("GET /health HT".getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  @Test
  void metricsAreForWhoeverHasTheToken() throws Exception {
    metrics.nudgeSent("slack");
    metrics.nudgesDue(3, Duration.ofSeconds(90));
    metrics.replied("teams", Duration.ofMillis(40));
    try (OperationsServer server = server(new Readiness(() -> {}), "hunter2")) {
      assertThat(ask(server, "GET", "/metrics", "").statusCode()).isEqualTo(401);
      assertThat(ask(server, "GET", "/metrics", "Bearer hunter3").statusCode()).isEqualTo(401);
      assertThat(ask(server, "GET", "/metrics", "Bearer hunter3").body()).isEmpty();
      assertThat(ask(server, "GET", "/metrics", "Bearer hunter2").body())
          .contains("pushback_nudges_total{outcome=\"sent\",platform=\"slack\"} 1.0")
          .contains("pushback_nudges_due 3.0")
          .contains("pushback_nudges_oldest_due_seconds 90.0")
          .contains("pushback_reply_seconds_bucket{platform=\"teams\",le=\"0.05\"}");
    }
  }

  @Test
  void withoutATokenTheyAreForThisMachine() throws Exception {
    try (OperationsServer server = server(new Readiness(() -> {}), " ")) {
      assertThat(ask(server, "GET", "/metrics", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everythingElseIsRefusedInSilence() throws Exception {
    try (OperationsServer server = server(new Readiness(() -> {}), "")) {
      assertThat(ask(server, "POST", "/health", "").statusCode()).isEqualTo(405);
      for (String path : new String[] {"/", "/health/", "/metrics/x", "/../etc/passwd"}) {
        HttpResponse<String> answer = ask(server, "GET", path, "");
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
      }
    }
  }

  @Test
  void aMistakeInACallerMakesNoLabels() {
    metrics.nudgeSent("they want it cheaper");

    assertThat(metrics.scrape()).contains("platform=\"other\"").doesNotContain("cheaper");
  }
}
