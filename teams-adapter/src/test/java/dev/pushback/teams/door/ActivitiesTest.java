package dev.pushback.teams.door;

import static dev.pushback.teams.door.DoorWorld.activity;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.teams.FakeMicrosoft;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an activity, and what is none. */
class ActivitiesTest {
  private static Optional<Arrival> read(String body) {
    return Activities.read(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "7",
        "\"message\"",
        "[]",
        "{}",
        "{",
        "{]",
        "{\"type\":}",
        "{type:\"message\"}",
        "{'type':'message'}",
        "{\"type\":\"message\"}"
      })
  void brokenOnesAreNone(String body) {
    assertThat(read(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]", "null", ","})
  void nothingFollows(String tail) {
    assertThat(read(activity("message") + " \n")).isPresent();
    assertThat(read(activity("message") + tail)).isEmpty();
  }

  @Test
  void noNameStandsTwice() {
    String once = activity("message").toString();

    assertThat(read(once.replaceFirst("\\{", "{\"type\":\"invoke\","))).isEmpty();
  }

  /** However deep, it must not take the program down. */
  @ParameterizedTest(name = "{0} deep: {1}")
  @CsvSource({"50, true", "63, true", "70, false", "100000, false"})
  void thereIsAnEndToHowDeepItGoes(int depth, boolean taken) {
    String deep = "[".repeat(depth) + "]".repeat(depth);
    String body = activity("message").toString().replaceFirst("\\{", "{\"x\":" + deep + ",");

    assertThat(read(body).isPresent()).isEqualTo(taken);
  }

  @Test
  void thereIsAnEndToHowLongANumberIs() {
    String number = "9".repeat(1000);
    String body = activity("message").toString().replaceFirst("\\{", "{\"x\":" + number + ",");

    assertThat(read(body)).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreNone() {
    byte[] body = activity("message").toString().getBytes(StandardCharsets.UTF_8);
    body[body.length - 5] = (byte) 0xff;

    assertThat(Activities.read(body)).isEmpty();
    assertThat(Activities.read(activity("message").toString().getBytes(StandardCharsets.UTF_16)))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/type",
        "/channelId",
        "/serviceUrl",
        "/from/id",
        "/from",
        "/conversation/id",
        "/recipient/id",
        "/recipient"
      })
  void withoutThisItIsNone(String where) {
    for (String value :
        new String[] {"null", "\"\"", "\" \"", "7", "{}", "[]", "\"\\u0000\"", "\"a\\nb\""}) {
      assertThat(read(with(where, value).toString())).describedAs(value).isEmpty();
    }
    ObjectNode without = activity("message");
    parent(without, where).remove(name(where));
    assertThat(read(without.toString())).isEmpty();
    assertThat(read(with(where, "\"" + "x".repeat(1001) + "\"").toString())).isEmpty();
  }

  private static ObjectNode parent(ObjectNode activity, String where) {
    return (ObjectNode) activity.at(where.substring(0, where.lastIndexOf('/')));
  }

  private static String name(String where) {
    return where.substring(where.lastIndexOf('/') + 1);
  }

  private static ObjectNode with(String where, String value) {
    ObjectNode activity = activity("message");
    parent(activity, where).set(name(where), DoorWorld.json(value));
    return activity;
  }

  /** In what is asked for by name, anything may stand. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/id",
        "/name",
        "/action",
        "/text",
        "/value",
        "/replyToId",
        "/localTimezone",
        "/entities",
        "/from/name",
        "/from/aadObjectId",
        "/conversation/conversationType",
        "/recipient/isTargeted"
      })
  void theRestIsMissingIfItIsWrong(String where) {
    for (String value : new String[] {"null", "7", "{}", "[]", "[[]]", "[null]"}) {
      Arrival arrival = read(with(where, value).toString()).orElseThrow();
      assertThat(arrival.name()).isEmpty();
      assertThat(arrival.action()).isEmpty();
      assertThat(arrival.text()).isIn("", "hello");
      assertThat(arrival.replyTo()).isEmpty();
      assertThat(arrival.isTargeted()).isFalse();
      assertThat(arrival.zone()).isIn(Optional.empty(), Optional.of("Europe/Berlin"));
      assertThat(arrival.id()).isIn(Optional.empty(), Optional.of("1700000000000"));
      assertThat(arrival.fromName()).isIn(Optional.empty(), Optional.of("Maya"));
      assertThat(arrival.conversationType()).isIn("", "personal");
      assertThat(arrival.directoryId().map(String::length)).isIn(Optional.empty(), Optional.of(36));
    }
  }

  @ParameterizedTest(name = "channelData {0}, conversation {1}: {2}")
  @CsvSource({
    "\"t1\", \"t1\", t1",
    "\"T1\", \"t1\", t1",
    "\"t1\", null,   t1",
    "null,   \"t1\", t1",
    "null,   null,   ",
    "\"t1\", \"t2\", ",
    "\"t1\", 7,      ",
    "7,      \"t1\", ",
    "\"\",   \"t1\", ",
    "\"a b\",null,   ",
  })
  void theOrganisationStandsInOneOfTwoPlaces(String one, String other, String tenant) {
    ObjectNode activity = with("/channelData/tenant/id", one);
    ((ObjectNode) activity.get("conversation")).set("tenantId", DoorWorld.json(other));

    assertThat(read(activity.toString()).map(Arrival::tenant))
        .isEqualTo(Optional.ofNullable(tenant));
  }

  @Test
  void aPrivateMessageInAGroupIsToldFromOthers() {
    assertThat(read(with("/recipient/isTargeted", "true").toString()).orElseThrow().isTargeted())
        .isTrue();
  }

  @Test
  void theZoneMayStandWithTheClientsDetails() {
    ObjectNode activity =
        with("/entities", "[{\"type\":\"clientInfo\",\"timezone\":\"Asia/Tokyo\"}]");
    activity.remove("localTimezone");

    assertThat(read(activity.toString()).orElseThrow().zone()).hasValue("Asia/Tokyo");
  }

  @Test
  void timesAndLocaleAreLeftOut() {
    Arrival arrival = read(activity("message").toString()).orElseThrow();

    assertThat(arrival.json().has("text")).isTrue();
    assertThat(arrival.json().has("timestamp")).isFalse();
    assertThat(arrival.json().has("localTimestamp")).isFalse();
    assertThat(arrival.json().has("locale")).isFalse();
    assertThat(arrival.tenant()).isEqualTo(FakeMicrosoft.TENANT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "{}", "{\"type\":\"message\"}"})
  void brokenOnesAreRefusedWithoutAWord(String body) throws IOException {
    try (DoorWorld world = new DoorWorld()) {
      HttpResponse<String> answer =
          DoorWorld.send(world.request(body).header("Authorization", world.token().bearer()));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEmpty();
      assertThat(world.microsoft.metadataAsked()).isZero();
    }
  }
}
