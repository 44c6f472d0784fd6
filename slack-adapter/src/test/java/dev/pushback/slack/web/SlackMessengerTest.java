package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.pushback.slack.web.FakeSlack.NOON;
import static dev.pushback.slack.web.FakeSlack.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pushback.card.Card;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import dev.pushback.people.Person;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A nudge reaches its person, or it is known why not; one in doubt is looked up. */
class SlackMessengerTest {
  private static final String POST = "chat.postMessage";
  private static final String HISTORY = "conversations.history";
  private static final Person ADA = new Person(TENANT, "U1");
  private static final Nudge NUDGE = new Nudge("n-1", ADA, Card.of("Due", "Ask Rivera."), false);
  private static final Sought SOUGHT = new Sought("n-1", ADA, NOON);
  private static final String COLLEAGUE =
      "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"}}";

  private final FakeSlack slack =
      new FakeSlack()
          .answers("users.info", COLLEAGUE)
          .answers(POST, "{\"ok\":true,\"channel\":\"D7\",\"ts\":\"1.5\"}")
          .answers("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D7\"}}");
  private final SlackClient client = slack.client();
  private final SlackMessenger messenger =
      new SlackMessenger(client, card -> FakeSlack.blocks(card.title()));

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  @Test
  void aNudgeIsOneMessageToOnePersonThatCanBeFoundAgain() {
    assertThat(messenger.send(NUDGE)).isEqualTo(new Outcome.Sent("D7/1.5"));

    assertThat(slack.requests()).isEqualTo(2);
    LoggedRequest message = slack.requests(POST).get(0);
    assertThat(FakeSlack.argument(message, "channel")).isEqualTo("U1");
    assertThat(FakeSlack.argument(message, "text")).doesNotContain("Due", "Rivera");
    assertThat(FakeSlack.argument(message, "blocks")).contains("Due");
    assertThat(FakeSlack.argument(message, "metadata"))
        .isEqualTo("{\"event_type\":\"pushback_nudge\",\"event_payload\":{\"id\":\"n-1\"}}");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":true,"user":{"id":"U1","team_id":"T1","deleted":true}}      ; Rejected[code=user-deactivated, forGood=true]
          200; {"ok":true,"user":{"id":"U1","team_id":"T1","is_bot":true}}       ; Rejected[code=user-is-a-bot, forGood=true]
          200; {"ok":true,"user":{"id":"U1","team_id":"T1","is_stranger":true}}  ; Rejected[code=user-of-others, forGood=true]
          200; {"ok":true,"user":{"id":"U1","team_id":"T2"}}                     ; Rejected[code=user-of-others, forGood=true]
          200; {"ok":true,"user":{"id":"U2","team_id":"T1"}}                     ; NotSent[code=unreadable-reply, passes=true]
          200; {"ok":false,"error":"user_not_found"}                             ; Rejected[code=user_not_found, forGood=true]
          200; {"ok":false,"error":"user_not_visible"}                           ; Rejected[code=user_not_visible, forGood=true]
          200; {"ok":false,"error":"token_revoked"}                              ; Rejected[code=token_revoked, forGood=false]
          200; {"ok":false,"error":"fatal_error"}                                ; NotSent[code=fatal_error, passes=true]
          200; <html></html>                                                     ; NotSent[code=unreadable-reply, passes=true]
          429; ''                                                                ; RateLimitedUntil[at=2026-03-09T12:01:00Z]
          500; ''                                                                ; NotSent[code=http-500, passes=true]
          """)
  void nothingIsPostedUnlessTheyAreAColleagueNow(int status, String body, String expected) {
    slack.answers("users.info", FakeSlack.status(status, body));

    assertThat(messenger.send(NUDGE)).hasToString(expected);
    assertThat(slack.requests(POST)).isEmpty();
  }

  @Test
  void aGuestMayBeRemindedOfTheirOwn() {
    slack.answers(
        "users.info",
        "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T1\",\"is_restricted\":true}}");
    assertThat(messenger.send(NUDGE)).isInstanceOf(Outcome.Sent.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aQuestionThatIsLostBeforeTheMessageIsNoDoubt(Fault fault) {
    slack.answers("users.info", aResponse().withFault(fault));

    assertThat(messenger.send(NUDGE)).isInstanceOf(Outcome.NotSent.class);
    assertThat(slack.requests(POST)).isEmpty();
  }

  @Test
  void whoeverTookTooLongToAskDoesNotSend() {
    SlackClient slow =
        new SlackClient(
            WebSettings.at(slack.origin() + "/api/"),
            tenant -> {
              slack.pass(Duration.ofSeconds(21));
              return Optional.of(FakeSlack.TOKEN);
            },
            slack::now,
            slack::ticks);
    try (slow) {
      assertThat(new SlackMessenger(slow, card -> FakeSlack.blocks("x")).send(NUDGE))
          .isEqualTo(new Outcome.NotSent("too-late", true));
    }
    assertThat(slack.requests(POST)).isEmpty();
  }

  @Test
  void aCardThatCannotBeShownIsNoDoubt() {
    SlackMessenger broken =
        new SlackMessenger(
            client,
            card -> {
              throw new IllegalStateException("no such block");
            });
    assertThat(broken.send(NUDGE)).isEqualTo(new Outcome.NotSent("card", false));
    assertThat(slack.requests()).isZero();
  }

  @Test
  void comingTooFastAsksNothing() {
    for (int i = 0; i < Pace.BURST / 2; i++) {
      assertThat(messenger.send(NUDGE)).isInstanceOf(Outcome.Sent.class);
    }
    assertThat(messenger.send(NUDGE)).isInstanceOf(Outcome.RateLimitedUntil.class);
    assertThat(slack.requests("users.info")).hasSize(Pace.BURST / 2);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":true,"messages":[{"ts":"1.5","metadata":{"event_type":"pushback_nudge","event_payload":{"id":"n-1"}}}]}                     ; Found[ref=D7/1.5]
          200; {"ok":true,"messages":[{"ts":"1.7","bot_id":"B1"},{"ts":"1.5","metadata":{"event_payload":{"id":"n-1"}}}],"has_more":true}        ; Found[ref=D7/1.5]
          200; {"ok":true,"messages":[],"has_more":false}                                                                                       ; Missing[]
          200; {"ok":true,"messages":[]}                                                                                                        ; Missing[]
          200; {"ok":true,"messages":[{"ts":"1.5","user":"U1","text":"hello"}]}                                                                 ; Missing[]
          200; {"ok":true,"messages":[{"ts":"1.5","bot_id":"B1","metadata":{"event_payload":{"id":"n-0"}}}]}                                     ; Missing[]
          200; {"ok":true,"messages":[{"ts":"1.5","bot_id":"B1","metadata":{"event_type":"pushback_nudge"}}]}                                    ; CannotTell[]
          200; {"ok":true,"messages":[{"ts":"1.5","bot_id":"B1","text":"replaced"}]}                                                            ; CannotTell[]
          200; {"ok":true,"messages":[],"has_more":true}                                                                                        ; CannotTell[]
          200; {"ok":false,"error":"missing_scope","needed":"im:history"}                                                                       ; CannotTell[]
          200; {"ok":false,"error":"token_revoked"}                                                                                             ; NotNow[]
          200; {"ok":false,"error":"ratelimited"}                                                                                               ; NotNow[]
          200; {"ok":false,"error":"fatal_error"}                                                                                               ; NotNow[]
          200; {"ok":true}                                                                                                                      ; NotNow[]
          200; <html></html>                                                                                                                    ; NotNow[]
          429; ''                                                                                                                               ; NotNow[]
          500; ''                                                                                                                               ; NotNow[]
          """)
  void whatIsInDoubtIsLookedUp(int status, String body, String expected) {
    slack.answers(HISTORY, FakeSlack.status(status, body));

    assertThat(messenger.find(SOUGHT)).hasToString(expected);
    assertThat(slack.requests(HISTORY)).hasSize(1);
    assertThat(slack.requests(POST)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aLookUpThatIsLostIsTriedAgainLater(Fault fault) {
    slack.answers(HISTORY, aResponse().withFault(fault));
    assertThat(messenger.find(SOUGHT)).isEqualTo(new Lookup.NotNow());
  }

  @Test
  void looksAroundTheTimeOfTheTry() {
    slack.answers(HISTORY, "{\"ok\":true,\"messages\":[]}");
    messenger.find(SOUGHT);

    LoggedRequest request = slack.requests(HISTORY).get(0);
    assertThat(FakeSlack.argument(request, "channel")).isEqualTo("D7");
    assertThat(FakeSlack.argument(request, "include_all_metadata")).isEqualTo("true");
    assertThat(FakeSlack.argument(request, "limit")).isEqualTo("15");
    assertThat(FakeSlack.argument(request, "oldest"))
        .isEqualTo(NOON.getEpochSecond() - 30 + ".000000");
    assertThat(FakeSlack.argument(request, "latest"))
        .isEqualTo(NOON.getEpochSecond() + 300 + ".000000");
  }

  @Test
  void readsOnUntilThereIsNoMore() {
    slack.answers(
        HISTORY,
        "{\"ok\":true,\"messages\":[{\"ts\":\"2.5\",\"user\":\"U1\"}],\"has_more\":true,"
            + "\"response_metadata\":{\"next_cursor\":\"p2=\"}}");
    assertThat(messenger.find(SOUGHT)).isEqualTo(new Lookup.CannotTell());
    assertThat(slack.requests(HISTORY)).hasSize(5);

    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/" + HISTORY))
                .withRequestBody(containing("cursor=p2"))
                .willReturn(
                    okJson(
                        "{\"ok\":true,\"messages\":[{\"ts\":\"1.5\",\"metadata\":"
                            + "{\"event_payload\":{\"id\":\"n-1\"}}}]}")));
    assertThat(messenger.find(SOUGHT)).isEqualTo(new Lookup.Found("D7/1.5"));
  }

  @Test
  void theConversationIsRememberedFromAnEarlierMessage() {
    slack.answers(HISTORY, "{\"ok\":true,\"messages\":[]}");
    messenger.send(NUDGE);
    assertThat(messenger.find(SOUGHT)).isEqualTo(new Lookup.Missing());
    assertThat(slack.requests("conversations.open")).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":false,"error":"missing_scope"}   ; CannotTell[]
          200; {"ok":false,"error":"user_not_found"}  ; NotNow[]
          200; {"ok":true}                            ; NotNow[]
          429; ''                                     ; NotNow[]
          500; ''                                     ; NotNow[]
          """)
  void withoutAConversationNothingCanBeLookedUp(int status, String body, String expected) {
    slack.answers("conversations.open", FakeSlack.status(status, body));
    assertThat(messenger.find(SOUGHT)).hasToString(expected);
    assertThat(slack.requests(HISTORY)).isEmpty();
  }
}
