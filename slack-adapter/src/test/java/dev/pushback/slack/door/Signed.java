package dev.pushback.slack.door;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts to {@code /slack/events} as Slack does: signed. */
public final class Signed {
  /** Form fields, as slash commands and interactions have. */
  public static final String FORM = "application/x-www-form-urlencoded";

  /** JSON, as events have. */
  public static final String JSON = "application/json";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final int port;
  private final String secret;
  private final InstantSource clock;

  /** Posts to a port of this machine. */
  public Signed(int port, String secret, InstantSource clock) {
    this.port = port;
    this.secret = secret;
    this.clock = clock;
  }

  /** Where the events go. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/slack/events");
  }

  /** The fields as a form. */
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A slash command or another form. */
  public HttpResponse<String> form(String... namesAndValues) throws IOException {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
    }
    return post(FORM, String.join("&", fields));
  }

  /** An interaction: JSON in the field {@code payload}. */
  public HttpResponse<String> interaction(String json) throws IOException {
    return form("payload", json);
  }

  /** An event. */
  public HttpResponse<String> event(String json, String... headers) throws IOException {
    return post(JSON, json, headers);
  }

  /** Any body, signed now. */
  public HttpResponse<String> post(String type, String body, String... headers) throws IOException {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    return send(
        request(type, timestamp, body, signature(timestamp, body.getBytes(StandardCharsets.UTF_8)))
            .build(),
        headers);
  }

  /** The signature of a body. */
  public String signature(String timestamp, byte[] body) {
    return new Signature(secret, clock).sign(timestamp, body);
  }

  /** A request with these headers, to be changed. */
  public HttpRequest.Builder request(String type, String timestamp, String body, String signature) {
    return HttpRequest.newBuilder(uri())
        .timeout(LONGEST)
        .header("Content-Type", type)
        .header(Signature.TIMESTAMP, timestamp)
        .header(Signature.HEADER, signature)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** Sends a request, with more headers. */
  public static HttpResponse<String> send(HttpRequest request, String... headers)
      throws IOException {
    try {
      HttpRequest.Builder all = HttpRequest.newBuilder(request, (name, value) -> true);
      if (headers.length > 0) {
        all.headers(headers);
      }
      return HTTP.send(all.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
