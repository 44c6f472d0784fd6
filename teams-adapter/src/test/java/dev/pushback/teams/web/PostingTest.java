package dev.pushback.teams.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.pushback.teams.FakeConnector.ADA;
import static dev.pushback.teams.FakeConnector.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import dev.pushback.teams.FakeConnector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Teams does with a message: one request, and a verdict that is true. */
class PostingTest {
  private final FakeConnector teams = new FakeConnector();
  private final TeamsClient client = teams.client();

  @AfterEach
  void end() {
    client.close();
    teams.close();
  }

  private static ObjectNode message() {
    return Json.object().put("type", "message").put("text", "Say no.");
  }

  /** As the coach sends by itself: once, whatever happens. */
  private String nudged() {
    return nudged(client, teams.ada());
  }

  private String nudged(TeamsClient through, Conversation to) {
    return Outcomes.show(through.posting().nudge(to, message()), teams.now());
  }

  private String answered() {
    return Outcomes.show(client.post(teams.ada(), message()), teams.now());
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"id":"1:abc"}                                              ; sent 1:abc
          201; {"id":"1:abc"}                                              ; sent 1:abc
          202; {"id":"1:abc"}                                              ; sent 1:abc
          200; {}                                                          ; in doubt: no-id
          200; {"id":""}                                                   ; in doubt: no-id
          200; {"id":5}                                                    ; in doubt: no-id
          204; ''                                                          ; in doubt: no-id
          200; ''                                                          ; in doubt: no-id
          200; <!DOCTYPE html><title>Sign in</title>                       ; in doubt: unreadable-reply
          200; []                                                          ; in doubt: unreadable-reply
          200; {"id":"1:abc"                                               ; in doubt: unreadable-reply
          200; {"id":"1:abc"} {}                                           ; in doubt: unreadable-reply
          400; {"error":{"code":"BadSyntax","message":"canary"}}           ; BadSyntax for good
          400; {"error":{"code":"BadArgument"}}                            ; BadArgument for good
          400; Bad Request                                                 ; http-400 for good
          403; {"error":{"code":"BotDisabledByAdmin"}}                     ; BotDisabledByAdmin for good
          403; {"error":{"code":"BotNotInConversationRoster"}}             ; BotNotInConversationRoster for good
          403; {"error":{"code":"ConversationBlockedByUser"}}              ; ConversationBlockedByUser for good
          403; {"error":{"code":"ForbiddenOperationException"}}            ; ForbiddenOperationException for good
          403; {"error":{"code":"NotEnoughPermissions"}}                   ; NotEnoughPermissions for good
          403; {"error":{"code":"InvalidBotApiHost"}}                      ; InvalidBotApiHost for now
          403; {"errorCode":209,"message":"{ \\"subCode\\":\\"MessageWritesBlocked\\"}"}; MessageWritesBlocked for good
          403; {"errorCode":209,"message":"not json"}                      ; http-403 for good
          403; {"error":{"code":"Not a word: <script>"}}                   ; http-403 for good
          403; {"error":{"code":7}}                                        ; http-403 for good
          403; {"error":"forbidden"}                                       ; http-403 for good
          403; ''                                                          ; http-403 for good
          404; {"error":{"code":"ConversationNotFound"}}                   ; ConversationNotFound for good
          404; {"error":{"code":"ActivityNotFoundInConversation"}}         ; ActivityNotFoundInConversation for good
          404; ''                                                          ; http-404 for good
          405; ''                                                          ; http-405 for now
          408; ''                                                          ; in doubt: http-408
          412; {"error":{"code":"PreconditionFailed"}}                     ; http-412 for now
          413; {"error":{"code":"MessageSizeTooBig"}}                      ; MessageSizeTooBig for good
          429; ''                                                          ; wait 10.0
          500; {"error":{"code":"ServiceError"}}                           ; in doubt: http-500
          502; ''                                                          ; in doubt: http-502
          503; ''                                                          ; http-503 for now
          503; {"error":{"code":"ConversationNotFound"}}                   ; http-503 for now
          504; ''                                                          ; in doubt: http-504
          """)
  void anAnswerIsTakenAtItsWord(int status, String body, String expected) {
    teams.answersPosts(FakeConnector.status(status, body));

    assertThat(nudged()).isEqualTo(expected);
    assertThat(teams.posts()).hasSize(1);
    assertThat(teams.pauses()).isEmpty();
  }

  @ParameterizedTest(name = "{0} with Retry-After: {1}")
  @CsvSource({
    "429, 3, wait 3.0",
    "429, 0, wait 0.0",
    "429, 3601, wait 3600.0",
    "429, soon, wait 10.0",
    "429, '', wait 10.0",
    "412, 7, wait 7.0",
    "503, 7, wait 7.0",
    "503, 0, wait 0.0",
    "503, '', http-503 for now",
    "502, 7, in doubt: http-502"
  })
  void waitsAsLongAsTeamsSays(int status, String header, String expected) {
    teams.answersPosts(aResponse().withStatus(status).withHeader("Retry-After", header));

    assertThat(nudged()).isEqualTo(expected);
    assertThat(teams.posts()).hasSize(1);
  }

  /** The library would try again by itself: an answer of 503 may ask for it, and a 408 does. */
  @ParameterizedTest
  @ValueSource(ints = {408, 421, 429, 500, 502, 503, 504})
  void nobodyTalksTheLibraryIntoSendingAgain(int status) {
    teams.answersPosts(aResponse().withStatus(status).withHeader("Retry-After", "0"));

    nudged();
    assertThat(teams.posts()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aConnectionThatBreaksAfterTheMessageLeavesADoubt(Fault fault) {
    teams.answersPosts(aResponse().withFault(fault));

    assertThat(nudged()).startsWith("in doubt: ");
    assertThat(answered()).startsWith("in doubt: ");
    assertThat(teams.posts()).hasSize(2);
  }

  @Test
  void anAnswerThatComesTooLateLeavesADoubt() {
    teams.answersPosts(okJson("{\"id\":\"1:abc\"}").withFixedDelay(6000));
    try (TeamsClient hasty = teams.client(Duration.ofSeconds(2))) {
      assertThat(nudged(hasty, teams.ada())).isEqualTo("in doubt: timeout");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void nobodySendsUsElsewhere(int status) {
    teams.answersPosts(
        aResponse().withStatus(status).withHeader("Location", teams.origin() + "/elsewhere"));

    assertThat(nudged()).isEqualTo("in doubt: http-" + status);
    assertThat(teams.requests("POST", "/elsewhere")).isEmpty();
    assertThat(teams.requests("GET", "/elsewhere")).isEmpty();
  }

  // Where somebody waits

  @ParameterizedTest(name = "{0} with Retry-After: {1}: {2} requests, {3}")
  @CsvSource({
    "412, '', 2, sent 1:abc",
    "429, 0, 2, sent 1:abc",
    "429, 2, 2, sent 1:abc",
    "429, 3, 1, wait 3.0",
    "429, '', 1, wait 10.0",
    "503, '', 2, sent 1:abc",
    "503, 0, 2, sent 1:abc",
    "503, 3, 1, wait 3.0",
    "400, '', 1, http-400 for good",
    "403, '', 1, http-403 for good",
    "404, '', 1, http-404 for good",
    "413, '', 1, http-413 for good",
    "500, '', 1, in doubt: http-500",
    "502, '', 1, in doubt: http-502",
    "504, '', 1, in doubt: http-504"
  })
  void isTriedOnceMoreAfterAMomentIfNothingWasDone(
      int status, String retryAfter, int requests, String expected) {
    teams.answersFirstPost(aResponse().withStatus(status).withHeader("Retry-After", retryAfter));

    assertThat(answered()).isEqualTo(expected);
    assertThat(teams.posts()).hasSize(requests);
    assertThat(teams.pauses())
        .hasSize(requests - 1)
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofMillis(250), Duration.ofMillis(2250)));
  }

  @Test
  void isNotTriedAThirdTime() {
    teams.answersPosts(FakeConnector.status(503, ""));

    assertThat(answered()).isEqualTo("http-503 for now");
    assertThat(teams.posts()).hasSize(2);
  }

  /** The same over the same again does no harm. */
  @ParameterizedTest
  @ValueSource(ints = {412, 500, 502, 503, 504})
  void whatIsWrittenOverAMessageMayBeSentAgain(int status) {
    teams.answersFirst(
        "PUT", "/emea/v3/conversations/[^/]+/activities/[^/]+", FakeConnector.status(status, ""));

    assertThat(Outcomes.show(client.update(teams.ada(), "1:abc", message()), teams.now()))
        .isEqualTo("sent 1:abc");
    assertThat(teams.updates())
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.getUrl()).isEqualTo("/emea/v3/conversations/a%3A1/activities/1%3Aabc");
              assertThat(FakeConnector.json(one).path("id").asText()).isEqualTo("1:abc");
            });
  }

  // Where to

  private Conversation at(String serviceUrl, String conversation) {
    return Conversation.personal(
        ADA, conversation, URI.create(serviceUrl), "28:app-1", "29:ada", teams.now());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "http://evil.example/",
        "http://127.0.0.1.evil.example/",
        "http://127.0.0.1:1/",
        "http://127.0.0.1@evil.example/",
        "ftp://127.0.0.1/",
        "http://169.254.169.254/latest/"
      })
  void aBearerNeverGoesToAHostThatIsNotAllowed(String serviceUrl) {
    assertThat(nudged(client, at(serviceUrl, "a:1"))).isEqualTo("not sent: unusable-address");
    assertThat(Outcomes.show(client.post(at(serviceUrl, "a:1"), message()), teams.now()))
        .isEqualTo("not sent: unusable-address");
    assertThat(client.open(TENANT, "ada", URI.create(serviceUrl)))
        .isEqualTo(new Opened.Not("unusable-address"));
    assertThat(client.member(TENANT, URI.create(serviceUrl), "a:1", "29:ada")).isEmpty();
    assertThat(teams.requests()).as("not even for a token").isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "a:1, a%3A1",
    "19:x@thread.tacv2;messageid=1, 19%3Ax%40thread.tacv2%3Bmessageid%3D1",
    "a/../b, a%2F..%2Fb",
    "a b+c, a%20b%2Bc",
    "a?x=1#y, a%3Fx%3D1%23y",
    "%2e%2e, %252e%252e"
  })
  void whatIsInAnIdChangesNothingInTheAddress(String id, String encoded) {
    assertThat(nudged(client, at(teams.serviceUrl().toString(), id))).isEqualTo("sent 1:abc");
    assertThat(teams.posts())
        .extracting(LoggedRequest::getUrl)
        .containsExactly("/emea/v3/conversations/" + encoded + "/activities");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "..."})
  void anIdThatIsAStepUpIsNoAddress(String id) {
    assertThat(nudged(client, at(teams.serviceUrl().toString(), id)))
        .isEqualTo("not sent: unusable-address");
    assertThat(teams.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/emea/", "/emea"})
  void aServiceAddressMayEndWithASlashOrNot(String path) {
    assertThat(nudged(client, at(teams.origin() + path, "a:1"))).isEqualTo("sent 1:abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack:T1", "t-1", "teams:", "console:t"})
  void nothingCanBePostedToAnotherPlatform(String tenant) {
    Conversation other =
        Conversation.personal(
            new Person(tenant, "ada"),
            "a:1",
            teams.serviceUrl(),
            "28:app-1",
            "29:ada",
            teams.now());
    assertThatIllegalArgumentException().isThrownBy(() -> client.post(other, message()));
    assertThat(teams.requests()).isZero();
  }

  @Test
  void whatNeverLeftIsNotInDoubt() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    try (TeamsClient open =
        new TeamsClient(
            WebSettings.at(teams.origin()),
            FakeConnector.CREDENTIALS,
            address -> true,
            teams::now,
            teams::ticks,
            teams::pass)) {
      assertThat(nudged(open, at("http://127.0.0.1:" + nobody, "a:1")))
          .isEqualTo("not sent: no-connection");
      assertThat(nudged(open, at("https://pushback.invalid/", "a:1")))
          .isEqualTo("not sent: unknown-host");
      assertThat(nudged(open, at(teams.origin().replace("http:", "https:"), "a:1")))
          .isEqualTo("not sent: no-safe-connection");
    }
    assertThat(teams.posts()).isEmpty();
  }

  // What it says

  @Test
  void aMessageSaysWhomItIsForAndInWhoseOrganisation() {
    ObjectNode activity = message();
    activity.putObject("channelData").putObject("notification").put("alert", true);
    client.post(teams.ada(), activity);

    LoggedRequest request = teams.posts().get(0);
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer token-1");
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json; charset=UTF-8");
    assertThat(request.getQueryParams()).isEmpty();
    assertThat(FakeConnector.json(request))
        .isEqualTo(
            Json.read(
                    """
                    {"type":"message","text":"Say no.","channelId":"msteams",
                    "from":{"id":"28:app-1"},"recipient":{"id":"29:ada","aadObjectId":"ada"},
                    "conversation":{"id":"a:1","conversationType":"personal","tenantId":"t-1"},
                    "channelData":{"notification":{"alert":true},"tenant":{"id":"t-1"}}}
                    """)
                .orElseThrow());
    assertThat(activity.has("recipient")).as("what was given stays as it was").isFalse();
  }

  private Aside aside(String type) {
    return new Aside(ADA, "29:ada", "28:app-1", "19:x@thread.v2", type, teams.serviceUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"groupChat", "channel"})
  void whatIsSaidAsideIsForOnePersonAlone(String type) {
    assertThat(Outcomes.show(client.postPrivately(aside(type), message()), teams.now()))
        .isEqualTo("sent 1:abc");

    assertThat(teams.posts())
        .extracting(LoggedRequest::getUrl)
        .containsExactly(
            "/emea/v3/conversations/19%3Ax%40thread.v2/activities?isTargetedActivity=true");
    assertThat(FakeConnector.json(teams.posts().get(0)).path("recipient").path("id").asText())
        .isEqualTo("29:ada");
  }

  /** Tried again or not, refused or not: nothing without the mark ever goes to such a place. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 412, 429, 500, 502, 503, 504})
  void whatCannotBeSaidAsideIsNotSaidAloud(int status) {
    teams.answersPosts(aResponse().withStatus(status).withHeader("Retry-After", "0"));

    client.postPrivately(aside("channel"), message());
    assertThat(teams.posts())
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.queryParameter("isTargetedActivity").firstValue())
                    .isEqualTo("true"));
  }

  /** Whatever is given, all that anybody but the person reads is one of these sentences. */
  @ParameterizedTest
  @EnumSource(Notice.class)
  void aNoticeIsAFixedSentenceForNobodyInParticular(Notice notice) {
    assertThat(Outcomes.show(client.notice(aside("channel"), notice), teams.now()))
        .isEqualTo("sent 1:abc");

    ObjectNode said = (ObjectNode) FakeConnector.json(teams.posts().get(0));
    assertThat(said.remove("text").asText()).isEqualTo(notice.message().path("text").asText());
    assertThat(said)
        .isEqualTo(
            Json.read(
                    """
                    {"type":"message","channelId":"msteams","from":{"id":"28:app-1"},
                    "conversation":{"id":"19:x@thread.v2","conversationType":"channel",
                    "tenantId":"t-1"},"channelData":{"tenant":{"id":"t-1"}}}
                    """)
                .orElseThrow());
    assertThat(teams.posts().get(0).getQueryParams()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"personal", "", "Channel", "meeting"})
  void nothingIsAsideWhereThereAreNoOthers(String type) {
    assertThatIllegalArgumentException().isThrownBy(() -> aside(type));
  }

  // How fast

  @Test
  void afterTooManyNothingIsSentThereUntilTheTimeIsOver() {
    teams.answersFirstPost(aResponse().withStatus(429).withHeader("Retry-After", "30"));

    assertThat(nudged()).isEqualTo("wait 30.0");
    teams.pass(Duration.ofSeconds(29));
    assertThat(nudged()).isEqualTo("wait 1.0");
    assertThat(teams.posts()).hasSize(1);
    assertThat(nudged(client, at(teams.serviceUrl().toString(), "a:2"))).isEqualTo("sent 1:abc");
    teams.pass(Duration.ofSeconds(1));
    assertThat(nudged()).isEqualTo("sent 1:abc");
  }

  @Test
  void aConversationGetsSevenInASecondAndTheEighthAfterAMoment() {
    for (int i = 0; i < 7; i++) {
      assertThat(nudged()).startsWith("sent");
    }
    assertThat(nudged()).as("nobody waits for it").isEqualTo("pace for now");
    assertThat(teams.posts()).hasSize(7);
    assertThat(answered()).as("somebody waits for it").startsWith("sent");
    assertThat(teams.pauses()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void anOrganisationGetsThirtyInASecondAndNudgesHalfOfThem() {
    for (int i = 0; i < 15; i++) {
      assertThat(nudged(client, at(teams.serviceUrl().toString(), "a:" + i))).startsWith("sent");
    }
    Conversation more = at(teams.serviceUrl().toString(), "a:more");
    assertThat(nudged(client, more)).isEqualTo("wait 1.0");
    assertThat(Outcomes.show(client.post(more, message()), teams.now())).startsWith("sent");
    assertThat(teams.pauses()).isEmpty();
    teams.pass(Duration.ofSeconds(1));
    assertThat(nudged(client, more)).startsWith("sent");
  }
}
