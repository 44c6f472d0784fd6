package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.pushback.slack.web.FakeSlack.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who people are: those of the workspace, and everybody else. */
class DirectoryTest {
  private static final String LIST = "users.list";

  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client = slack.client();

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  @ParameterizedTest(name = "{0}: colleague {1}, insider {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "team_id":"T1"                                                                  ; true  ; true
          "team_id":"T1","is_bot":false,"deleted":false,"is_stranger":false               ; true  ; true
          "team_id":"T1","is_restricted":true                                             ; true  ; false
          "team_id":"T1","is_restricted":true,"is_ultra_restricted":true                  ; true  ; false
          "team_id":"T1","is_bot":true                                                    ; false ; false
          "team_id":"T1","is_workflow_bot":true                                           ; false ; false
          "team_id":"T1","deleted":true                                                   ; false ; false
          "team_id":"T1","is_stranger":true                                               ; false ; false
          "team_id":"T2"                                                                  ; false ; false
          "team_id":"T2","enterprise_user":{"enterprise_id":"E1","teams":["T1","T2"]}     ; true  ; true
          "team_id":"T2","enterprise_user":{"enterprise_id":"E1","teams":["T2"]}          ; false ; false
          "team_id":null                                                                  ; false ; false
          "name":"nobody knows where"                                                     ; false ; false
          """)
  void aColleagueIsAHumanOfThisWorkspace(String about, boolean colleague, boolean insider) {
    slack.answers("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\"," + about + "}}");

    SlackUser user = client.user(TENANT, "U1").orElseThrow();
    assertThat(user.isColleague(TENANT)).isEqualTo(colleague);
    assertThat(user.isInsider(TENANT)).isEqualTo(insider);
  }

  @Test
  void anOrganisationIsATenantToo() {
    slack.answers(
        "users.info",
        "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T2\",\"enterprise_user\":"
            + "{\"enterprise_id\":\"E1\",\"teams\":[\"T2\"]}}}");

    SlackUser user = client.user(TENANT, "U1").orElseThrow();
    assertThat(user.isColleague("slack:E1")).isTrue();
    assertThat(user.isColleague("slack:E2")).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "name":"ada","real_name":"Ada L","profile":{"display_name":"Countess","real_name":"Ada"} ; Countess
          "name":"ada","real_name":"Ada L","profile":{"display_name":"","real_name":"Ada"}         ; Ada
          "name":"ada","real_name":"Ada L"                                                         ; Ada L
          "name":"ada"                                                                             ; ada
          "deleted":false                                                                          ; ''
          """)
  void aPersonIsCalledWhatTheyChose(String about, String name) {
    slack.answers("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\"," + about + "}}");

    SlackUser user = client.user(TENANT, "U1").orElseThrow();
    assertThat(user.name()).isEqualTo(name);
    assertThat(user).hasToString("SlackUser[U1]");
  }

  @ParameterizedTest
  @CsvSource({"Europe/Berlin, Europe/Berlin", "Asia/Calcutta, Asia/Calcutta", "Mars/Base,", "'',"})
  void aZoneThatThereIsIsRead(String given, String expected) {
    slack.answers("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\",\"tz\":\"" + given + "\"}}");

    assertThat(client.user(TENANT, "U1").orElseThrow().zone().map(ZoneId::getId).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":false,"error":"user_not_found"}
          200; {"ok":true,"user":{"id":"U2","team_id":"T1"}}
          200; {"ok":true}
          200; <html></html>
          429; ''
          500; ''
          """)
  void whoCannotBeReadIsNobody(int status, String body) {
    slack.answers("users.info", FakeSlack.status(status, body));
    assertThat(client.user(TENANT, "U1")).isEmpty();
  }

  private static String member(String id, String name, String more) {
    return "{\"id\":\"%s\",\"team_id\":\"T1\",\"real_name\":\"%s\"%s}".formatted(id, name, more);
  }

  private static String page(String next, String... members) {
    return "{\"ok\":true,\"members\":[%s],\"response_metadata\":{\"next_cursor\":\"%s\"}}"
        .formatted(String.join(",", members), next);
  }

  private void everybody() {
    slack.answers(
        LIST,
        page(
            "p2=",
            member("U2", "Zoë Müller-Ruiz", ""),
            member("U1", "Ada Lovelace", ""),
            member("U3", "Guest", ",\"is_restricted\":true"),
            member("U4", "Robot", ",\"is_bot\":true"),
            member("U5", "Gone", ",\"deleted\":true"),
            member("U6", "Stranger", ",\"is_stranger\":true"),
            member("USLACKBOT", "Slackbot", "")));
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/" + LIST))
                .withRequestBody(containing("cursor=p2"))
                .willReturn(okJson(page("", member("U7", "Bob Adams", "")))));
  }

  private List<String> found(String words) {
    return client.colleagues(TENANT, words, 10, "U1").stream().map(SlackUser::name).toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''         ; Bob Adams, Zoë Müller-Ruiz
          zoe        ; Zoë Müller-Ruiz
          MULLER     ; Zoë Müller-Ruiz
          ru mü      ; Zoë Müller-Ruiz
          ad         ; Bob Adams
          bob zoe    ; ''
          uller      ; ''
          guest      ; ''
          robot      ; ''
          lovelace   ; ''
          """)
  void findsInsidersByTheBeginningsOfTheirNames(String words, String expected) {
    everybody();
    assertThat(String.join(", ", found(words))).isEqualTo(expected);
  }

  @Test
  void asksOncePerTenMinutes() {
    everybody();
    assertThat(found("")).hasSize(2);
    assertThat(client.colleagues(TENANT, "", 1, "U1")).hasSize(1);
    slack.pass(Duration.ofMinutes(9));
    assertThat(found("")).hasSize(2);
    assertThat(slack.requests(LIST)).hasSize(2);
    slack.pass(Duration.ofMinutes(1));
    assertThat(found("")).hasSize(2);
    assertThat(slack.requests(LIST)).hasSize(4);
  }

  @Test
  void whatSlackGaveBeforeOutlivesAFailure() {
    everybody();
    assertThat(found("")).hasSize(2);
    slack.pass(Duration.ofMinutes(11));
    slack.server().resetAll();
    slack.answers(LIST, aResponse().withStatus(500));
    assertThat(found("")).hasSize(2);
    assertThat(found("")).hasSize(2);
    assertThat(slack.requests(LIST)).hasSize(1);

    slack.pass(Duration.ofMinutes(1));
    slack.answers(LIST, page("", member("U9", "New", "")));
    assertThat(found("")).containsExactly("New");
  }

  @Test
  void aPartIsBetterThanNothing() {
    everybody();
    slack
        .server()
        .stubFor(
            post(urlPathEqualTo("/api/" + LIST))
                .withRequestBody(containing("cursor=p2"))
                .willReturn(aResponse().withStatus(429)));
    assertThat(found("")).containsExactly("Zoë Müller-Ruiz");
  }

  @Test
  void whoeverComesWhileTheListIsReadGetsWhatThereIs() {
    everybody();
    AtomicReference<SlackClient> self = new AtomicReference<>(client);
    List<List<SlackUser>> meanwhile = new CopyOnWriteArrayList<>();
    try (SlackClient busy =
        new SlackClient(
            WebSettings.at(slack.origin() + "/api/"),
            tenant -> {
              if (meanwhile.isEmpty()) {
                meanwhile.add(
                    CompletableFuture.supplyAsync(
                            () ->
                                Objects.requireNonNull(self.get()).colleagues(TENANT, "", 10, "U1"))
                        .join());
              }
              return Optional.of(FakeSlack.TOKEN);
            },
            slack::now,
            slack::ticks)) {
      self.set(busy);
      assertThat(busy.colleagues(TENANT, "", 10, "U1")).hasSize(2);
    }
    assertThat(meanwhile).containsExactly(List.of());
    assertThat(slack.requests(LIST)).hasSize(2);
  }

  @Test
  void aListWithoutEndEnds() {
    slack.answers(LIST, page("again", member("U7", "Bob Adams", "")));
    assertThat(found("")).hasSize(10);
    assertThat(slack.requests(LIST)).hasSize(20);
  }
}
