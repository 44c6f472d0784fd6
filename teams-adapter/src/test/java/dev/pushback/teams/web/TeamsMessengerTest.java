package dev.pushback.teams.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.pushback.teams.FakeConnector.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Card;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Sought;
import dev.pushback.store.Conversation;
import dev.pushback.store.Conversations;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import dev.pushback.teams.FakeConnector;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom something is sent, and to whom not. */
class TeamsMessengerTest {
  private static final String MEMBER = "/emea/v3/conversations/[^/]+/members/[^/]+";
  private static final String INSIDER = "{\"id\":\"29:ada\",\"tenantId\":\"t-1\"}";

  private final FakeConnector teams = new FakeConnector().answers("GET", MEMBER, okJson(INSIDER));
  private final TeamsClient client = teams.client();
  private final Store store = TestStores.inMemory(teams::now);
  private final Conversations conversations = store.conversations();

  @BeforeEach
  void isInstalled() {
    conversations.save(teams.ada());
  }

  @AfterEach
  void end() {
    client.close();
    store.close();
    teams.close();
  }

  private static ObjectNode shown(Card card) {
    return Json.object().put("contentType", "card").put("content", card.title());
  }

  private String sent(boolean isShared) {
    return sent(isShared, TeamsMessengerTest::shown);
  }

  private String sent(boolean isShared, Function<Card, ObjectNode> attachment) {
    return Outcomes.show(
        new TeamsMessenger(client, conversations, attachment)
            .send(new Nudge("n-1", ADA, Card.of("Due", "Ask Rivera."), isShared)),
        teams.now());
  }

  private boolean isBlocked() {
    return conversations.find(ADA.tenant(), ADA.user()).orElseThrow().isBlocked();
  }

  @Test
  void theNotificationSaysNothing() {
    assertThat(sent(false)).isEqualTo("sent 1:abc");

    assertThat(teams.requests("GET", MEMBER)).as("their own affairs").isEmpty();
    ObjectNode message = (ObjectNode) FakeConnector.json(teams.posts().get(0));
    assertThat(message.path("type").asText()).isEqualTo("message");
    assertThat(message.path("summary").asText()).isEqualTo("pushback: something for you");
    assertThat(message.has("text")).isFalse();
    assertThat(message.path("attachments"))
        .hasToString("[{\"contentType\":\"card\",\"content\":\"Due\"}]");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"id":"29:ada","tenantId":"t-1"}                       ; sent 1:abc
          200; {"id":"29:ada","tenantId":"t-1","userRole":"guest"}    ; user-is-a-guest for good
          200; {"id":"29:ada","tenantId":"t-2"}                       ; user-of-others for good
          200; {"id":"29:ada"}                                        ; user-of-others for good
          200; {}                                                     ; not sent: unreadable-reply
          200; <html>                                                 ; not sent: unreadable-reply
          404; {"error":{"code":"MemberNotFoundInConversation"}}      ; MemberNotFoundInConversation for good
          403; {"error":{"code":"BotNotInConversationRoster"}}        ; BotNotInConversationRoster for good
          429; ''                                                     ; wait 10.0
          500; ''                                                     ; not sent: http-500
          503; ''                                                     ; http-503 for now
          """)
  void whatIsSharedStaysInTheOrganisation(int status, String body, String expected) {
    teams.answers("GET", MEMBER, FakeConnector.status(status, body));

    assertThat(sent(true)).isEqualTo(expected);
    assertThat(teams.requests("GET", MEMBER)).hasSize(1);
    assertThat(teams.posts()).hasSize(expected.startsWith("sent") ? 1 : 0);
    assertThat(isBlocked()).isEqualTo(expected.startsWith("BotNotInConversationRoster"));
  }

  @Test
  void whoTookLongerThanTwentySecondsToAskSendsNothing() {
    TeamsMessenger late =
        new TeamsMessenger(
            client,
            conversations,
            card -> {
              teams.pass(Duration.ofMillis(20_001));
              return shown(card);
            });
    assertThat(
            Outcomes.show(
                late.send(new Nudge("n-1", ADA, Card.of("Due", "x"), false)), teams.now()))
        .isEqualTo("not sent: too-late");
    assertThat(teams.requests()).isZero();
  }

  @Test
  void aCardThatCannotBeShownIsNoDoubt() {
    assertThat(
            sent(
                false,
                card -> {
                  throw new IllegalStateException("too large");
                }))
        .isEqualTo("not sent: card");
    assertThat(teams.requests()).isZero();
  }

  @Test
  void aDatabaseThatCannotBeAskedIsNoDoubt() {
    store.close();
    assertThat(sent(false)).isEqualTo("not sent: store");
    assertThat(teams.requests()).isZero();
  }

  @Test
  void aConversationThatIsKeptSomewhereElseNowIsNotWrittenTo() {
    conversations.save(
        Conversation.personal(
            ADA, "a:1", URI.create("https://evil.example/"), "28:app-1", "29:ada", teams.now()));
    assertThat(sent(false)).isEqualTo("not sent: unusable-address");
    assertThat(sent(true)).isEqualTo("not sent: unusable-address");
    assertThat(teams.requests()).isZero();
  }

  @Test
  void whoeverIsRefusedIsBlockedUntilTheyWriteAgain() {
    teams.answersPosts(FakeConnector.refusal(403, "ConversationBlockedByUser"));
    assertThat(sent(false)).isEqualTo("ConversationBlockedByUser for good");
    assertThat(isBlocked()).isTrue();
    assertThat(sent(false)).isEqualTo("blocked for good");
    assertThat(teams.posts()).hasSize(1);

    teams.pass(Duration.ofMillis(1));
    conversations.save(teams.ada());
    assertThat(isBlocked()).isFalse();
  }

  @Test
  void teamsCannotBeAskedWhatArrived() {
    assertThat(
            new TeamsMessenger(client, conversations, TeamsMessengerTest::shown)
                .find(new Sought("n-1", ADA, teams.now())))
        .isEqualTo(new Lookup.CannotTell());
    assertThat(teams.requests()).isZero();
  }
}
