package dev.pushback.teams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.TurnContext;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.teams.Scene.Answer;
import dev.pushback.teams.adaptivecard.Dialogs;
import dev.pushback.teams.web.Aside;
import dev.pushback.teams.web.Notice;
import dev.pushback.teams.web.TeamsClient;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing the coach says to a person reaches anybody else. Each test is a way in which it could.
 */
class LeakTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  /** Teams said no and did nothing, so the answer goes another way. */
  private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 412, 413, 503);

  /** The connection ends without an answer. */
  private static final int CUT = 0;

  private static final JavaClasses ADAPTER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.pushback.teams");

  private final Scene scene = new Scene();

  LeakTest() throws IOException {
    // Scene starts servers, which may fail.
  }

  @AfterEach
  void close() {
    scene.close();
  }

  /** How the coach can be called where others read, and what Teams says to a private message. */
  static Stream<Arguments> callsAmongOthers() {
    List<Integer> all =
        Stream.concat(REFUSED.stream(), Stream.of(201, 429, 500, 502, 504, CUT)).sorted().toList();
    return Stream.of(
            calls("mention", "groupChat", all),
            calls("mention", "channel", List.of(CUT, 400, 403, 404, 429, 500, 502)),
            calls("slash", "groupChat", List.of(CUT, 400, 403, 404, 429, 500, 502)),
            calls("slash", "channel", List.of(CUT, 400, 403, 404, 429, 500, 502)),
            calls("slash", "", List.of(403)),
            calls("button", "channel", List.of(CUT, 403, 429)),
            calls("old button", "groupChat", List.of(CUT, 403, 429)))
        .flatMap(calls -> calls);
  }

  private static Stream<Arguments> calls(String way, String type, List<Integer> statuses) {
    return statuses.stream().map(status -> Arguments.of(type, way, status));
  }

  @ParameterizedTest(name = "{1} in a {0}, and Teams says {2}")
  @MethodSource("callsAmongOthers")
  void nothingPublicFollowsWhateverTeamsSaysToAPrivateMessage(String type, String way, int status)
      throws IOException {
    JsonNode softer = scene.said(KICK_OFF).seen().button("Softer");
    scene.teams.forget();
    if (status != 201) {
      scene.teams.refuses(Call::isTargeted, status, "Whatever");
    }

    call(type, way, softer);
    scene.finish();

    List<Call> calls = scene.teams.calls();
    assertThat(calls).allSatisfy(LeakTest::isPrivateOrANotice);
    boolean mayNotify = way.equals("mention") && REFUSED.contains(status);
    assertThat(calls.stream().filter(Call::isPublic)).hasSize(mayNotify ? 1 : 0);
    boolean isDoubtful = status == CUT || (status >= 500 && !REFUSED.contains(status));
    assertThat(calls.stream().filter(call -> call.conversation().equals(Scene.chat("ada"))))
        .as("in their own chat")
        .hasSize(way.equals("mention") || REFUSED.contains(status) || status == 429 ? 1 : 0);
    if (isDoubtful) {
      assertThat(calls.stream().filter(Call::isTargeted)).as("it may have arrived").hasSize(1);
    }
  }

  private void call(String type, String way, JsonNode softer) throws IOException {
    ObjectNode there = scene.activity("message", "ada", Scene.GROUP, type);
    int status =
        switch (way) {
          case "slash" -> scene.inGroup("ada", type, true, "/pushback " + KICK_OFF).statusCode();
          case "mention" -> scene.inGroup("ada", type, false, KICK_OFF).statusCode();
          case "old button" -> scene.submit(there, softer).statusCode();
          default -> {
            assertThat(scene.press(there.put("type", "invoke"), softer).path("value").asText())
                .isEqualTo("Only you see my answer.");
            yield 202;
          }
        };
    assertThat(status).isEqualTo(202);
  }

  /** For one person's eyes, and for theirs who asked; or a sentence that says nothing. */
  private static void isPrivateOrANotice(Call call) {
    JsonNode body = call.body();
    if (call.isOpening()) {
      assertThat(body.path("members").findValuesAsText("id")).containsExactly("ada");
      return;
    }
    if (!call.isPublic()) {
      assertThat(body.path("recipient").path("id").asText()).isEqualTo("29:ada");
      return;
    }
    assertThat(call.method()).isEqualTo("POST");
    assertThat(body.path("text").asText())
        .isIn(
            Arrays.stream(Notice.values())
                .map(notice -> notice.message().path("text").asText())
                .toList());
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "type", "text", "channelId", "from", "conversation", "channelData");
    assertThat(body.path("channelData").fieldNames()).toIterable().containsExactly("tenant");
  }

  @ParameterizedTest(name = "{0}, and Teams says {1}")
  @CsvSource({"slash, 403", "slash, 500", "mention, 403", "mention, 429", "button, 404"})
  void noneFollowsEitherIfTheirOwnChatCanNotBeReached(String way, int status) throws IOException {
    JsonNode softer = scene.said(KICK_OFF).seen().button("Softer");
    scene.teams.forget();
    scene.teams.refuses(call -> !call.isPublic(), status, "ConversationBlockedByUser");

    call("channel", way, softer);
    scene.finish();

    assertThat(scene.teams.calls()).isNotEmpty().allSatisfy(LeakTest::isPrivateOrANotice);
    assertThat(scene.teams.calls().stream().filter(Call::isPublic).map(call -> call.seen().text()))
        .allMatch(text -> text.startsWith("I answer in private only."))
        .hasSize(way.equals("mention") && status == 403 ? 1 : 0);
  }

  private ObjectNode foreigner(String type, String conversation, String conversationType) {
    ObjectNode activity = scene.activity(type, "eve", conversation, conversationType);
    ((ObjectNode) activity.path("from")).put("tenantId", "9e9e9e9e-5555-4666-8777-888888888888");
    return activity;
  }

  @Test
  void whoeverBelongsToAnotherOrganisationIsToldNothing() throws IOException {
    ObjectNode softer = scene.said(KICK_OFF).seen().button("Softer");
    scene.teams.forget();
    ObjectNode data = Scene.JSON.createObjectNode().set("data", softer);
    ObjectNode asked = data.deepCopy();
    asked.putObject("messagePayload").putObject("body").put("content", "We want " + KICK_OFF);

    assertThat(scene.press(foreigner("invoke", "a:eve", "personal"), softer).path("value").asText())
        .isEqualTo("This belongs to somebody of another organisation.");
    for (String name :
        List.of(
            "task/fetch",
            "task/submit",
            "composeExtension/fetchTask",
            "composeExtension/submitAction")) {
      ObjectNode invoke = foreigner("invoke", Scene.GROUP, "channel");
      assertThat(new Seen(scene.invoke(invoke, name, asked)).text())
          .as(name)
          .contains("This isn't for you")
          .doesNotContain("April", "February");
    }
    for (ObjectNode activity :
        List.of(
            foreigner("message", "a:eve", "personal").put("text", KICK_OFF),
            foreigner("installationUpdate", "a:eve", "personal").put("action", "add"))) {
      assertThat(scene.send(activity).statusCode()).isEqualTo(202);
    }
    assertThat(scene.teams.calls()).isEmpty();

    Answer mentioned =
        scene.send(foreigner("message", Scene.GROUP, "channel").put("text", KICK_OFF));
    scene.finish();
    assertThat(mentioned.statusCode()).isEqualTo(202);
    assertThat(scene.teams.calls()).hasSize(1);
    assertThat(scene.teams.calls().get(0).isTargeted()).isTrue();
    assertThat(scene.teams.calls().get(0).seen().text())
        .contains("This isn't for you")
        .doesNotContain("April", "February");
    assertThat(scene.store.conversations().of(Speaker.tenant(FakeMicrosoft.TENANT)))
        .extracting(one -> one.user())
        .containsExactly("ada");
  }

  @Test
  void theyAreNotAnsweredWhereAllCanReadEitherIfTeamsRefusesThat() throws IOException {
    scene.teams.refuses(Call::isTargeted, 403, "TargetedMessagesDisabled");

    Answer mentioned =
        scene.send(foreigner("message", Scene.GROUP, "channel").put("text", KICK_OFF));
    scene.finish();

    assertThat(mentioned.statusCode()).isEqualTo(202);
    assertThat(scene.teams.calls()).hasSize(1).allMatch(Call::isTargeted);
  }

  @Test
  void aButtonOfSomebodyElseDoesNothing() throws IOException {
    Seen waiting = scene.said("track the signed NDA with Rivera by Friday").seen();
    JsonNode done = command(waiting, "done");

    Seen pressed = scene.press("sam", done);

    assertThat(pressed.text())
        .contains("Only you can see this", "isn't remembered any more")
        .doesNotContain("NDA", "Rivera");
    assertThat(scene.said("waiting").seen().text()).contains("signed NDA");
  }

  private static JsonNode command(Seen seen, String command) {
    return seen.buttons().values().stream()
        .filter(data -> data.path("say").asText().startsWith(command))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCaseOfSomebodyElseIsNobodys() throws IOException {
    JsonNode softer = scene.said(KICK_OFF).seen().button("Softer");

    assertThat(scene.press("sam", softer).text())
        .contains("Only you can see this")
        .doesNotContain("April", "kick-off");
  }

  @Test
  void buttonsCarryIdsAndVerbsAndNothingOfWhatWasSaid() throws IOException {
    for (String said :
        List.of(KICK_OFF, "track the signed NDA with Rivera by Friday", "waiting", "cases")) {
      assertThat(scene.said(said).seen().buttons().values())
          .as(said)
          .isNotEmpty()
          .allSatisfy(
              data -> {
                assertThat(Set.of("about", "say", "msteams")).containsAll(() -> data.fieldNames());
                assertThat(data.path("about").asText()).matches("[\\w-]*");
                assertThat(data.path("say").asText()).matches("[a-z]+( [\\w-]+)*");
              });
    }
  }

  @Test
  void whatTheListOfChatsAndTheLockScreenShowSaysNothing() throws IOException {
    Call answer = scene.said("track the signed NDA with Rivera by Friday");
    scene.bringUp(TestCoach.TUESDAY.plus(Duration.ofDays(8)));
    Call nudge = scene.teams.await();

    assertThat(nudge.seen().text()).contains("NDA");
    for (Call call : List.of(answer, nudge)) {
      assertThat(call.body().path("text").isMissingNode()).isTrue();
      assertThat(call.body().path("summary").asText()).matches("pushback.* something for you");
      assertThat(call.body().findValuesAsText("fallbackText"))
          .allSatisfy(text -> assertThat(text).doesNotContain("NDA", "Rivera"));
    }
  }

  /** What the coach says of its own goes into no box; what the person could change does. */
  @Test
  void onlyWordsToSendArePutIntoTheComposeBox() throws IOException {
    Seen opened = scene.pushBackOn("rivera", "<p>We need the kick-off in February.</p>");
    Seen script =
        new Seen(
            scene
                .goOn(
                    Scene.filled(
                        opened.button("Give me the words"),
                        Map.of("want", "the kick-off in April", "partner", "Grand Hotel")))
                .path("task"));
    assertThat(script.json().findValues("id").stream().map(JsonNode::asText))
        .filteredOn(id -> id.startsWith("words-"))
        .isNotEmpty();
    for (Map.Entry<String, JsonNode> button : script.buttons().entrySet()) {
      boolean inserts = button.getKey().equals("Put it into my message");
      ObjectNode data = button.getValue().deepCopy();
      assertThat(data.has("insert")).as(button.getKey()).isEqualTo(inserts);
      JsonNode answer = scene.goOn(data.put("words-1", "Could we start in April?"));
      assertThat(answer.has("composeExtension")).as(button.getKey()).isEqualTo(inserts);
      if (inserts) {
        assertThat(answer.findValuesAsText("text")).containsExactly("Could we start in April?");
        assertThat(answer.toString()).doesNotContain("Only you", "Say:", "Firmer");
      }
    }
    assertThat(scene.teams.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"task/submit", "task/fetch"})
  void inAnyOtherDialogNothingIsPutIntoTheComposeBox(String name) throws IOException {
    ObjectNode data = Scene.JSON.createObjectNode().put("insert", "words-1").put("words-1", "hi");

    ObjectNode value = Scene.JSON.createObjectNode().set("data", data);
    assertThat(scene.invoke(scene.activity("invoke", "ada"), name, value).has("composeExtension"))
        .isFalse();
  }

  @Test
  void theSdkIsAskedToSayNothing() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "something of a turn but its state",
                call ->
                    call.getTargetOwner().isAssignableTo(TurnContext.class)
                        && !call.getName().equals("getTurnState")))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "anything of the connector",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("com.microsoft.bot.connector")
                        && !call.getTargetOwner()
                            .getPackageName()
                            .equals("com.microsoft.bot.connector.authentication")))
        .check(ADAPTER);
  }

  /** Who calls it, or passes it on to be called. */
  private static Set<String> callers(Class<?> owner, String method) {
    List<JavaMethod> methods =
        ADAPTER.get(owner).getMethods().stream()
            .filter(one -> one.getName().equals(method))
            .toList();
    assertThat(methods).isNotEmpty();
    return methods.stream()
        .flatMap(one -> one.getAccessesToSelf().stream())
        .map(JavaAccess::getOrigin)
        .map(origin -> origin.getOwner().getSimpleName() + "." + origin.getName())
        .collect(Collectors.toSet());
  }

  @Test
  void thereIsOneWayToASentenceForAllAndItIsTakenInOnePlace() {
    Predicate<JavaMethod> isForSeveral =
        method ->
            method.getRawParameterTypes().stream().anyMatch(one -> one.isEquivalentTo(Aside.class));
    assertThat(ADAPTER.get(TeamsClient.class).getMethods().stream().filter(isForSeveral))
        .extracting(
            method -> method.getName() + " " + method.getRawParameterTypes().get(1).getSimpleName())
        .containsExactlyInAnyOrder("postPrivately ObjectNode", "notice Notice");
    assertThat(callers(TeamsClient.class, "notice")).containsExactly("Showing.elsewhere");
    assertThat(callers(Notice.class, "message"))
        .containsExactlyInAnyOrder("Showing.elsewhere", "Posting.notice");
    assertThat(Notice.values()).hasSize(2);
  }

  @Test
  void thereIsOneWayIntoTheComposeBox() {
    assertThat(callers(Dialogs.class, "composeResult")).containsExactly("Shortcuts.submitted");
  }
}
