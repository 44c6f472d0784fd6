package dev.pushback.teams.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.pushback.teams.FakeConnector.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pushback.teams.FakeConnector;
import dev.pushback.web.Http;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are fetched seldom, once, and never asked for in vain for long. */
class TokensTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final FakeConnector teams = new FakeConnector();
  private final Http http = new Http("test", PATIENT, PATIENT);
  private final Tokens tokens = tokens(FakeConnector.CREDENTIALS);

  @AfterEach
  void end() {
    http.close();
    teams.close();
  }

  private Tokens tokens(Credentials credentials) {
    return new Tokens(http, WebSettings.at(teams.origin()), credentials, teams::ticks);
  }

  private int asked() {
    return teams.tokenRequests().size();
  }

  @Test
  void itIsAskedForByTheBookOfTheOrganisation() {
    assertThat(tokens.get()).isEqualTo(new Token.Granted("token-1"));

    LoggedRequest request = teams.tokenRequests().get(0);
    assertThat(request.getUrl()).isEqualTo("/t-1/oauth2/v2.0/token");
    assertThat(request.containsHeader("Authorization")).isFalse();
    assertThat(form(request, "grant_type")).isEqualTo("client_credentials");
    assertThat(form(request, "client_id")).isEqualTo("app-1");
    assertThat(form(request, "client_secret")).isEqualTo("canary-secret");
    assertThat(form(request, "scope")).isEqualTo("https://api.botframework.com/.default");
    assertThat(request.formParameters()).hasSize(4);
  }

  private static String form(LoggedRequest request, String name) {
    return Objects.requireNonNull(request.formParameters().get(name), name).firstValue();
  }

  @Test
  void whoeverIsRegisteredForAllAsksThatOfAll() {
    Token token =
        tokens(new Credentials("app-1", Optional.of("canary-secret"), Optional.empty())).get();

    assertThat(token).isEqualTo(new Token.Granted("token-1"));
    assertThat(teams.tokenRequests().get(0).getUrl())
        .isEqualTo("/botframework.com/oauth2/v2.0/token");
  }

  @Test
  void ofFiftyWhoNeedTheFirstOneAsks() throws Exception {
    teams.answersTokens(granted("token-1").withFixedDelay(300));
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      Callable<Token> get = tokens::get;
      for (Future<Token> one : threads.invokeAll(Collections.nCopies(50, get))) {
        assertThat(one.get()).isEqualTo(new Token.Granted("token-1"));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(asked()).isEqualTo(1);
  }

  @ParameterizedTest(name = "good for {0} seconds, asked again after {2} and not after {1}")
  @CsvSource({"3600, 3299, 3300", "601, 300, 301", "600, 299, 300", "60, 29, 30", "1, 0, 1"})
  void itIsKeptUntilFiveMinutesBeforeItEnds(int life, int still, int again) {
    teams.answersTokens(okJson("{\"expires_in\":" + life + ",\"access_token\":\"token-1\"}"));
    tokens.get();
    teams.pass(Duration.ofSeconds(still));
    tokens.get();
    assertThat(asked()).isEqualTo(1);

    teams.answersTokens(granted("token-2"));
    teams.pass(Duration.ofSeconds(again - still));
    assertThat(tokens.get()).isEqualTo(new Token.Granted("token-2"));
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  @Timeout(60)
  void whileTheNextIsFetchedTheOthersGoOnWithTheOld() throws Exception {
    tokens.get();
    teams.pass(Duration.ofMinutes(56));
    teams.answersTokens(granted("token-2").withFixedDelay(1000));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Token> next = other.submit(tokens::get);
      while (asked() < 2) {
        Thread.onSpinWait();
      }
      assertThat(tokens.get()).isEqualTo(new Token.Granted("token-1"));
      assertThat(next.get()).isEqualTo(new Token.Granted("token-2"));
      assertThat(tokens.get()).isEqualTo(new Token.Granted("token-2"));
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void ifThereIsNoNextTheOldDoesAsLongAsItIsGood() {
    tokens.get();
    teams.answersTokens(FakeConnector.status(503, ""));
    teams.pass(Duration.ofMinutes(56));
    assertThat(tokens.get()).isEqualTo(new Token.Granted("token-1"));
    assertThat(tokens.get()).isEqualTo(new Token.Granted("token-1"));
    assertThat(asked()).as("nobody hammers").isEqualTo(2);
    teams.pass(Duration.ofSeconds(30));
    tokens.get();
    assertThat(asked()).isEqualTo(3);
    teams.pass(Duration.ofMinutes(4));
    assertThat(tokens.get()).isEqualTo(new Token.Later(Duration.ofSeconds(5)));
  }

  private static String show(Token token) {
    if (token instanceof Token.Granted granted) {
      return "granted " + granted.value();
    }
    if (token instanceof Token.Refused refused) {
      return "refused " + refused.code();
    }
    return token instanceof Token.Later later
        ? "later " + later.time().toSeconds()
        : "unreachable " + ((Token.Unreachable) token).code();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"expires_in":3599,"access_token":"abc"}        ; granted abc
          200; {"expires_in":"3599","access_token":"abc"}      ; granted abc
          200; {"expires_in":0,"access_token":"abc"}           ; unreachable unreadable-reply
          200; {"expires_in":-5,"access_token":"abc"}          ; unreachable unreadable-reply
          200; {"access_token":"abc"}                          ; unreachable unreadable-reply
          200; {"expires_in":3599,"access_token":"a\\nb: c"}   ; unreachable unreadable-reply
          200; {"expires_in":3599,"access_token":""}           ; unreachable unreadable-reply
          200; {"expires_in":3599}                             ; unreachable unreadable-reply
          200; <html>Sign in</html>                            ; unreachable unreadable-reply
          302; ''                                              ; unreachable http-302
          400; {"error":"unauthorized_client","error_description":"AADSTS700016: canary"} ; refused unauthorized-client
          400; {"error":"invalid_request"}                     ; refused invalid-request
          401; {"error":"invalid_client","error_description":"AADSTS7000215: canary"}     ; refused invalid-client
          401; {"error":"Not a word <script>"}                 ; refused http-401
          403; Forbidden                                       ; refused http-403
          400; {"error":"temporarily_unavailable"}             ; later 5
          429; ''                                              ; later 5
          500; ''                                              ; later 5
          503; {"error":"invalid_client"}                      ; later 5
          """)
  void anAnswerIsTakenAtItsWord(int status, String body, String expected) {
    teams.answersTokens(FakeConnector.status(status, body));

    assertThat(show(tokens.get())).isEqualTo(expected);
    assertThat(asked()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aConnectionThatBreaksIsNoRefusal(Fault fault) {
    teams.answersTokens(aResponse().withFault(fault));
    assertThat(show(tokens.get())).startsWith("unreachable ");

    teams.answersTokens(granted("token-1"));
    assertThat(tokens.get()).isEqualTo(new Token.Granted("token-1"));
  }

  @Test
  void afterARefusalNobodyAsksForAMinute() {
    teams.answersTokens(FakeConnector.status(401, "{\"error\":\"invalid_client\"}"));
    assertThat(show(tokens.get())).isEqualTo("refused invalid-client");
    teams.answersTokens(granted("token-1"));
    teams.pass(Duration.ofSeconds(59));
    assertThat(show(tokens.get())).isEqualTo("refused invalid-client");
    assertThat(asked()).isEqualTo(1);
    teams.pass(Duration.ofSeconds(1));
    assertThat(show(tokens.get())).isEqualTo("granted token-1");
  }

  @Test
  void whoSaysLaterIsLeftAloneUntilThen() {
    teams.answersTokens(FakeConnector.status(429, "").withHeader("Retry-After", "40"));
    assertThat(show(tokens.get())).isEqualTo("later 40");
    teams.pass(Duration.ofSeconds(30));
    assertThat(show(tokens.get())).isEqualTo("later 10");
    assertThat(asked()).isEqualTo(1);
    teams.answersTokens(granted("token-1"));
    teams.pass(Duration.ofSeconds(10));
    assertThat(show(tokens.get())).isEqualTo("granted token-1");
  }

  // What Teams makes of them

  private String posted(TeamsClient client) {
    return Outcomes.show(
        client.posting().nudge(teams.ada(), Json.object().put("type", "message")), teams.now());
  }

  @Test
  void oneThatTeamsDoesNotTakeIsFetchedAnewAndTheMessageSentAgain() {
    teams.answersFirstPost(FakeConnector.refusal(401, "BotNotRegistered"));
    try (TeamsClient client = teams.client()) {
      assertThat(client.warmUp()).isEmpty();
      teams.answersTokens(granted("token-2"));

      assertThat(posted(client)).isEqualTo("sent 1:abc");
    }
    assertThat(teams.posts())
        .extracting(one -> one.getHeader("Authorization"))
        .containsExactlyInAnyOrder("Bearer token-1", "Bearer token-2");
  }

  @Test
  void ifTheNextIsNotTakenEitherThatIsTheOperatorsToMend() {
    teams.answersPosts(FakeConnector.refusal(401, "BotNotRegistered"));
    try (TeamsClient client = teams.client()) {
      assertThat(posted(client)).isEqualTo("BotNotRegistered for now");
      assertThat(teams.posts()).hasSize(2);
      assertThat(asked()).isEqualTo(2);

      assertThat(posted(client)).isEqualTo("BotNotRegistered for now");
      assertThat(teams.posts()).as("within a minute not again").hasSize(3);
      assertThat(asked()).isEqualTo(2);

      teams.pass(Duration.ofMinutes(1));
      posted(client);
      assertThat(asked()).isEqualTo(3);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "401, invalid_client, not sent: token-invalid-client",
    "400, unauthorized_client, not sent: token-unauthorized-client",
    "503, whatever, not sent: token-later",
    "302, whatever, not sent: token-http-302"
  })
  void withoutOneNothingIsSentAndThatIsNoDoubt(int status, String error, String expected) {
    teams.answersTokens(FakeConnector.status(status, "{\"error\":\"" + error + "\"}"));
    try (TeamsClient client = teams.client()) {
      assertThat(client.warmUp()).isPresent();
      assertThat(posted(client)).isEqualTo(expected);
    }
    assertThat(teams.posts()).isEmpty();
  }

  @Test
  void whereNothingIsProvedThereIsNoToken() {
    Credentials none = new Credentials("app-1", Optional.empty(), Optional.empty());
    try (TeamsClient client = teams.client(none, PATIENT)) {
      assertThat(client.warmUp()).isEmpty();
      assertThat(posted(client)).isEqualTo("sent 1:abc");
    }
    assertThat(teams.tokenRequests()).isEmpty();
    assertThat(teams.posts().get(0).containsHeader("Authorization")).isFalse();
  }

  // Settings

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example/",
        "ftp://127.0.0.1/",
        "login.example",
        "https:///x",
        "https://a:b@login.example/",
        "https://login.example/?x=1",
        "http://127.0.0.1.evil.example/"
      })
  void theSecretGoesToNoSuchPlace(String login) {
    assertThatIllegalArgumentException().isThrownBy(() -> WebSettings.at(login));
  }

  @Test
  void theSecretIsInNoWord() {
    assertThat(List.of(FakeConnector.CREDENTIALS, tokens, tokens.get()).toString())
        .doesNotContain("canary", "token-1");
    assertThat(WebSettings.at("https://login.example").login())
        .hasToString("https://login.example/");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credentials("app/../x", Optional.of("canary"), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credentials("app", Optional.of(" "), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credentials("app", Optional.of("canary"), Optional.of("..")));
  }
}
