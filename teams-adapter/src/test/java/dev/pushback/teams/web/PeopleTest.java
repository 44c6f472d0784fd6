package dev.pushback.teams.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.pushback.teams.FakeConnector.ADA;
import static dev.pushback.teams.FakeConnector.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pushback.store.Conversation;
import dev.pushback.teams.FakeConnector;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is around, and how to get at them. */
class PeopleTest {
  private static final String OPEN = "/emea/v3/conversations";
  private static final String MEMBERS = "/emea/v3/conversations/[^/]+/pagedmembers";
  private static final String MEMBER = "/emea/v3/conversations/[^/]+/members/[^/]+";

  private final FakeConnector teams = new FakeConnector();
  private final TeamsClient client = teams.client();

  @AfterEach
  void end() {
    client.close();
    teams.close();
  }

  @Test
  void aConversationIsOpenedWithSomebodyWhoHasTheApp() {
    teams.answers("POST", OPEN, okJson("{\"id\":\"a:9\"}"));

    assertThat(client.open(TENANT, "ada", teams.serviceUrl()))
        .isEqualTo(
            new Opened.At(
                Conversation.personal(
                    ADA, "a:9", teams.serviceUrl(), "28:app-1", "ada", teams.now())));
    assertThat(FakeConnector.json(teams.requests("POST", OPEN).get(0)))
        .isEqualTo(
            Json.read(
                    """
                    {"isGroup":false,"tenantId":"t-1","bot":{"id":"28:app-1"},
                    "members":[{"id":"ada"}],"channelData":{"tenant":{"id":"t-1"}}}
                    """)
                .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          403; {"error":{"code":"ForbiddenOperationException"}} ; ForbiddenOperationException
          404; ''                                               ; http-404
          429; ''                                               ; http-429
          500; ''                                               ; http-500
          200; {}                                               ; no-id
          200; []                                               ; unreadable-reply
          """)
  void aConversationThatCannotBeOpened(int status, String body, String code) {
    teams.answers("POST", OPEN, FakeConnector.status(status, body));
    teams.answers("GET", MEMBERS, FakeConnector.status(status, body));

    assertThat(client.open(TENANT, "ada", teams.serviceUrl())).isEqualTo(new Opened.Not(code));
    assertThat(teams.requests("POST", OPEN)).hasSize(1);
  }

  @Test
  void membersComePageByPage() {
    teams.answers(
        "GET",
        MEMBERS,
        okJson(
            """
            {"continuationToken":"c&2","members":[
              {"id":"29:1","name":"Ada","aadObjectId":"ada","tenantId":"T-1","userRole":"user"},
              {"id":"29:2","objectId":"bob","tenantId":"t-1","userPrincipalName":"b_x#EXT#@y"},
              {"name":"without an id"}, 7]}
            """));

    Roster.Page page =
        (Roster.Page) client.members(TENANT, teams.serviceUrl(), "19:x", Optional.empty());

    assertThat(page.members())
        .containsExactly(
            new Member("29:1", Optional.of("ada"), "Ada", Optional.of("T-1"), false),
            new Member("29:2", Optional.of("bob"), "", Optional.of("t-1"), true));
    assertThat(page.members())
        .extracting(one -> one.isInsider(TENANT))
        .containsExactly(true, false);
    assertThat(page.toString()).isEqualTo("2 members");
    client.members(TENANT, teams.serviceUrl(), "19:x", page.continuation());
    assertThat(teams.requests("GET", MEMBERS))
        .extracting(LoggedRequest::getUrl)
        .containsExactlyInAnyOrder(
            "/emea/v3/conversations/19%3Ax/pagedmembers?pageSize=500",
            "/emea/v3/conversations/19%3Ax/pagedmembers?pageSize=500&continuationToken=c%262");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"members":[]}                  ; true
          {"members":{}}                  ; false
          {}                              ; false
          """)
  void aPageIsAListOrUnknown(String body, boolean isPage) {
    teams.answers("GET", MEMBERS, okJson(body));
    assertThat(
            client.members(TENANT, teams.serviceUrl(), "19:x", Optional.empty())
                instanceof Roster.Page)
        .isEqualTo(isPage);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"id":"29:1","tenantId":"t-1","userRole":"user"}                ; true
          {"id":"29:1","tenantId":"T-1"}                                  ; true
          {"id":"29:1","tenantId":"t-2","userRole":"user"}                ; false
          {"id":"29:1","userRole":"user"}                                 ; false
          {"id":"29:1","tenantId":"t-1","userRole":"guest"}               ; false
          {"id":"29:1","tenantId":"t-1","userRole":"Anonymous"}           ; false
          {"id":"29:1","tenantId":"t-1","userPrincipalName":"a#ext#@b"}   ; false
          """)
  void whoBelongsToAnOrganisationAndIsNoGuest(String json, boolean isInsider) {
    teams.answers("GET", MEMBER, okJson(json));
    assertThat(client.member(TENANT, teams.serviceUrl(), "a:1", "29:1"))
        .get()
        .extracting(one -> one.isInsider(TENANT))
        .isEqualTo(isInsider);
  }

  @Test
  void whoeverIsNotThereIsNobody() {
    teams.answers("GET", MEMBER, FakeConnector.refusal(404, "MemberNotFoundInConversation"));
    assertThat(client.member(TENANT, teams.serviceUrl(), "a:1", "29:1")).isEmpty();
    teams.answers("GET", MEMBER, okJson("{}"));
    assertThat(client.member(TENANT, teams.serviceUrl(), "a:1", "29:1")).isEmpty();
  }
}
