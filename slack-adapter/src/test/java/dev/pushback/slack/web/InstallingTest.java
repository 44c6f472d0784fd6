package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallingTest {
  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client = slack.client();

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  private static String show(TokenCheck check) {
    if (check instanceof TokenCheck.Works works) {
      return works.tenant() + " " + works.botUserId();
    }
    return check instanceof TokenCheck.Refused refused
        ? "no: " + refused.code()
        : "later: " + ((TokenCheck.Unreachable) check).code();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":true,"team_id":"T1","user_id":"U9","bot_id":"B1"}                                                     ; slack:T1 U9
          200; {"ok":true,"team_id":"T1","user_id":"U9","bot_id":"B1","enterprise_id":"E1","is_enterprise_install":false}  ; slack:T1 U9
          200; {"ok":true,"team_id":"T1","user_id":"U9","bot_id":"B1","enterprise_id":"E1","is_enterprise_install":true}   ; no: whole-organisation
          200; {"ok":true,"team_id":"T1","user_id":"U9"}                                                                   ; no: not-a-bot
          200; {"ok":false,"error":"invalid_auth"}                                                                         ; no: invalid_auth
          200; {"ok":false,"error":"token_revoked"}                                                                        ; no: token_revoked
          200; {"ok":false,"error":"account_inactive"}                                                                     ; no: account_inactive
          200; {"ok":false,"error":"something_new"}                                                                        ; no: something_new
          200; {"ok":false,"error":"fatal_error"}                                                                          ; later: fatal_error
          200; <html></html>                                                                                               ; later: unreadable-reply
          429; ''                                                                                                          ; later: rate-limited
          500; ''                                                                                                          ; later: http-500
          """)
  void aTokenWorksOrItIsKnownWhyNot(int status, String body, String expected) {
    slack.answers("auth.test", FakeSlack.status(status, body));

    assertThat(show(client.authTest("xoxb-secret-7"))).isEqualTo(expected);
    assertThat(slack.requests("auth.test"))
        .extracting(request -> request.getHeader("Authorization"))
        .containsExactly("Bearer xoxb-secret-7");
  }

  @Test
  void anOperatorReadsASentence() {
    slack.answers("auth.test", "{\"ok\":false,\"error\":\"account_inactive\"}");
    assertThat(client.authTest("xoxb-secret-7"))
        .isEqualTo(
            new TokenCheck.Refused(
                "account_inactive", "The app was removed from the workspace. Install it again."));
    slack.answers(
        "auth.test",
        "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"U9\",\"bot_id\":\"B1\","
            + "\"enterprise_id\":\"E1\",\"is_enterprise_install\":true}");
    assertThat(client.authTest("xoxb-secret-7"))
        .isEqualTo(
            new TokenCheck.Refused(
                "whole-organisation",
                "This token is of an installation for a whole organisation. The coach works in"
                    + " single workspaces: install it in one, and use that token."));
    assertThat(show(client.authTest("xoxb-1\nX: 2"))).isEqualTo("no: invalid_auth");
  }

  private static String show(Exchanged exchanged) {
    if (exchanged instanceof Exchanged.Refused refused) {
      return "no: " + refused.code();
    }
    return exchanged instanceof Exchanged.Failed failed
        ? "failed: " + failed.code()
        : exchanged.toString();
  }

  private Exchanged exchanged() {
    return client.exchange("1.2", "client-secret", "code-3", "https://coach.example/slack/done");
  }

  private static final String INSTALLED =
      """
      {"ok":true,"access_token":"xoxb-secret-8","token_type":"bot","scope":"commands,chat:write",
       "bot_user_id":"U9","app_id":"A1","team":{"id":"T1","name":"Acme"},"enterprise":{"id":"E1"},
       "is_enterprise_install":%s,"authed_user":{"id":"U1"}%s}
      """;

  @Test
  void aCodeBecomesAToken() {
    slack.answers("oauth.v2.access", INSTALLED.formatted("false", ""));

    assertThat(exchanged())
        .isEqualTo(
            new Exchanged.Installed(
                "slack:T1", "xoxb-secret-8", "U9", "U1", Set.of("commands", "chat:write")))
        .hasToString("Installed[slack:T1]");
    LoggedRequest request = slack.requests("oauth.v2.access").get(0);
    assertThat(request.containsHeader("Authorization")).isFalse();
    assertThat(FakeSlack.argument(request, "client_id")).isEqualTo("1.2");
    assertThat(FakeSlack.argument(request, "client_secret")).isEqualTo("client-secret");
    assertThat(FakeSlack.argument(request, "code")).isEqualTo("code-3");
    assertThat(FakeSlack.argument(request, "redirect_uri"))
        .isEqualTo("https://coach.example/slack/done");
  }

  @Test
  void whatWasNotSentToSlackIsNotSentNow() {
    slack.answers("oauth.v2.access", INSTALLED.formatted("false", ""));
    client.exchange("1.2", "client-secret", "code-3", "");
    assertThat(slack.requests("oauth.v2.access").get(0).formParameters())
        .doesNotContainKey("redirect_uri");
  }

  @Test
  void anInstallationForAWholeOrganisationIsRefused() {
    slack.answers("oauth.v2.access", INSTALLED.formatted("true", ""));
    assertThat(show(exchanged())).isEqualTo("no: whole-organisation");
  }

  @Test
  void aTokenThatRunsOutIsRefused() {
    slack.answers("oauth.v2.access", INSTALLED.formatted("false", ",\"refresh_token\":\"xoxe-1\""));
    assertThat(show(exchanged())).isEqualTo("no: token-rotation");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":false,"error":"invalid_code"}                                             ; no: invalid_code
          200; {"ok":false,"error":"code_already_used"}                                        ; no: code_already_used
          200; {"ok":false,"error":"bad_redirect_uri"}                                         ; no: bad_redirect_uri
          200; {"ok":true}                                                                     ; failed: unreadable-reply
          200; {"ok":true,"access_token":"x","token_type":"user","team":{"id":"T1"}}           ; failed: unreadable-reply
          200; {"ok":true,"access_token":"x","token_type":"bot","bot_user_id":"U9"}            ; failed: unreadable-reply
          429; ''                                                                              ; failed: rate-limited
          500; ''                                                                              ; failed: http-500
          """)
  void anExchangeThatFailsSaysWhy(int status, String body, String expected) {
    slack.answers("oauth.v2.access", FakeSlack.status(status, body));
    assertThat(show(exchanged())).isEqualTo(expected);
    assertThat(slack.requests()).isEqualTo(1);
  }

  @Test
  void anExchangeWhoseAnswerIsLostIsNotRepeated() {
    slack.answers("oauth.v2.access", aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertThat(show(exchanged())).isEqualTo("failed: connection-lost");
    assertThat(slack.requests()).isEqualTo(1);
  }
}
