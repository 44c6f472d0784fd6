package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.pushback.slack.web.FakeSlack.NOON;
import static dev.pushback.slack.web.FakeSlack.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.JsonParser;
import dev.pushback.nudge.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Slack does with a message: one request, and a verdict that is true. */
class PostingTest {
  private static final String POST = "chat.postMessage";
  private static final String SENT = "{\"ok\":true,\"channel\":\"D7\",\"ts\":\"1.5\"}";
  private static final DmMessage MESSAGE = DmMessage.answer(FakeSlack.blocks("Say no."));

  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client = slack.client();

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  private static String show(Outcome outcome) {
    if (outcome instanceof Outcome.Sent sent) {
      return "sent " + sent.ref();
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.code() + (rejected.forGood() ? " for good" : " for now");
    }
    if (outcome instanceof Outcome.RateLimitedUntil limited) {
      return "wait " + Duration.between(NOON, limited.at()).toSeconds();
    }
    return outcome instanceof Outcome.NotSent notSent
        ? "not sent: " + notSent.code()
        : "in doubt: " + ((Outcome.InDoubt) outcome).code();
  }

  private String posted() {
    return show(client.post(TENANT, "U1", MESSAGE));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":true,"channel":"D7","ts":"1.5"}                      ; sent D7/1.5
          200; {"ok":true,"channel":"D7"}                                 ; in doubt: no-ts
          200; {"ok":true,"channel":"D7","ts":15}                         ; in doubt: no-ts
          200; {"ok":false,"error":"channel_not_found"}                   ; channel_not_found for good
          200; {"ok":false,"error":"user_not_found"}                      ; user_not_found for good
          200; {"ok":false,"error":"not_in_channel"}                      ; not_in_channel for good
          200; {"ok":false,"error":"is_archived"}                         ; is_archived for good
          200; {"ok":false,"error":"cannot_dm_bot"}                       ; cannot_dm_bot for good
          200; {"ok":false,"error":"messages_tab_disabled"}               ; messages_tab_disabled for good
          200; {"ok":false,"error":"restricted_action_thread_locked"}     ; restricted_action_thread_locked for good
          200; {"ok":false,"error":"invalid_blocks"}                      ; invalid_blocks for good
          200; {"ok":false,"error":"account_inactive"}                    ; account_inactive for now
          200; {"ok":false,"error":"token_revoked"}                       ; token_revoked for now
          200; {"ok":false,"error":"invalid_auth"}                        ; invalid_auth for now
          200; {"ok":false,"error":"missing_scope","needed":"chat:write"} ; missing_scope for now
          200; {"ok":false,"error":"something_new"}                       ; something_new for now
          200; {"ok":false,"error":"Not a word: <script>"}                ; unknown_error for now
          200; {"ok":false}                                               ; unknown_error for now
          200; {"ok":false,"error":"ratelimited"}                         ; wait 60
          200; {"ok":false,"error":"internal_error"}                      ; in doubt: internal_error
          200; {"ok":false,"error":"fatal_error"}                         ; in doubt: fatal_error
          200; {"ok":false,"error":"service_unavailable"}                 ; in doubt: service_unavailable
          200; {"ok":false,"error":"request_timeout"}                     ; in doubt: request_timeout
          200; <!DOCTYPE html><title>Sign in</title>                      ; in doubt: unreadable-reply
          200; ''                                                         ; in doubt: unreadable-reply
          200; []                                                         ; in doubt: unreadable-reply
          200; {"ok":"true"}                                              ; in doubt: unreadable-reply
          200; {"ok":true,                                                ; in doubt: unreadable-reply
          204; ''                                                         ; in doubt: unreadable-reply
          400; Bad Request                                                ; http-400 for now
          403; {"ok":false,"error":"invalid_auth"}                        ; invalid_auth for now
          404; ''                                                         ; http-404 for now
          408; ''                                                         ; in doubt: http-408
          500; <html>Oops</html>                                          ; in doubt: http-500
          502; ''                                                         ; in doubt: http-502
          503; {"ok":false,"error":"channel_not_found"}                   ; in doubt: http-503
          """)
  void anAnswerIsTakenAtItsWord(int status, String body, String expected) {
    slack.answers(POST, FakeSlack.status(status, body));

    assertThat(posted()).isEqualTo(expected);
    assertThat(slack.requests()).isEqualTo(1);
  }

  @ParameterizedTest(name = "Retry-After: {0}, so {1} seconds")
  @CsvSource({
    "3, 3",
    "' 30 ', 30",
    "0, 0",
    "3600, 3600",
    "3601, 3600",
    "999999999999999, 3600",
    "99999999999999999999999, 60",
    "-5, 60",
    "soon, 60",
    "'Wed, 21 Oct 2026 07:28:00 GMT', 60",
    "'', 60",
    ", 60"
  })
  void waitsAsLongAsSlackSays(String header, String seconds) {
    ResponseDefinitionBuilder answer = aResponse().withStatus(429);
    slack.answers(POST, header == null ? answer : answer.withHeader("Retry-After", header));

    assertThat(posted()).isEqualTo("wait " + seconds);
    assertThat(slack.requests()).isEqualTo(1);
  }

  /** The library would try again by itself: an answer of 503 may ask for it, and a 408 does. */
  @ParameterizedTest
  @ValueSource(ints = {408, 421, 429, 503})
  void nobodyTalksTheLibraryIntoSendingAgain(int status) {
    slack.answers(POST, aResponse().withStatus(status).withHeader("Retry-After", "0"));

    posted();
    assertThat(slack.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aConnectionThatBreaksAfterTheMessageLeavesADoubt(Fault fault) {
    slack.answers(POST, aResponse().withFault(fault));

    // The one that sends rubbish may first have sent a status that says "ok".
    assertThat(posted()).startsWith("in doubt: ");
    assertThat(slack.requests()).isEqualTo(1);
  }

  @Test
  void aConnectionThatDiesWhenUsedAgainLeavesADoubtAndNoSecondMessage() {
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/" + POST))
                .inScenario("pooled")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(SENT))
                .willSetStateTo("dying"));
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/" + POST))
                .inScenario("pooled")
                .whenScenarioStateIs("dying")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    assertThat(posted()).isEqualTo("sent D7/1.5");
    assertThat(posted()).startsWith("in doubt: ");
    assertThat(slack.requests()).isEqualTo(2);
  }

  @Test
  void anAnswerThatComesTooLateLeavesADoubt() {
    slack.answers(POST, okJson(SENT).withFixedDelay(4000));
    try (SlackClient hasty = slack.client(Duration.ofSeconds(1))) {
      assertThat(show(hasty.post(TENANT, "U1", MESSAGE))).isEqualTo("in doubt: timeout");
    }
  }

  @Test
  void whatNeverLeftIsNotInDoubt() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    assertThat(postedTo("http://127.0.0.1:" + nobody)).isEqualTo("not sent: no-connection");
    assertThat(postedTo("https://pushback.invalid/api/")).isEqualTo("not sent: unknown-host");
    assertThat(postedTo(slack.origin().replace("http:", "https:")))
        .isEqualTo("not sent: no-safe-connection");
    assertThat(slack.requests()).isZero();
    assertThat(show(client.post("slack:E9", "U1", MESSAGE))).isEqualTo("not sent: no-token");
  }

  private String postedTo(String api) {
    try (SlackClient other = slack.client(WebSettings.at(api))) {
      return show(other.post(TENANT, "U1", MESSAGE));
    }
  }

  @Test
  void aTokenThatFitsInNoHeaderIsNotSentNorNamed() {
    try (SlackClient odd =
        new SlackClient(
            WebSettings.at(slack.origin()),
            tenant -> Optional.of("xoxb-1\nX-Other: 2"),
            slack::now,
            slack::ticks)) {
      assertThat(show(odd.post(TENANT, "U1", MESSAGE))).isEqualTo("not sent: unusable-token");
    }
    assertThat(slack.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void nobodySendsSlackElsewhere(int status) {
    slack.answers(
        POST, aResponse().withStatus(status).withHeader("Location", slack.origin() + "/api/other"));

    assertThat(posted()).isEqualTo("in doubt: http-" + status);
    assertThat(slack.requests("other")).isEmpty();
    assertThat(slack.requests()).isEqualTo(1);
  }

  @Test
  void ofAHugeAnswerOnlyAPartIsRead() throws IOException {
    slack.answers(POST, FakeSlack.status(200, " ".repeat(3_000_000) + SENT));
    assertThat(posted()).isEqualTo("in doubt: connection-lost");

    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write((" ".repeat(3_000_000) + SENT).getBytes(StandardCharsets.UTF_8));
    }
    slack.answers(
        POST, aResponse().withBody(packed.toByteArray()).withHeader("Content-Encoding", "gzip"));
    assertThat(posted()).isEqualTo("in doubt: connection-lost");
  }

  @Test
  void anAnswerWithoutEndIsNotReadToTheEnd() throws Exception {
    try (Endless endless = new Endless()) {
      assertThat(postedTo(endless.origin())).isEqualTo("in doubt: connection-lost");
      assertThat(endless.written()).isLessThan(20_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C1",
        "G1",
        "c1",
        "u1",
        "",
        "U",
        "#general",
        "general",
        "@ada",
        "U1,C1",
        "D1 ",
        "T1",
        "U1\n",
        "S1"
      })
  void nothingCanBePostedWhereOthersRead(String to) {
    assertThatIllegalArgumentException().isThrownBy(() -> client.post(TENANT, to, MESSAGE));
    assertThat(slack.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"T1", "slack:", "teams:T1", ""})
  void nothingCanBePostedToAnotherPlatform(String tenant) {
    assertThatIllegalArgumentException().isThrownBy(() -> client.post(tenant, "U1", MESSAGE));
  }

  @Test
  void theNotificationSaysNothingAndNothingIsLookedUpInIt() {
    slack.answers(POST, SENT);
    client.post(TENANT, "W1", DmMessage.nudge(FakeSlack.blocks("Say <!here> & *no*."), "n-1"));

    LoggedRequest request = slack.requests(POST).get(0);
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + FakeSlack.TOKEN);
    assertThat(request.formParameters().keySet())
        .containsExactlyInAnyOrder(
            "channel",
            "text",
            "blocks",
            "metadata",
            "mrkdwn",
            "link_names",
            "unfurl_links",
            "unfurl_media");
    assertThat(FakeSlack.argument(request, "channel")).isEqualTo("W1");
    assertThat(FakeSlack.argument(request, "text")).isEqualTo("pushback: something for you");
    assertThat(FakeSlack.argument(request, "link_names")).isEqualTo("false");
    assertThat(FakeSlack.argument(request, "unfurl_links")).isEqualTo("false");
    assertThat(FakeSlack.argument(request, "unfurl_media")).isEqualTo("false");
    assertThat(FakeSlack.argument(request, "metadata"))
        .isEqualTo("{\"event_type\":\"pushback_nudge\",\"event_payload\":{\"id\":\"n-1\"}}");
    assertThat(JsonParser.parseString(FakeSlack.argument(request, "blocks")))
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"type":"section","text":{"type":"plain_text","text":"Say <!here> & *no*."}}]
                """));
  }

  @Test
  void anAnswerCarriesNoMark() {
    slack.answers(POST, SENT);
    client.post(TENANT, "D7", MESSAGE);

    assertThat(slack.requests(POST).get(0).formParameters()).doesNotContainKey("metadata");
  }

  @Test
  void afterTooManyNothingIsSentUntilTheTimeIsOver() {
    slack.answers(POST, aResponse().withStatus(429).withHeader("Retry-After", "30"));
    slack.answers("users.info", "{\"ok\":false,\"error\":\"user_not_found\"}");

    assertThat(posted()).isEqualTo("wait 30");
    slack.pass(Duration.ofSeconds(29));
    assertThat(posted()).isEqualTo("wait 30");
    assertThat(slack.requests(POST)).hasSize(1);

    // Others, and other questions, go on.
    assertThat(show(client.post("slack:T2", "U1", MESSAGE))).isEqualTo("wait 59");
    assertThat(slack.requests(POST)).hasSize(2);
    assertThat(client.user(TENANT, "U1")).isEmpty();
    assertThat(slack.requests("users.info")).hasSize(1);

    slack.answers(POST, SENT);
    slack.pass(Duration.ofSeconds(1));
    assertThat(posted()).isEqualTo("sent D7/1.5");
  }

  @Test
  void aTenantIsPostedToEightTimesAtOnceAndThenEveryTwoThirdsOfASecond() {
    slack.answers(POST, SENT);
    for (int i = 0; i < Pace.BURST; i++) {
      assertThat(posted()).startsWith("sent");
    }
    assertThat(posted()).isEqualTo("wait 0");
    assertThat(show(client.post("slack:T2", "U1", MESSAGE))).startsWith("sent");
    slack.pass(Duration.ofMillis(600));
    assertThat(posted()).isEqualTo("wait 0");
    slack.pass(Duration.ofMillis(67));
    assertThat(posted()).startsWith("sent");
    assertThat(posted()).startsWith("wait");
    assertThat(slack.requests()).isEqualTo(Pace.BURST + 2);
  }

  @Test
  void whatTheCoachSendsByItselfLeavesRoomForAnswers() {
    slack.answers(POST, SENT);
    DmMessage nudge = DmMessage.nudge(FakeSlack.blocks("It is time."), "n-1");
    for (int i = 0; i < Pace.BURST / 2; i++) {
      assertThat(show(client.post(TENANT, "U1", nudge))).startsWith("sent");
    }
    assertThat(show(client.post(TENANT, "U1", nudge))).startsWith("wait");
    assertThat(posted()).startsWith("sent");
  }
}
