package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.pushback.slack.PretendSlack.Call;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing the coach says to a person reaches anybody else. Each test is a way in which it could.
 */
class LeakTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  private final Scene scene;

  LeakTest() throws IOException {
    scene = new Scene();
  }

  @BeforeEach
  void forget() {
    scene.slack.forget();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @CsvSource({
    "internal,        is_channel,                        respond",
    "private,         is_group is_private,               respond",
    "group message,   is_mpim is_private,                respond",
    "with the coach,  is_im,                             respond",
    "org-shared,      is_channel is_shared is_org_shared, respond",
    "shared,          is_channel is_shared is_ext_shared, views.open",
    "pending,         is_channel is_pending_ext_shared,  views.open",
    "unknown,         '',                                views.open",
  })
  void whereACommandIsTypedDecidesWhereItIsAnswered(String name, String flags, String surface)
      throws IOException {
    if (flags.isBlank()) {
      scene.slack.hide("C7");
    } else {
      scene.slack.channel("C7", flags.split(" ")).put("user", "U1");
    }

    assertThat(scene.command("C7", KICK_OFF).body()).as("told the channel").isEmpty();
    Call answer = scene.slack.await(surface);

    assertThat(answer.shown()).contains("Only you can see this", "April");
    scene.finish();
    assertThat(scene.slack.calls()).as(name).hasSize(1).allSatisfy(LeakTest::isPrivate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratelimited", "internal_error", "missing_scope", "channel_not_found"})
  void whereSlackDoesNotSayWhoIsThereItIsAnsweredAsIfAPartnerWere(String code) throws IOException {
    scene.slack.fails("conversations.info", code);

    assertThat(scene.command("C1", KICK_OFF).body()).isEmpty();

    scene.slack.await("views.open");
    assertThat(scene.slack.calls()).hasSize(1).allSatisfy(LeakTest::isPrivate);
  }

  @Test
  void whereNoWindowCanBeOpenedThePersonIsWrittenTo() throws IOException {
    scene.slack.hide("C1");
    scene.slack.fails("views.open", "expired_trigger_id");

    assertThat(scene.command("C1", KICK_OFF).body()).isEmpty();

    Call written = scene.slack.await("chat.postMessage");
    assertThat(written.body().path("channel").asText()).isEqualTo("U1");
    assertThat(written.body().path("text").asText()).isEqualTo("pushback: something for you");
    assertThat(scene.slack.calls()).allSatisfy(LeakTest::isPrivate);
  }

  @Test
  void aChannelThatBecameExternalIsNoticedWhenAButtonIsPressed() throws IOException {
    Call script = scene.said(KICK_OFF);
    String softer = script.button("Softer");
    scene.slack.channel("C1", "is_channel", "is_ext_shared");
    scene.slack.forget();

    assertThat(scene.press("C1", softer).body()).isNullOrEmpty();

    scene.slack.await("views.open");
    assertThat(scene.slack.await("respond").body().path("delete_original").asBoolean()).isTrue();
    assertThat(scene.slack.calls()).hasSize(2).allSatisfy(LeakTest::isPrivate);
  }

  @Test
  void aMessageThatOthersSeeIsNeverReplaced() throws IOException {
    Call script = scene.said(KICK_OFF);
    scene.slack.forget();

    scene.press(
        "U1",
        PretendSlack.TEAM,
        script.button("Softer"),
        container ->
            container.put("type", "message").put("channel_id", "C1").put("is_ephemeral", false));

    scene.slack.await("views.open");
    scene.finish();
    assertThat(scene.slack.calls()).hasSize(1);
  }

  @Test
  void whoeverBelongsToAnotherOrganisationIsToldNothing() throws IOException {
    Call script = scene.said(KICK_OFF);
    scene.slack.forget();

    scene.press(
        "U9",
        "T9",
        script.button("Softer"),
        container ->
            container.put("type", "message").put("channel_id", "C1").put("is_ephemeral", true));

    assertThat(scene.slack.await("respond").shown())
        .contains("This isn't for you")
        .doesNotContain("April", "kick-off");
  }

  @Test
  void aButtonOfSomebodyElseDoesNothing() throws IOException {
    Call waiting = scene.said("track the signed NDA with Rivera by Friday");
    String done =
        waiting.buttons().values().stream()
            .filter(value -> value.contains("done"))
            .findFirst()
            .orElseThrow();
    scene.slack.forget();

    scene.press(
        "U2",
        PretendSlack.TEAM,
        done,
        container ->
            container.put("type", "message").put("channel_id", "C1").put("is_ephemeral", true));

    assertThat(scene.slack.await("respond").shown()).doesNotContain("NDA", "Rivera");
    assertThat(scene.said("waiting").shown()).contains("signed NDA");
  }

  @Test
  void buttonsCarryIdsAndVerbsAndNothingOfWhatWasSaid() throws IOException {
    for (String said :
        List.of(KICK_OFF, "track the signed NDA with Rivera by Friday", "waiting", "cases")) {
      assertThat(scene.said(said).buttons().values())
          .as(said)
          .allSatisfy(value -> assertThat(value).matches("[\\w-]*\\|[a-z]+( [\\w-]+)*"));
    }
  }

  @Test
  void theNotificationOfANudgeSaysNothing() throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");
    scene.clock.set(TestCoach.TUESDAY.plusSeconds(8 * 86_400L + 3_600));
    scene.slack.forget();

    scene.adapter.tick();

    Call nudge = scene.slack.await("chat.postMessage");
    assertThat(nudge.body().path("text").asText()).isEqualTo("pushback: something for you");
    assertThat(nudge.body().path("metadata").toString()).doesNotContain("NDA", "Rivera", "U1");
    assertThat(nudge.shown()).contains("NDA");
    assertThat(scene.slack.calls()).allSatisfy(LeakTest::isPrivate);
  }

  /** Ephemeral, a window, one's own tab, or a message to one person. */
  private static void isPrivate(Call call) {
    JsonNode body = call.body();
    switch (call.method()) {
      case "respond" ->
          assertThat(body.path("response_type").asText("ephemeral")).isEqualTo("ephemeral");
      case "views.open", "views.push", "views.update", "views.publish" ->
          assertThat(body.path("view").path("type").asText()).isIn("modal", "home");
      case "chat.postMessage" -> assertThat(body.path("channel").asText()).matches("[UDW]\\w+");
      default -> throw new AssertionError("something public: " + call.method());
    }
  }

  private static JavaClasses adapter() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("dev.pushback.slack");
  }

  @Test
  void nothingInTheByteCodeSpeaksInPublic() {
    ArchRuleDefinition.noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "say, or post for a part of a channel",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("com.slack")
                        && List.of(
                                "say",
                                "chatPostEphemeral",
                                "chatPostMessage",
                                "chatScheduleMessage")
                            .contains(call.getName())))
        .check(adapter());
    ArchRuleDefinition.noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "answer through the context, which may answer publicly",
                call ->
                    call.getName().equals("respond")
                        && call.getTargetOwner().getPackageName().startsWith("com.slack")))
        .check(adapter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"in_channel", "chat:write.public", "chat.postEphemeral"})
  void noClassKnowsTheWordForPublic(String word) throws IOException, URISyntaxException {
    URI here = Objects.requireNonNull(SlackMain.class.getResource("SlackMain.class")).toURI();
    // As it stands among the constants of a class: a tag, the length, the word.
    String constant = "\u0001\u0000" + (char) word.length() + word;
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(Path.of(here).getParent()))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(classes).hasSizeGreaterThan(30);
      for (Path file : classes) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.getFileName().toString())
            .doesNotContain(constant);
      }
    }
  }
}
