package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A server on this machine that answers as Slack would, with a clock that is set by hand. */
final class FakeSlack implements AutoCloseable {
  static final String TENANT = "slack:T1";
  static final String TOKEN = "xoxb-secret-1";
  static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");

  /** Long enough for a busy machine; only where a test waits for it, it is short. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final WireMockServer server;
  private Instant now = NOON;
  private long ticks;

  FakeSlack() {
    server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  SlackClient client() {
    return client(PATIENT);
  }

  SlackClient client(Duration call) {
    WebSettings at = WebSettings.at(origin() + "/api/");
    return client(new WebSettings(at.api(), call, call, at.answersAt()));
  }

  SlackClient client(WebSettings settings) {
    return new SlackClient(
        settings,
        tenant -> tenant.startsWith("slack:T") ? Optional.of(TOKEN) : Optional.empty(),
        () -> now,
        () -> ticks);
  }

  Instant now() {
    return now;
  }

  long ticks() {
    return ticks;
  }

  void pass(Duration time) {
    now = now.plus(time);
    ticks += time.toNanos();
  }

  WireMockServer server() {
    return server;
  }

  FakeSlack answers(String method, String json) {
    return answers(method, okJson(json));
  }

  FakeSlack answers(String method, ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlPathEqualTo("/api/" + method)).willReturn(answer));
    return this;
  }

  static ResponseDefinitionBuilder status(int status, String body) {
    return aResponse().withStatus(status).withBody(body);
  }

  List<LoggedRequest> requests(String method) {
    return server.findAll(postRequestedFor(urlPathEqualTo("/api/" + method)));
  }

  /** One of the arguments of a method. */
  static String argument(LoggedRequest request, String name) {
    return Objects.requireNonNull(request.formParameters().get(name), name).firstValue();
  }

  int requests() {
    return server.getAllServeEvents().size();
  }

  static List<LayoutBlock> blocks(String text) {
    return Blocks.asBlocks(
        Blocks.section(section -> section.text(BlockCompositions.plainText(text))));
  }

  @Override
  public void close() {
    server.stop();
  }
}
