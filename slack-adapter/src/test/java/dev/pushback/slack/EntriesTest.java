package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pushback.people.Person;
import dev.pushback.slack.PretendSlack.Call;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in, as Slack delivers it: signed, over HTTP. */
class EntriesTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scene scene;

  EntriesTest() throws IOException {
    scene = new Scene();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aCommandIsAnsweredTogetherWithTheAcknowledgementOnceTheChannelIsKnown() throws IOException {
    scene.said("help");
    Call answer = scene.said(KICK_OFF);

    assertThat(answer.method()).isEqualTo("ack");
    assertThat(answer.body().path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(answer.shown()).startsWith("Only you can see this").contains("April");
    assertThat(answer.buttons()).containsKeys("Softer", "Firmer");
  }

  @Test
  void aPressedButtonTakesThePlaceOfTheAnswerAndAnExplanationStandsBeside() throws IOException {
    Call script = scene.said(KICK_OFF);
    scene.slack.forget();

    assertThat(scene.press("C1", script.button("Softer")).statusCode()).isEqualTo(200);
    Call softer = scene.slack.await("respond");
    assertThat(softer.body().path("replace_original").asBoolean()).isTrue();
    assertThat(softer.shown()).contains("gentle");

    scene.slack.forget();
    scene.press("C1", script.button("Why, with sources"));
    Call why = scene.slack.await("respond");
    assertThat(why.body().path("replace_original").asBoolean()).isFalse();
    assertThat(why.shown()).contains("T-");
  }

  @Test
  void aButtonOfAnEarlierCaseIsAboutThatCase() throws IOException {
    Call first = scene.said(KICK_OFF);
    scene.said("the printer wants 12% more for the brochure, we have 4,000 EUR");
    scene.slack.forget();

    scene.press("C1", first.button("Firmer"));

    assertThat(scene.slack.await("respond").shown()).contains("April").doesNotContain("brochure");
  }

  @Test
  void aButtonThatNeedsWordsOpensAWindowAndItsAnswerTakesTheWindowsPlace() throws IOException {
    Call script = scene.said(KICK_OFF);
    String answered = script.button("They answered");
    scene.slack.forget();

    scene.press("C1", answered);
    Call window = scene.slack.await("views.open");
    assertThat(window.shown()).contains("Only you can see this");

    Call next = scene.submit(window, "V1", Map.of("", "our procedure requires it by February"));
    assertThat(next.body().path("response_action").asText()).isEqualTo("update");
    assertThat(next.shown()).contains("Send:");
  }

  @Test
  void aWindowThatIsSentTwiceIsAnsweredOnce() throws IOException {
    Call script = scene.said(KICK_OFF);
    scene.slack.forget();
    scene.press("C1", script.button("They answered"));
    Call window = scene.slack.await("views.open");
    Map<String, String> filled = Map.of("", "our procedure requires it by February");

    scene.submit("U1", window, "V1", "h1", filled);
    var second = JSON.readTree(scene.submit("U1", window, "V1", "h1", filled).body());

    assertThat(new Call("ack", second).shown()).contains("sent already");
  }

  @Test
  void pushBackOnThisReadsWhatAPartnerWroteAlsoInAThread() throws IOException {
    scene.pushBackOn("Our earliest date is &lt;February&gt;, <@U1>", Optional.of("T9"));

    Call window = scene.slack.await("views.open");
    assertThat(window.shown()).contains("Our earliest date is <February>, @someone");
    assertThat(window.body().path("view").path("submit").isMissingNode()).isFalse();
  }

  @Test
  void pushBackOnThisSaysSoIfAColleagueWroteIt() throws IOException {
    scene.pushBackOn("I'd rather not push them on this", Optional.of(PretendSlack.TEAM));

    assertThat(scene.slack.await("views.open").shown()).contains("organisation");
  }

  @Test
  void theShortcutWithoutAMessageAsksForEverything() throws IOException {
    scene.shortcut();

    assertThat(scene.slack.await("views.open").body().path("view").path("submit").isMissingNode())
        .isFalse();
  }

  @Test
  void theHomeTabShowsWhatThereIsAndItsButtonsOpenWindows() throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");
    scene.slack.forget();

    scene.openHome();
    Call home = scene.slack.await("views.publish");
    assertThat(home.body().path("user_id").asText()).isEqualTo("U1");
    assertThat(home.shown()).contains("Only you can see this", "signed NDA");

    scene.slack.forget();
    String show =
        home.buttons().values().stream()
            .filter(value -> value.contains("|show "))
            .findFirst()
            .orElseThrow();
    scene.pressInView("home", "V9", show);
    assertThat(scene.slack.await("views.open").shown()).contains("signed NDA");
    scene.slack.await("views.publish");
  }

  @Test
  void aButtonInAWindowChangesTheWindow() throws IOException {
    Call script = scene.said(KICK_OFF);
    scene.slack.forget();

    scene.pressInView("modal", "V7", script.button("Softer"));
    Call changed = scene.slack.await("views.update");
    assertThat(changed.body().path("view_id").asText()).isEqualTo("V7");

    scene.pressInView("modal", "V7", script.button("Why, with sources"));
    scene.slack.await("views.push");
  }

  @Test
  void whoeverWritesToTheCoachIsAnsweredThereOnceHoweverOftenSlackDeliversIt() throws IOException {
    scene.write("Ev1", KICK_OFF);
    scene.write("Ev1", KICK_OFF);

    Call answer = scene.slack.await("chat.postMessage");
    assertThat(answer.body().path("channel").asText()).isEqualTo("D1");
    assertThat(answer.shown()).contains("April");
    scene.write("Ev2", "softer");
    scene.slack.await(
        call -> call.method().equals("chat.postMessage") && call.shown().contains("gentle"),
        "the second answer");
    assertThat(scene.slack.calls()).hasSize(2);
  }

  @Test
  void theFieldForAColleagueOffersNobodyFromOutsideNoBotAndNotOneself() throws IOException {
    scene.slack.person("U3", "Samira", "Europe/Paris").put("is_restricted", true);
    scene.slack.person("U4", "Sambot", "Europe/Paris").put("is_bot", true);
    scene
        .slack
        .person("U5", "Samuel", "Europe/Paris")
        .put("team_id", "T9")
        .put("is_stranger", true);
    scene.slack.person("U1", "Sam too", "Europe/Berlin");

    assertThat(scene.suggestions("sam").path("options").findValuesAsText("value"))
        .containsExactly("U2");
  }

  @Test
  void anUnknownCommandIsAnsweredKindly() throws IOException {
    assertThat(scene.said("qwrtz plmpf").shown()).startsWith("Only you can see this");
  }

  @Test
  void aThoughtGoesToTheColleagueWhoWasPickedAndToNobodyElse() throws IOException {
    scene.said("U2", "help"); // Sam has spoken with the coach once.
    Call reframe = scene.said("reframe they just don't get it, we can't pay more than 4,000 EUR");
    scene.slack.forget();
    scene.press("C1", reframe.button("Share it with a teammate"));
    Call picker = scene.slack.await("views.open");

    Call preview = scene.submit(picker, "V1", Map.of("", "U2"));
    assertThat(preview.shown()).contains("nobody else").doesNotContain("4,000");
    scene.slack.forget();
    scene.pressInView("modal", "V1", preview.button("Send it like this"));
    scene.slack.await("views.update");
    scene.bringUp(TestCoach.TUESDAY.plusSeconds(60));

    Call shared = scene.slack.await("chat.postMessage");
    assertThat(shared.body().path("channel").asText()).isEqualTo("U2");
    assertThat(shared.body().path("text").asText()).doesNotContain("get it");
    assertThat(shared.shown()).contains("Ada").doesNotContain("4,000");
  }

  @Test
  void whoeverIsNoColleagueAnyMoreCanNotBePicked() throws IOException {
    Call reframe = scene.said("reframe they just don't get it");
    scene.slack.forget();
    scene.press("C1", reframe.button("Share it with a teammate"));
    Call picker = scene.slack.await("views.open");
    scene.slack.person("U2", "Sam", "Europe/London").put("is_restricted", true);

    Call answer = scene.submit(picker, "V1", Map.of("", "U2"));

    assertThat(answer.body().path("response_action").asText()).isEqualTo("errors");
  }

  @Test
  void aGuestGetsTheirOwnRemindersButNothingThatIsShared() throws IOException {
    scene.said("U2", "track the quote with Meyer by Friday");
    scene.said("U2", "name Sam");
    scene.slack.person("U2", "Sam", "Europe/London").put("is_restricted", true);
    scene.said("reframe they just don't get it");
    Call preview = scene.said("share Sam");
    scene.slack.forget();
    scene.press("C1", preview.button("Send it like this"));
    scene.slack.await("respond");
    scene.bringUp(TestCoach.TUESDAY.plusSeconds(8 * 86_400));

    assertThat(scene.slack.calls())
        .extracting(Call::shown)
        .anyMatch(text -> text.contains("quote"))
        .noneMatch(text -> text.contains("shares a thought"));
  }

  @Test
  void whenTheAppIsTakenOutEverythingOfTheWorkspaceGoes() throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");

    scene.event("Ev9", JSON.createObjectNode().put("type", "app_uninstalled"));
    scene.event("Ev8", JSON.createObjectNode().put("type", "app_uninstalled"));

    assertThat(scene.store.installations().tenants("slack")).isEmpty();
    scene.finish();
    assertThat(scene.store.export(new Person("slack:T1", "U1"))).doesNotContain("signed NDA");
  }

  @Test
  void aGuestIsShownNobodysName() throws IOException {
    scene.said("U2", "name Sam");
    scene.slack.person("U1", "Ada", "Europe/Berlin").put("is_restricted", true);
    scene.said("reframe they just don't get it");

    assertThat(scene.suggestions("sam").path("options")).isEmpty();
    assertThat(scene.said("share S").shown()).contains("for members").doesNotContain("Sam");
    assertThat(scene.said("softer").shown()).doesNotContain("for members");
  }

  @Test
  void aColleagueCanBeMentionedToShareWith() throws IOException {
    scene.said("U2", "help");
    scene.said("reframe they just don't get it");

    assertThat(scene.said("share <@U2|sam>").shown()).contains("nobody else");
  }

  @Test
  void whoeverIsForgottenStaysForgotten() throws IOException {
    scene.said("forget me now");

    scene.finish();

    assertThat(scene.store.export(new Person("slack:T1", "U1"))).doesNotContain("Ada");
  }
}
