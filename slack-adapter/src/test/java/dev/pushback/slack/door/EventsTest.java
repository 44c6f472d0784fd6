package dev.pushback.slack.door;

import static dev.pushback.slack.door.DoorWorld.command;
import static dev.pushback.slack.door.DoorWorld.home;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in at /slack/events, over real HTTP, and what isn't. */
class EventsTest {
  private static final String BODY = Signed.form(Map.of("command", "/pushback"));

  private final DoorWorld world;

  EventsTest() throws IOException {
    world = new DoorWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Nothing but the status: not who we are, nor what went wrong. */
  private static void isBare(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
  }

  private String at(long seconds) {
    return String.valueOf(DoorWorld.NOON.getEpochSecond() + seconds);
  }

  private HttpResponse<String> commandAt(String timestamp) throws IOException {
    String body = form("at " + timestamp);
    return Signed.send(
        world
            .slack
            .request(
                Signed.FORM,
                timestamp,
                body,
                world.slack.signature(timestamp, body.getBytes(StandardCharsets.UTF_8)))
            .build());
  }

  private static String form(String text) {
    return "command=%2Fpushback&team_id=T1&user_id=U1&text=" + text.replace(" ", "+");
  }

  @Test
  void aSignedCommandIsAnswered() throws IOException {
    HttpResponse<String> answer = world.slack.form(command("T1", "they want it by Friday, né 日本"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(answer.body()).isEqualTo("{\"text\":\"heard they want it by Friday, né 日本\"}");
    assertThat(world.heard).containsExactly("slack:T1 they want it by Friday, né 日本");
  }

  @Test
  void rawLettersOfAllLanguagesAreRightlySigned() throws IOException {
    HttpResponse<String> answer =
        world.slack.event(home("T1", "U1").replace("\"tab\"", "\"x\":\"é日本🖊\",\"tab\""));

    isBare(answer, 200);
    assertThat(world.heard).containsExactly("slack:T1 home U1");
  }

  @Test
  void aPressIsAcknowledged() throws IOException {
    isBare(
        world.slack.interaction(
            "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\","
                + "\"team_id\":\"T1\"},\"actions\":[{\"action_id\":\"press\",\"block_id\":\"b\","
                + "\"type\":\"button\"}]}"),
        200);
    assertThat(world.heard).containsExactly("slack:T1 press");
  }

  /** 1, 2, 3, 18: nothing but the signature opens, whatever stands in the body. */
  @Test
  void whoDoesNotSignStaysOutside() throws IOException {
    String now = at(0);
    String right = world.slack.signature(now, BODY.getBytes(StandardCharsets.UTF_8));
    String foreign =
        new Signature("another secret", world.clock)
            .sign(now, BODY.getBytes(StandardCharsets.UTF_8));

    isBare(
        Signed.send(
            HttpRequest.newBuilder(world.slack.uri())
                .header("Content-Type", Signed.FORM)
                .POST(HttpRequest.BodyPublishers.ofString(BODY + "&token=the-legacy-token"))
                .build()),
        401);
    for (String signature :
        List.of(foreign, right.toUpperCase(Locale.ROOT), "v0=", "v1" + right.substring(2))) {
      isBare(Signed.send(world.slack.request(Signed.FORM, now, BODY, signature).build()), 401);
    }
    isBare(Signed.send(world.slack.request(Signed.FORM, now, BODY + "x", right).build()), 401);
    assertThat(world.heard).isEmpty();
  }

  /** 4, 5. */
  @ParameterizedTest(name = "{0} s from now: {1}")
  @CsvSource({"-301, 401", "-299, 200", "0, 200", "300, 200", "301, 401", "86400, 401"})
  void aSignatureHoldsForFiveMinutesEitherWay(long seconds, int status) throws IOException {
    assertThat(commandAt(at(seconds)).statusCode()).isEqualTo(status);
    assertThat(world.heard).hasSize(status == 200 ? 1 : 0);
  }

  /** 6. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "",
        "1e99",
        "9223372036854775807",
        "-1773144000",
        "+1773144000",
        "1773144000.0"
      })
  void aTimeThatIsNoneIsRefused(String timestamp) throws IOException {
    isBare(commandAt(timestamp), 401);
    assertThat(world.heard).isEmpty();
  }

  /** 7. */
  @Test
  void twoSignaturesAreRefusedEvenIfBothAreRight() throws IOException {
    String right = world.slack.signature(at(0), BODY.getBytes(StandardCharsets.UTF_8));

    isBare(
        Signed.send(
            world
                .slack
                .request(Signed.FORM, at(0), BODY, right)
                .header(Signature.HEADER, right)
                .build()),
        401);
    isBare(
        Signed.send(
            world
                .slack
                .request(Signed.FORM, at(0), BODY, right)
                .header(Signature.TIMESTAMP, at(0))
                .build()),
        401);
  }

  @Test
  void whatWasCopiedComesInOnce() throws IOException {
    assertThat(world.slack.form(command("T1", "once")).statusCode()).isEqualTo(200);
    isBare(world.slack.form(command("T1", "once")), 401);
    assertThat(world.heard).containsExactly("slack:T1 once");
  }

  /** 8: each is signed anew; that it is the same event is for the listener to know. */
  @Test
  void slackMayTryAnEventAgain() throws IOException {
    for (int i = 0; i < 4; i++) {
      isBare(
          world.slack.event(
              home("T1", "U1"),
              "X-Slack-Retry-Num",
              "" + i,
              "X-Slack-Retry-Reason",
              "http_timeout"),
          200);
      world.now.set(DoorWorld.NOON.plusSeconds(i + 1));
    }
    assertThat(world.heard).hasSize(4);
  }

  /** 13. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"})
  void otherMethodsAreRefused(String method) throws IOException {
    isBare(
        Signed.send(
            HttpRequest.newBuilder(world.slack.uri())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build()),
        405);
  }

  /** 14. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonx",
        "x"
      })
  void otherKindsOfBodiesAreRefused(String type) throws IOException {
    isBare(world.slack.post(type, BODY), 415);
    isBare(world.slack.post(Signed.FORM, BODY, "Content-Encoding", "gzip"), 415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"UTF-8\""
      })
  void slacksOwnKindsAreTaken(String type) throws IOException {
    isBare(world.slack.post(type, home("T1", "U1")), 200);
  }

  /** 15. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[1,2]",
        "null",
        "7",
        "{",
        "{}",
        "{} {}",
        "{\"type\":null}",
        "{\"type\":{}}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":null}",
        "{\"type\":\"event_callback\",\"event\":[]}",
        "{\"type\":\"event_callback\",\"event\":{}}",
        "{\"type\":\"event_callback\",\"type\":\"event_callback\",\"event\":{\"type\":\"x\"}}",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_home_opened\",\"channel_id\":{}}}",
        "{\"type\":\"event_callback\",\"authorizations\":7,\"event\":{\"type\":\"x\"}}",
        "{\"type\":\"url_verification\"}",
        "NESTED"
      })
  void brokenEventsThatAreSignedAreRefused(String json) throws IOException {
    String body =
        json.equals("NESTED")
            ? "{\"type\":\"x\",\"a\":" + "[".repeat(65) + "]".repeat(65) + "}"
            : json;

    isBare(world.slack.event(body), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "=b",
        "a=b",
        "command",
        "command=%2Fpushback",
        "command=%2Fpushback&team_id=&user_id=U1",
        "command=%zz&team_id=T1&user_id=U1",
        "command=a&command=b&team_id=T1&user_id=U1",
        "payload=",
        "payload=broken",
        "payload=%5B%5D",
        "payload=%7B%22type%22%3Anull%7D",
        "payload=%7B%22type%22%3A%22view_submission%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%7D&command=%2Fpushback"
      })
  void brokenFormsThatAreSignedAreRefused(String form) throws IOException {
    isBare(world.slack.post(Signed.FORM, form), 400);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    byte[] body = {'a', '=', (byte) 0xff, (byte) 0xfe};

    isBare(
        Signed.send(
            HttpRequest.newBuilder(world.slack.uri())
                .header("Content-Type", Signed.FORM)
                .header(Signature.TIMESTAMP, at(0))
                .header(Signature.HEADER, world.slack.signature(at(0), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build()),
        400);
  }

  /** 16, and whatever else Slack may think of. */
  @Test
  void whatIsNewIsAcknowledgedAndIgnored() throws IOException {
    isBare(
        world.slack.event(home("T1", "U1").replace("app_home_opened", "something_of_2030")), 200);
    isBare(world.slack.event("{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}"), 200);
    isBare(
        world.slack.interaction(
            "{\"type\":\"something_of_2030\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"}}"),
        200);
    assertThat(world.heard).isEmpty();
  }

  /** Whoever only looks whether we are there gets no further than anybody else. */
  @Test
  void aCheckOfTheCertificateIsSignedTooOrRefused() throws IOException {
    isBare(
        Signed.send(
            HttpRequest.newBuilder(world.slack.uri())
                .header("Content-Type", Signed.FORM)
                .POST(HttpRequest.BodyPublishers.ofString("ssl_check=1&token=t"))
                .build()),
        401);
    isBare(world.slack.form("ssl_check", "1", "token", "t"), 200);
    assertThat(world.heard).isEmpty();
  }

  /** 17. */
  @Test
  void aWorkspaceThatHasNoCoachIsToldSoPrivatelyAndItsEventsAreIgnored() throws IOException {
    HttpResponse<String> answer = world.slack.form(command("T2", "hello"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"response_type\":\"ephemeral\",\"text\":\""
                + Authorization.NOT_HERE.replace("'", "\\u0027")
                + "\"}");
    isBare(world.slack.event(home("T2", "U1")), 200);
    isBare(
        world.slack.interaction(
            "{\"type\":\"block_actions\",\"team\":{\"id\":\"T2\"},\"user\":{\"id\":\"U1\"},"
                + "\"actions\":[{\"action_id\":\"press\"}]}"),
        200);
    assertThat(world.heard).isEmpty();
  }

  @Test
  void aWholeOrganisationMayHaveInstalledIt() throws IOException {
    world.store.installations().save(DoorWorld.installation("slack:E1", "xoxb-org"));

    isBare(
        world.slack.event(
            home("T5", "U1")
                .replace(
                    "\"event_id\"",
                    "\"authorizations\":[{\"enterprise_id\":\"E1\",\"team_id\":null,\"user_id\":\"UBOT\","
                        + "\"is_bot\":true,\"is_enterprise_install\":true}],\"event_id\"")),
        200);
    assertThat(world.heard).containsExactly("slack:E1 home U1");
  }

  @Test
  void itDoesNotHearItself() throws IOException {
    isBare(world.slack.event(home("T1", "UBOT")), 200);
    assertThat(world.heard).isEmpty();
  }

  /** 19. */
  @Test
  void slackMayVerifyTheAddress() throws IOException {
    String body = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw1aB\"}";

    HttpResponse<String> answer = world.slack.event(body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(answer.body()).isEqualTo("3eZbrw1aB");
    isBare(Signed.send(world.slack.request(Signed.JSON, at(0), body, "v0=00").build()), 401);
  }

  @Test
  void aListenerThatFailsShowsNothingOfIt() throws IOException {
    isBare(world.slack.form(command("T1", "fail: the secret words")), 500);
    isBare(world.slack.form("command", "/other", "team_id", "T1", "user_id", "U1"), 404);
  }
}
