package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers go to Slack, and only to the eyes of whoever asked. */
class ResponseUrlTest {
  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client = slack.client();

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/commands/T1/2/abc",
        "https://hooks.slack.com/actions/T1/2/abc?x=1",
        "https://hooks.slack-gov.com/app/T1/2/abc",
        "http://127.0.0.1:9000/answer"
      })
  void anAddressOfSlackIsTaken(String url) {
    assertThat(ResponseUrl.of(url, Set.of("http://127.0.0.1:9000"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/commands/T1/2/abc",
        "//hooks.slack.com/commands",
        "http://hooks.slack.com/commands/T1/2/abc",
        "HTTPS://hooks.slack.com/commands/T1/2/abc",
        "https://HOOKS.slack.com/commands/T1/2/abc",
        "https://hooks.slack.com",
        "https://hooks.slack.com./commands/T1/2/abc",
        "https://hooks.slack.com:443/commands/T1/2/abc",
        "https://hooks.slack.com:8443/commands/T1/2/abc",
        "https://hooks.slack.com@evil.example/commands",
        "https://ada:secret@hooks.slack.com/commands",
        "https://hooks.slack.com.evil.example/commands",
        "https://evil.example/hooks.slack.com/",
        "https://evil.example/?https://hooks.slack.com/",
        "https://hooks.slack.com\\@evil.example/",
        "https://hooks.slack.com/\\evil.example/",
        "https://hooks.slack.com/a b",
        "https://hooks.slack.com/a\nb",
        "https://hooks.slack.com/\u0000",
        "https://hooks.slack.com/%zz",
        "https://hooks.slack.com/a#b",
        "https://hooks.slack\u3002com/commands",
        "https://hooks\u2024slack.com/commands",
        "https://api.slack.com/commands",
        "https://slack.com/api/chat.postMessage",
        "https://3.93.12.1/commands",
        "https://[::1]/commands",
        "https://0x7f000001/commands",
        "http://127.0.0.1/answer",
        "http://127.0.0.1:9001/answer",
        "http://127.0.0.1:90000/answer",
        "http://localhost:9000/answer",
        "https://127.0.0.1:9000/answer",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "javascript:alert(1)"
      })
  void anyOtherIsNot(String url) {
    assertThat(ResponseUrl.of(url, Set.of("http://127.0.0.1:9000"))).isEmpty();
  }

  @Test
  void thisMachineIsOnlyTakenIfSlackIsThere() {
    assertThat(WebSettings.at("https://slack.com/api/").answersAt()).isEmpty();
    assertThat(client.responseUrl(slack.origin() + "/answer")).isPresent();
    assertThat(client.responseUrl("http://127.0.0.1:1/answer")).isEmpty();
  }

  private ResponseUrl answering(ResponseDefinitionBuilder answer) {
    slack.server().stubFor(post(urlPathEqualTo("/answer")).willReturn(answer));
    return client.responseUrl(slack.origin() + "/answer").orElseThrow();
  }

  private Responded responded(ResponseDefinitionBuilder answer) {
    ResponseUrl url = answering(answer);
    return client.respond(url, new PrivateReply.Fresh(FakeSlack.blocks("Say no.")));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; ok                                    ; SHOWN
          200; {"ok":true}                           ; SHOWN
          200; {"ok":false,"error":"expired_url"}    ; TOO_LATE
          200; {"ok":false,"error":"used_url"}       ; TOO_LATE
          200; {"ok":false,"error":"invalid_blocks"} ; FAILED
          200; <html></html>                         ; UNSURE
          200; ''                                    ; UNSURE
          302; ''                                    ; UNSURE
          400; invalid_payload                       ; FAILED
          404; {"ok":false,"error":"used_url"}       ; TOO_LATE
          410; ''                                    ; TOO_LATE
          429; ''                                    ; FAILED
          500; ''                                    ; UNSURE
          """)
  void anAnswerIsShownOrItIsKnownWhyNot(int status, String body, Responded expected) {
    ResponseDefinitionBuilder answer =
        FakeSlack.status(status, body).withHeader("Location", slack.origin() + "/elsewhere");

    assertThat(responded(answer)).isEqualTo(expected);
    assertThat(slack.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aConnectionThatBreaksLeavesItUnsure(Fault fault) {
    assertThat(responded(aResponse().withFault(fault))).isEqualTo(Responded.UNSURE);
    assertThat(slack.requests()).isEqualTo(1);
  }

  @Test
  void everyAnswerIsForOnePerson() {
    ResponseUrl url = answering(aResponse().withBody("ok"));
    for (PrivateReply reply :
        List.of(
            new PrivateReply.Fresh(FakeSlack.blocks("Say no.")),
            new PrivateReply.Instead(FakeSlack.blocks("Say no.")),
            new PrivateReply.Away())) {
      assertThat(client.respond(url, reply)).isEqualTo(Responded.SHOWN);
    }

    List<LoggedRequest> sent = slack.server().findAll(postRequestedFor(urlPathEqualTo("/answer")));
    String blocks =
        ",\"text\":\"pushback: something for you\",\"blocks\":[{\"type\":\"section\",\"text\":"
            + "{\"type\":\"plain_text\",\"text\":\"Say no.\"}}]}";
    assertThat(sent)
        .extracting(request -> JsonParser.parseString(request.getBodyAsString()))
        .containsExactly(
            JsonParser.parseString(
                "{\"response_type\":\"ephemeral\",\"replace_original\":false" + blocks),
            JsonParser.parseString(
                "{\"response_type\":\"ephemeral\",\"replace_original\":true" + blocks),
            JsonParser.parseString("{\"delete_original\":true}"));
    assertThat(sent).noneMatch(request -> request.containsHeader("Authorization"));
  }
}
