package dev.pushback.teams.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.pushback.teams.FakeConnector.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.nudge.NudgeRules;
import dev.pushback.partner.Partner;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.Conversation;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.Vault;
import dev.pushback.teams.FakeConnector;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a reminder on Teams, whatever goes wrong there. */
class NudgesOnTeamsTest {
  private final FakeConnector teams = new FakeConnector();
  private final TeamsClient client = teams.client();
  private final AtomicInteger ids = new AtomicInteger();
  private final Store store =
      new Store(
          Database.open(new DatabaseUrl.InMemory()),
          Vault.open(),
          () -> "id-" + ids.incrementAndGet(),
          teams::now);
  private final NudgeEngine engine =
      new NudgeEngine(
          store,
          new NudgeRules(
              (memory, digest) -> Card.of("Due", "Ask Rivera."),
              (memory, shared) -> Card.of("Shared", shared.body()),
              memory -> followUp -> Optional.empty(),
              (profile, at) -> at,
              ZoneOffset.UTC),
          Map.of(
              "teams",
              new TeamsMessenger(
                  client, store.conversations(), card -> Json.object().put("name", card.title()))),
          NudgeEngine.Settings.of(Pace.FILE),
          teams::now,
          teams::ticks,
          step -> {});

  @BeforeEach
  void somethingIsDue() {
    store.conversations().save(teams.ada());
    store.with(
        ADA,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
          memory
              .followUps()
              .keep(
                  FollowUp.fresh("f1", "p1", Direction.THEY_OWE, "nda", "legal-nda", teams.now())
                      .nudgedAt(Optional.of(teams.now())));
          return true;
        });
  }

  @AfterEach
  void end() {
    engine.close();
    store.close();
    client.close();
    teams.close();
  }

  private void live(Duration time) {
    for (long minute = 0; minute <= time.toMinutes(); minute++) {
      engine.tick();
      teams.pass(Duration.ofMinutes(1));
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

  private String whyParked() {
    return store.with(
        ADA, memory -> memory.followUps().find("f1").map(FollowUp::whyParked).orElseThrow());
  }

  private Conversation known() {
    return store.conversations().find(ADA.tenant(), ADA.user()).orElseThrow();
  }

  @Test
  void whenAllIsWellItIsSentOnce() {
    live(Duration.ofMinutes(10));

    assertThat(teams.posts()).hasSize(1);
    assertThat(FakeConnector.json(teams.posts().get(0)).path("attachments"))
        .hasToString("[{\"name\":\"Due\"}]");
    assertThat(ledger()).containsExactly("sent");
    assertThat(known().isBlocked()).isFalse();
  }

  /** Nobody can ask Teams, so nothing is sent twice; the person is told of the doubt. */
  @ParameterizedTest
  @CsvSource({"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
  void whenTheReplyIsLostItIsNotSentAgain(Fault fault) {
    doubtful(aResponse().withFault(fault));
  }

  @ParameterizedTest
  @CsvSource({"408", "500", "502", "504"})
  void whenItMayHaveArrivedItIsNotSentAgain(int status) {
    doubtful(FakeConnector.status(status, ""));
  }

  private void doubtful(ResponseDefinitionBuilder answer) {
    teams.answersFirstPost(answer);
    live(Duration.ofMinutes(10));

    assertThat(teams.posts()).hasSize(1);
    assertThat(ledger()).containsExactly("unknown");
    assertThat(known().isBlocked()).isFalse();
  }

  @ParameterizedTest(name = "{0} with Retry-After: {1}: sent again after {2} seconds")
  @CsvSource({
    "429, 120, 120",
    "429, '', 10",
    "412, '', 60",
    "503, '', 60",
    "503, 120, 120",
    "405, '', 60"
  })
  void whenNothingWasDoneItIsSentLater(int status, String retryAfter, int seconds) {
    teams.answersFirstPost(aResponse().withStatus(status).withHeader("Retry-After", retryAfter));
    engine.tick();
    teams.pass(Duration.ofSeconds(seconds - 1));
    engine.tick();
    assertThat(teams.posts()).hasSize(1);
    live(Duration.ofMinutes(10));

    assertThat(teams.posts()).hasSize(2);
    assertThat(ledger()).containsExactly("sent");
  }

  @ParameterizedTest(name = "{0} {1}: blocked: {2}")
  @CsvSource({
    "403, BotDisabledByAdmin, true",
    "403, BotNotInConversationRoster, true",
    "403, ConversationBlockedByUser, true",
    "403, ForbiddenOperationException, true",
    "403, MessageWritesBlocked, true",
    "404, ConversationNotFound, true",
    "403, NotEnoughPermissions, false",
    "404, ActivityNotFoundInConversation, false",
    "400, BadSyntax, false",
    "413, MessageSizeTooBig, false"
  })
  void whenTeamsSaysNoThePersonIsToldTheNextTime(int status, String code, boolean blocked) {
    teams.answersFirstPost(FakeConnector.refusal(status, code));
    live(Duration.ofMinutes(10));

    assertThat(teams.posts()).hasSize(1);
    assertThat(ledger()).containsExactly("failed");
    assertThat(whyParked()).isEqualTo("refused:" + code);
    assertThat(known().isBlocked()).isEqualTo(blocked);
  }

  @Test
  void whoeverIsBlockedIsSentNothingUntilTheyWrite() {
    assertThat(store.conversations().block(ADA.tenant(), ADA.user(), teams.now())).isTrue();
    live(Duration.ofMinutes(10));

    assertThat(teams.requests()).isZero();
    assertThat(whyParked()).isEqualTo("refused:blocked");

    store.conversations().save(teams.ada());
    assertThat(known().isBlocked()).isFalse();
  }

  @Test
  void whoeverTookTheAppOutIsSentNothing() {
    assertThat(store.conversations().retire(ADA.tenant(), ADA.user(), teams.now())).isTrue();
    live(Duration.ofMinutes(10));

    assertThat(teams.requests()).isZero();
    assertThat(whyParked()).isEqualTo("refused:not-installed");
  }

  @Test
  void whileThereIsNoTokenItWaits() {
    teams.answersTokens(FakeConnector.status(401, "{\"error\":\"invalid_client\"}"));
    live(Duration.ofMinutes(3));
    assertThat(ledger()).containsExactly("pending");

    teams.answersTokens(FakeConnector.granted("token-2"));
    live(Duration.ofMinutes(10));
    assertThat(teams.posts()).hasSize(1);
    assertThat(ledger()).containsExactly("sent");
  }
}
