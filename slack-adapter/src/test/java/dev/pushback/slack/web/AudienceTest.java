package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.pushback.slack.web.FakeSlack.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is around; whatever isn't clear counts as people from outside. */
class AudienceTest {
  private static final String INFO = "conversations.info";
  private static final String INTERNAL =
      "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_channel\":true,\"is_ext_shared\":false}}";
  private static final String EXTERNAL =
      "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_channel\":true,\"is_ext_shared\":true}}";

  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client = slack.client();

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  @ParameterizedTest(name = "{0}: {1}, in place {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "is_channel":true,"is_ext_shared":false                                             ; INTERNAL   ; true
          "is_channel":true,"is_ext_shared":false,"is_private":false,"is_org_shared":false    ; INTERNAL   ; true
          "is_channel":true,"is_ext_shared":false,"is_private":true                           ; PRIVATE    ; true
          "is_group":true,"is_ext_shared":false                                               ; PRIVATE    ; true
          "is_mpim":true,"is_ext_shared":false,"is_private":true                              ; PRIVATE    ; true
          "is_im":true,"user":"U1"                                                            ; DIRECT     ; true
          "is_im":true,"user":"U1","is_ext_shared":true                                       ; EXTERNAL   ; false
          "is_channel":true,"is_ext_shared":false,"is_shared":true,"is_org_shared":true       ; ORG_SHARED ; true
          "is_channel":true,"is_ext_shared":true,"is_shared":true                             ; EXTERNAL   ; false
          "is_channel":true,"is_ext_shared":true,"is_org_shared":true,"is_private":true       ; EXTERNAL   ; false
          "is_channel":true,"is_ext_shared":false,"is_pending_ext_shared":true                ; EXTERNAL   ; false
          "is_channel":true                                                                   ; UNKNOWN    ; false
          "is_channel":true,"is_ext_shared":"false"                                           ; UNKNOWN    ; false
          "is_channel":true,"is_ext_shared":null                                              ; UNKNOWN    ; false
          """)
  void aChannelIsWhatSlackSaysNow(String flags, Audience expected, boolean inPlace) {
    slack.answers(INFO, "{\"ok\":true,\"channel\":{\"id\":\"C1\"," + flags + "}}");

    assertThat(client.channel(TENANT, "C1")).isEqualTo(expected);
    assertThat(expected.allowsInPlace()).isEqualTo(inPlace);
    assertThat(FakeSlack.argument(slack.requests(INFO).get(0), "channel")).isEqualTo("C1");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":false,"error":"channel_not_found"}
          200; {"ok":false,"error":"missing_scope"}
          200; {"ok":false,"error":"internal_error"}
          200; {"ok":true}
          200; {"ok":true,"channel":[]}
          200; {"ok":true,"channel":{"id":"C2","is_ext_shared":false}}
          200; <html></html>
          200; ''
          429; ''
          500; ''
          """)
  void whatSlackDoesNotSayIsUnknown(int status, String body) {
    slack.answers(INFO, FakeSlack.status(status, body));

    assertThat(client.channel(TENANT, "C1")).isEqualTo(Audience.UNKNOWN);
    assertThat(slack.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenConnectionLeavesItUnknown(Fault fault) {
    slack.answers(INFO, aResponse().withFault(fault));

    assertThat(client.channel(TENANT, "C1")).isEqualTo(Audience.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "general", "U1", "C1&channel=C2", "c1"})
  void whatIsNoChannelIsUnknownAndNotAskedFor(String id) {
    assertThat(client.channel(TENANT, id)).isEqualTo(Audience.UNKNOWN);
    assertThat(slack.requests()).isZero();
  }

  @Test
  void whatWasReadCountsForAMinuteOrUntilSomethingChanges() {
    Channels channels = new Channels(client, slack::ticks);
    slack.answers(INFO, INTERNAL);
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.INTERNAL);
    slack.answers(INFO, EXTERNAL);
    slack.pass(Duration.ofSeconds(59));
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.INTERNAL);
    assertThat(slack.requests()).isEqualTo(1);
    slack.pass(Duration.ofSeconds(1));
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.EXTERNAL);

    slack.answers(INFO, INTERNAL);
    channels.forget("C2");
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.EXTERNAL);
    channels.forget("C1");
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.INTERNAL);
  }

  @Test
  void eachTenantIsAskedForItself() {
    Channels channels = new Channels(client, slack::ticks);
    slack.answers(INFO, INTERNAL);
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.INTERNAL);
    slack.answers(INFO, EXTERNAL);
    assertThat(channels.of("slack:T2", "C1")).isEqualTo(Audience.EXTERNAL);
  }

  @Test
  void whoeverMustKnowNowAsksAndTheOthersKnowItToo() {
    Channels channels = new Channels(client, slack::ticks);
    slack.answers(INFO, INTERNAL);
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.INTERNAL);
    slack.answers(INFO, EXTERNAL);
    slack.pass(Duration.ofSeconds(50));
    assertThat(channels.fresh(TENANT, "C1")).isEqualTo(Audience.EXTERNAL);
    slack.pass(Duration.ofSeconds(50));
    assertThat(channels.known(TENANT, "C1")).contains(Audience.EXTERNAL);
    assertThat(slack.requests()).isEqualTo(2);

    slack.answers(INFO, "{\"ok\":false,\"error\":\"internal_error\"}");
    assertThat(channels.fresh(TENANT, "C1")).isEqualTo(Audience.UNKNOWN);
    assertThat(channels.known(TENANT, "C1")).isEmpty();
  }

  @Test
  void whatIsUnknownIsAskedForAgain() {
    Channels channels = new Channels(client, slack::ticks);
    slack.answers(INFO, "{\"ok\":false,\"error\":\"channel_not_found\"}");
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.UNKNOWN);
    slack.answers(INFO, INTERNAL);
    assertThat(channels.of(TENANT, "C1")).isEqualTo(Audience.INTERNAL);
  }
}
