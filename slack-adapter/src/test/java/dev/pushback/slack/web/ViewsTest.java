package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.pushback.slack.web.FakeSlack.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.JsonParser;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
  private static final View VIEW =
      View.builder()
          .type("modal")
          .title(ViewTitle.builder().type(PlainTextObject.TYPE).text("A nudge").build())
          .blocks(FakeSlack.blocks("Say no."))
          .build();

  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client = slack.client();

  @AfterEach
  void end() {
    client.close();
    slack.close();
  }

  private static String show(ViewOutcome outcome) {
    if (outcome instanceof ViewOutcome.Shown shown) {
      return "shown " + shown.viewId() + " " + shown.hash();
    }
    return outcome instanceof ViewOutcome.Failed failed
        ? failed.code()
        : outcome.getClass().getSimpleName();
  }

  private List<String> all() {
    return Stream.of(
            client.openView(TENANT, "1.2.abc", VIEW),
            client.pushView(TENANT, "1.2.abc", VIEW),
            client.updateView(TENANT, "V1", Optional.of("h0"), VIEW),
            client.publishHome(TENANT, "U1", VIEW))
        .map(ViewsTest::show)
        .distinct()
        .toList();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          200; {"ok":true,"view":{"id":"V1","hash":"h1"}}      ; shown V1 h1
          200; {"ok":true}                                     ; no-view
          200; {"ok":true,"view":{"id":7}}                     ; no-view
          200; {"ok":false,"error":"expired_trigger_id"}       ; Expired
          200; {"ok":false,"error":"exchanged_trigger_id"}     ; Expired
          200; {"ok":false,"error":"trigger_expired"}          ; Expired
          200; {"ok":false,"error":"not_found"}                ; Gone
          200; {"ok":false,"error":"view_not_found"}           ; Gone
          200; {"ok":false,"error":"hash_conflict"}            ; Gone
          200; {"ok":false,"error":"invalid_arguments"}        ; invalid_arguments
          200; {"ok":false,"error":"push_limit_reached"}       ; push_limit_reached
          200; {"ok":false,"error":"fatal_error"}              ; fatal_error
          200; <html></html>                                   ; unreadable-reply
          429; ''                                              ; rate-limited
          500; ''                                              ; http-500
          """)
  void aViewIsShownOrItIsKnownWhyNot(int status, String body, String expected) {
    for (String method : List.of("views.open", "views.push", "views.update", "views.publish")) {
      slack.answers(method, FakeSlack.status(status, body));
    }
    assertThat(all()).containsExactly(expected);
    assertThat(slack.requests()).isEqualTo(4);
  }

  @Test
  void aConnectionThatBreaksIsAFailureAndNothingIsRepeated() {
    slack.answers("views.open", aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThat(show(client.openView(TENANT, "1.2.abc", VIEW))).isEqualTo("connection-lost");
    assertThat(slack.requests()).isEqualTo(1);
  }

  @Test
  void saysWhichViewAndWhatItWas() {
    slack.answers("views.update", "{\"ok\":true,\"view\":{\"id\":\"V1\"}}");
    client.updateView(TENANT, "V1", Optional.of("h0"), VIEW);
    client.updateView(TENANT, "V1", Optional.empty(), VIEW);

    List<LoggedRequest> sent = slack.requests("views.update");
    assertThat(FakeSlack.argument(sent.get(0), "view_id")).isEqualTo("V1");
    assertThat(FakeSlack.argument(sent.get(0), "hash")).isEqualTo("h0");
    assertThat(sent.get(1).formParameters()).doesNotContainKey("hash");
    assertThat(JsonParser.parseString(FakeSlack.argument(sent.get(0), "view")))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"type":"modal","title":{"type":"plain_text","text":"A nudge","emoji":false},"blocks":
                [{"type":"section","text":{"type":"plain_text","text":"Say no."}}]}
                """));
  }
}
