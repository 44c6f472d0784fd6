package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.pushback.slack.web.FakeSlack.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.nudge.NudgeRules;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.Vault;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a reminder on Slack, whatever goes wrong there. */
class NudgesOnSlackTest {
  private static final String POST = "chat.postMessage";
  private static final String HISTORY = "conversations.history";
  private static final Person ADA = new Person(TENANT, "U1");

  private final FakeSlack slack =
      new FakeSlack()
          .answers("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"}}")
          .answers(POST, "{\"ok\":true,\"channel\":\"D7\",\"ts\":\"1.5\"}")
          .answers("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D7\"}}")
          .answers(HISTORY, "{\"ok\":true,\"messages\":[]}");
  private final SlackClient client = slack.client();
  private final AtomicInteger ids = new AtomicInteger();
  private final Store store =
      new Store(
          Database.open(new DatabaseUrl.InMemory()),
          Vault.open(),
          () -> "id-" + ids.incrementAndGet(),
          slack::now);
  private final NudgeEngine engine =
      new NudgeEngine(
          store,
          new NudgeRules(
              (memory, digest) -> Card.of("Due", "Ask Rivera."),
              (memory, shared) -> Card.of("Shared", shared.body()),
              memory -> followUp -> Optional.empty(),
              (profile, at) -> at,
              ZoneOffset.UTC),
          Map.of("slack", new SlackMessenger(client, card -> FakeSlack.blocks(card.title()))),
          NudgeEngine.Settings.of(Pace.FILE),
          slack::now,
          slack::ticks,
          step -> {});

  @AfterEach
  void end() {
    engine.close();
    store.close();
    client.close();
    slack.close();
  }

  private void somethingIsDue() {
    store.with(
        ADA,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
          memory
              .followUps()
              .keep(
                  FollowUp.fresh("f1", "p1", Direction.THEY_OWE, "nda", "legal-nda", slack.now())
                      .nudgedAt(Optional.of(slack.now())));
          return true;
        });
  }

  /** The first message meets this; those after it arrive. */
  private void first(ResponseDefinitionBuilder answer) {
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/" + POST))
                .inScenario("post")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer)
                .willSetStateTo("well again"));
  }

  private void live(Duration time) {
    for (long minute = 0; minute <= time.toMinutes(); minute++) {
      engine.tick();
      slack.pass(Duration.ofMinutes(1));
    }
  }

  private List<String> ledger() {
    return store
        .database()
        .read(
            handle ->
                handle
                    .createQuery("select state from nudge order by id")
                    .mapTo(String.class)
                    .list());
  }

  /** The id that stands in the message that was lost. */
  private String lostId() {
    String metadata = FakeSlack.argument(slack.requests(POST).get(0), "metadata");
    return metadata.replaceFirst(".*\"id\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void whenAllIsWellItIsSentOnce() {
    somethingIsDue();
    live(Duration.ofMinutes(10));

    assertThat(slack.requests(POST)).hasSize(1);
    assertThat(ledger()).containsExactly("sent");
  }

  @ParameterizedTest
  @CsvSource({"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
  void whenTheReplyIsLostItIsFoundAfterAMinuteAndNotSentAgain(Fault fault) {
    first(aResponse().withFault(fault));
    somethingIsDue();
    engine.tick();
    assertThat(slack.requests(POST)).hasSize(1);
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/" + HISTORY))
                .willReturn(
                    okJson(
                        "{\"ok\":true,\"messages\":[{\"ts\":\"1.5\",\"bot_id\":\"B1\",\"metadata\":"
                            + "{\"event_type\":\"pushback_nudge\",\"event_payload\":{\"id\":\""
                            + lostId()
                            + "\"}}}]}")));
    slack.pass(Duration.ofSeconds(59));
    engine.tick();
    assertThat(slack.requests(HISTORY)).isEmpty();
    live(Duration.ofMinutes(10));

    assertThat(slack.requests(POST)).hasSize(1);
    assertThat(slack.requests(HISTORY)).hasSize(1);
    assertThat(ledger()).containsExactly("sent");
  }

  @Test
  void whenItDidNotArriveItIsSentAgainUnderTheSameId() {
    first(aResponse().withStatus(500));
    somethingIsDue();
    live(Duration.ofMinutes(10));

    assertThat(slack.requests(POST))
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(FakeSlack.argument(request, "metadata"))
                    .contains("\"" + lostId() + "\""));
    assertThat(slack.requests(HISTORY)).hasSize(1);
    assertThat(ledger()).containsExactly("sent");
  }

  @Test
  void whenNobodyCanTellItIsNotSentAgain() {
    first(aResponse().withFault(Fault.EMPTY_RESPONSE));
    slack.answers(HISTORY, "{\"ok\":false,\"error\":\"missing_scope\"}");
    somethingIsDue();
    live(Duration.ofMinutes(10));

    assertThat(slack.requests(POST)).hasSize(1);
    assertThat(ledger()).containsExactly("unknown");
  }

  @Test
  void whenThereWereTooManyItIsSentLater() {
    first(aResponse().withStatus(429).withHeader("Retry-After", "120"));
    somethingIsDue();
    engine.tick();
    slack.pass(Duration.ofSeconds(119));
    engine.tick();
    assertThat(slack.requests(POST)).hasSize(1);
    live(Duration.ofMinutes(10));

    assertThat(slack.requests(POST)).hasSize(2);
    assertThat(slack.requests(HISTORY)).isEmpty();
    assertThat(ledger()).containsExactly("sent");
  }

  @Test
  void whenThePersonIsGoneNothingIsSent() {
    slack.answers(
        "users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T1\",\"deleted\":true}}");
    somethingIsDue();
    live(Duration.ofMinutes(10));

    assertThat(slack.requests(POST)).isEmpty();
    assertThat(slack.requests("users.info")).hasSize(1);
    assertThat(ledger()).containsExactly("failed");
  }
}
