package dev.pushback.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import dev.pushback.teams.web.Credentials;
import dev.pushback.teams.web.TeamsClient;
import dev.pushback.teams.web.WebSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server on this machine that takes messages as Teams would and gives out tokens as Microsoft
 * would, with a clock that is set by hand. Whatever isn't told otherwise, it takes.
 */
public final class FakeConnector implements AutoCloseable {
  /** The organisation whose Teams it is. */
  public static final String TENANT = "teams:t-1";

  /** When it is there first. */
  public static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");

  /** Who we are. */
  public static final Credentials CREDENTIALS =
      new Credentials("app-1", Optional.of("canary-secret"), Optional.of("t-1"));

  /** Somebody there. */
  public static final Person ADA = new Person(TENANT, "ada");

  private static final String POSTS = "/emea/v3/conversations/[^/]+/activities";
  private static final String UPDATES = POSTS + "/[^/]+";
  private static final String TOKENS = "/[^/]+/oauth2/v2.0/token";

  /** Long enough for a busy machine; only where a test waits for it, it is short. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private static final int LATEST_STUB_WINS = 9;

  private final WireMockServer server;
  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /** Starts one. */
  public FakeConnector() {
    server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    answersTokens(granted("token-1"));
    answersPosts(okJson("{\"id\":\"1:abc\"}"));
    server.stubFor(
        any(urlPathMatching(UPDATES)).atPriority(LATEST_STUB_WINS).willReturn(okJson("{}")));
  }

  /** Where it is. */
  public String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Where it wants to be spoken to. */
  public URI serviceUrl() {
    return URI.create(origin() + "/emea/");
  }

  /** Whether an address is its own. */
  public boolean isHere(URI address) {
    return "http".equals(address.getScheme())
        && "127.0.0.1".equals(address.getHost())
        && address.getPort() == server.port();
  }

  /** Where Ada can be written to. */
  public Conversation ada() {
    return Conversation.personal(ADA, "a:1", serviceUrl(), "28:app-1", "29:ada", now());
  }

  /** A client that speaks to it, and waits for nothing in vain. */
  public TeamsClient client() {
    return client(PATIENT);
  }

  /** A client that waits so long for a request. */
  public TeamsClient client(Duration call) {
    return client(CREDENTIALS, call);
  }

  /** A client with these credentials. */
  public TeamsClient client(Credentials credentials, Duration call) {
    return new TeamsClient(
        new WebSettings(URI.create(origin()), call, call, 30, 32),
        credentials,
        this::isHere,
        this::now,
        this::ticks,
        this::paused);
  }

  private void paused(Duration time) {
    pauses.add(time);
    pass(time);
  }

  /** What time it is. */
  public Instant now() {
    return NOON.plusNanos(nanos.get());
  }

  /** Nanoseconds that passed. */
  public long ticks() {
    return nanos.get();
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** How long somebody stopped to wait, each time. */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  /** The server, for what isn't here. */
  public WireMockServer server() {
    return server;
  }

  /** A token that is good for an hour. */
  public static ResponseDefinitionBuilder granted(String token) {
    return okJson(
        "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"" + token + "\"}");
  }

  /** An answer with this status. */
  public static ResponseDefinitionBuilder status(int status, String body) {
    return aResponse().withStatus(status).withBody(body);
  }

  /** An answer that says no in Teams' way. */
  public static ResponseDefinitionBuilder refusal(int status, String code) {
    return status(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"canary words\"}}");
  }

  /** Whoever asks for a token gets this. */
  public FakeConnector answersTokens(ResponseDefinitionBuilder answer) {
    return answers("POST", TOKENS, answer);
  }

  /** Whoever posts gets this. */
  public FakeConnector answersPosts(ResponseDefinitionBuilder answer) {
    return answers("POST", POSTS, answer);
  }

  /** Whoever does this at such a path gets this. */
  public FakeConnector answers(String method, String path, ResponseDefinitionBuilder answer) {
    server.stubFor(
        request(method, urlPathMatching(path)).atPriority(LATEST_STUB_WINS).willReturn(answer));
    return this;
  }

  /** The first post gets this, and those after it what they would. */
  public FakeConnector answersFirstPost(ResponseDefinitionBuilder answer) {
    return answersFirst("POST", POSTS, answer);
  }

  /** The first of these gets this, and those after it what they would. */
  public FakeConnector answersFirst(String method, String path, ResponseDefinitionBuilder answer) {
    server.stubFor(
        request(method, urlPathMatching(path))
            .atPriority(1)
            .inScenario(method + path)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(answer)
            .willSetStateTo("after the first"));
    return this;
  }

  /** What was posted. */
  public List<LoggedRequest> posts() {
    return requests("POST", POSTS);
  }

  /** What was written over something else. */
  public List<LoggedRequest> updates() {
    return requests("PUT", UPDATES);
  }

  /** What asked for a token. */
  public List<LoggedRequest> tokenRequests() {
    return requests("POST", TOKENS);
  }

  /** What came to such a path. */
  public List<LoggedRequest> requests(String method, String path) {
    return server.findAll(requestedFor(method, urlPathMatching(path)));
  }

  /** How many requests came, whatever for. */
  public int requests() {
    return server.findAll(anyRequestedFor(urlMatching(".*"))).size();
  }

  /** What a request carried. */
  public static JsonNode json(LoggedRequest request) {
    try {
      return new ObjectMapper().readTree(request.getBodyAsString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
