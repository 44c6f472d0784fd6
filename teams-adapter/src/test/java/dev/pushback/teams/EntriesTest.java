package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.teams.Scene.Answer;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in, as Teams delivers it: over HTTP, with tokens that are verified. */
class EntriesTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";
  private static final Person ADA = new Person("teams:" + FakeMicrosoft.TENANT, "ada");
  private static final Predicate<Call> ASIDE = Call::isTargeted;
  private static final Instant IN_A_WEEK = TestCoach.TUESDAY.plus(Duration.ofDays(8));

  private final Scene scene = new Scene();

  EntriesTest() throws IOException {
    // Scene starts servers, which may fail.
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Optional<Conversation> adasChat() {
    return scene.store.conversations().find(ADA.tenant(), ADA.user());
  }

  @Test
  void whoeverWritesIsAnsweredInTheirOwnChat() throws IOException {
    Call answer = scene.said(KICK_OFF);

    assertThat(answer.method()).isEqualTo("POST");
    assertThat(answer.conversation()).isEqualTo(Scene.chat("ada"));
    assertThat(answer.body().path("recipient").path("id").asText()).isEqualTo("29:ada");
    assertThat(answer.seen().text()).startsWith("Only you can see this").contains("April");
    assertThat(answer.seen().buttons()).containsKeys("Softer", "Firmer");
  }

  @Test
  void aPressedButtonTakesThePlaceOfTheCardAndAnExplanationFollowsIt() throws IOException {
    Seen script = scene.said(KICK_OFF).seen();
    scene.teams.forget();

    JsonNode softer = scene.press(scene.activity("invoke", "ada"), script.button("Softer"));
    assertThat(softer.path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(new Seen(softer.path("value")).text()).contains("gentle");
    assertThat(scene.teams.calls()).isEmpty();

    JsonNode why = scene.press(scene.activity("invoke", "ada"), script.button("Why, with sources"));
    assertThat(why.path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
    assertThat(why.path("value").asText()).isEqualTo("My answer is below.");
    assertThat(scene.teams.await().seen().text()).contains("T-");
  }

  @Test
  void aButtonThatAnOldTeamsCanOnlySendHasItsCardReplacedToo() throws IOException {
    Seen script = scene.said(KICK_OFF).seen();
    scene.teams.forget();

    Answer sent = scene.submit(scene.activity("message", "ada"), script.button("Softer"));
    Call softer = scene.teams.await();

    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(softer.method()).isEqualTo("PUT");
    assertThat(softer.conversation()).isEqualTo(Scene.chat("ada"));
    assertThat(softer.activity()).isEqualTo("m1");
    assertThat(softer.seen().text()).contains("gentle");

    scene.teams.forget();
    Answer asked =
        scene.submit(scene.activity("message", "ada"), script.button("Why, with sources"));
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(scene.teams.await().method()).as("the script is still needed").isEqualTo("POST");
  }

  @Test
  void aCardThatCanNotBeReplacedIsWrittenAnew() throws IOException {
    Seen script = scene.said(KICK_OFF).seen();
    scene.teams.forget();
    scene.teams.refuses(call -> call.method().equals("PUT"), 404, "ActivityNotFoundInConversation");

    Answer sent = scene.submit(scene.activity("message", "ada"), script.button("Softer"));

    assertThat(sent.statusCode()).isEqualTo(202);
    Call anew = scene.teams.await(call -> call.method().equals("POST"), "the answer");
    assertThat(anew.seen().text()).contains("gentle");
  }

  @Test
  void aButtonOfAnEarlierCaseIsAboutThatCase() throws IOException {
    Seen first = scene.said(KICK_OFF).seen();
    scene.said("the printer wants 12% more for the brochure, we have 4,000 EUR");

    assertThat(scene.press(first.button("Firmer")).text())
        .contains("April")
        .doesNotContain("brochure");
  }

  @Test
  void aButtonThatNeedsWordsOpensADialogAndItsAnswerStandsInTheDialog() throws IOException {
    Seen script = scene.said(KICK_OFF).seen();
    scene.teams.forget();

    Seen asked = scene.dialog("task/fetch", script.button("They answered"));
    assertThat(asked.json().path("type").asText()).isEqualTo("continue");
    assertThat(asked.text()).contains("Only you can see this");

    Seen next =
        scene.dialog(
            "task/submit",
            Scene.filled(
                (ObjectNode) asked.buttons().values().iterator().next(),
                Map.of("", "our procedure requires it by February")));
    assertThat(next.text()).contains("Send:");
    assertThat(scene.teams.calls()).isEmpty();
  }

  @Test
  void aDialogThatIsSentTwiceIsAnsweredOnce() throws IOException {
    Seen script = scene.said(KICK_OFF).seen();
    Seen asked = scene.dialog("task/fetch", script.button("They answered"));
    ObjectNode filled =
        Scene.filled(
            (ObjectNode) asked.buttons().values().iterator().next(),
            Map.of("", "our procedure requires it by February"));
    ObjectNode submit = scene.activity("invoke", "ada");

    scene.dialog(submit.deepCopy(), "task/submit", filled);
    Seen second = scene.dialog(submit, "task/submit", filled);

    assertThat(second.text()).contains("sent already");
  }

  @Test
  void aFormInTheChatIsAnsweredWhereItStood() throws IOException {
    Seen form = scene.said("track").seen();
    assertThat(form.text()).contains("What you wait for");

    Seen kept =
        scene.press(
            Scene.filled(
                form.button("Keep it in mind"),
                Map.of("what", "the signed NDA", "with", "Rivera", "by", "Friday")));

    assertThat(kept.text()).contains("signed NDA", "Rivera");
    assertThat(scene.said("waiting").seen().text()).contains("signed NDA");
  }

  @Test
  void pushBackOnThisReadsWhatAPartnerWrote() throws IOException {
    Seen dialog =
        scene.pushBackOn("rivera", "<div>Our earliest date is &lt;February&gt;, <b>Ada</b></div>");

    assertThat(dialog.json().path("type").asText()).isEqualTo("continue");
    assertThat(dialog.text())
        .contains("Only you can see this", "Our earliest date is <February>, Ada")
        .doesNotContain("organisation");
    assertThat(dialog.buttons()).containsKey("Give me the words");
    assertThat(scene.teams.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sam", "ada"})
  void pushBackOnThisSaysSoIfAColleagueOrThePersonWroteIt(String author) throws IOException {
    scene.said("sam", "help"); // Who has talked with the coach is known to belong here.

    assertThat(scene.pushBackOn(author, "<p>I'd rather not push them on this</p>").text())
        .contains("inside your organisation");
  }

  @Test
  void theActionBesideTheComposeBoxAsksForEverything() throws IOException {
    ObjectNode value = Scene.JSON.createObjectNode().put("commandId", Shortcuts.ID);
    value.put("commandContext", "compose");
    ObjectNode activity = scene.activity("invoke", "ada", Scene.GROUP, "groupChat");

    Seen dialog =
        new Seen(scene.invoke(activity, "composeExtension/fetchTask", value).path("task"));

    assertThat(dialog.text()).contains("Tell me about it");
    assertThat(dialog.buttons()).containsKey("Give me the words");
  }

  @Test
  void inTheDialogTheWordsCanBeMadeFirmerChangedAndPutIntoTheComposeBox() throws IOException {
    Seen opened = scene.pushBackOn("rivera", "<p>We need the kick-off in February.</p>");
    Seen script =
        new Seen(
            scene
                .goOn(
                    Scene.filled(
                        opened.button("Give me the words"),
                        Map.of("want", "the kick-off in April", "partner", "Grand Hotel")))
                .path("task"));
    assertThat(script.text()).contains("Send:", "April");

    JsonNode firmer = scene.goOn(script.button("Firmer"));
    assertThat(firmer.path("task").path("type").asText()).isEqualTo("continue");
    Seen firm = new Seen(firmer.path("task"));
    assertThat(firm.text()).contains("Send:", "firm").isNotEqualTo(script.text());

    JsonNode inserted =
        scene.goOn(firm.button("Put it into my message").put("words-1", "We start in April."));
    assertThat(inserted.path("composeExtension").path("type").asText()).isEqualTo("result");
    assertThat(inserted.findValuesAsText("text")).containsExactly("We start in April.");
    assertThat(scene.teams.calls()).as("it's for the person to send").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"groupChat", "channel"})
  void theSlashCommandIsAnsweredThereForThePersonsEyesAlone(String type) throws IOException {
    Answer taken = scene.inGroup("ada", type, true, "/pushback " + KICK_OFF);
    Call answer = scene.teams.await();

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(answer.isTargeted()).isTrue();
    assertThat(answer.conversation()).isEqualTo(Scene.GROUP);
    assertThat(answer.body().path("recipient").path("id").asText()).isEqualTo("29:ada");
    assertThat(answer.seen().text()).contains("Only you can see this", "April");
    scene.finish();
    assertThat(scene.teams.calls()).hasSize(1);
  }

  @Test
  void aButtonOfThatIsAnsweredThereTooAndTheCardStays() throws IOException {
    Answer taken = scene.inGroup("ada", "groupChat", true, KICK_OFF);
    Seen script = scene.teams.await().seen();
    scene.teams.forget();

    JsonNode kept =
        scene.press(
            scene.activity("invoke", "ada", Scene.GROUP, "groupChat"), script.button("Softer"));

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(kept.path("value").asText()).isEqualTo("Only you see my answer.");
    Call softer = scene.teams.await();
    assertThat(softer.isTargeted()).isTrue();
    assertThat(softer.seen().text()).contains("gentle");
  }

  @Test
  void aButtonOfThatIsUnderstoodFromAnOldTeamsToo() throws IOException {
    Answer taken = scene.inGroup("ada", "groupChat", true, KICK_OFF);
    Seen script = scene.teams.await().seen();
    scene.teams.forget();

    Answer sent =
        scene.submit(
            scene.activity("message", "ada", Scene.GROUP, "groupChat"), script.button("Softer"));

    assertThat(List.of(taken.statusCode(), sent.statusCode())).containsOnly(202);
    Call softer = scene.teams.await();
    assertThat(softer.isTargeted()).isTrue();
    assertThat(softer.seen().text()).contains("gentle");
  }

  @Test
  void whereTeamsRefusesThatItIsAnsweredInTheirOwnChat() throws IOException {
    scene.said("help");
    scene.teams.forget();
    scene.teams.refuses(ASIDE, 403, "TargetedMessagesDisabled");

    Answer taken = scene.inGroup("ada", "channel", true, KICK_OFF);
    Call answer = scene.teams.await(call -> !call.isTargeted(), "an answer");

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(answer.conversation()).isEqualTo(Scene.chat("ada"));
    assertThat(answer.seen().text()).contains("April");
  }

  @Test
  void aChatThatIsNotKnownYetIsOpenedFirst() throws IOException {
    scene.teams.refuses(ASIDE, 403, "TargetedMessagesDisabled");

    Answer taken = scene.inGroup("ada", "groupChat", true, KICK_OFF);
    Call opening = scene.teams.await(Call::isOpening, "the opening of a chat");
    Call answer = scene.teams.await(call -> call.conversation().equals("a:opened"), "an answer");

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(opening.body().path("isGroup").asBoolean(true)).isFalse();
    assertThat(opening.body().path("members").findValuesAsText("id")).containsExactly("ada");
    assertThat(answer.seen().text()).contains("April");
    assertThat(adasChat()).map(Conversation::conversationId).contains("a:opened");
  }

  @ParameterizedTest
  @CsvSource({"groupChat, false", "groupChat, true", "channel, false", "channel, true"})
  void whoeverMentionsItIsAnsweredInTheirOwnChatAndToldSo(String type, boolean isRefused)
      throws IOException {
    scene.said("help");
    scene.teams.forget();
    if (isRefused) {
      scene.teams.refuses(ASIDE, 403, "TargetedMessagesDisabled");
    }

    Answer taken = scene.send(mention(type, "they want 12% more"));
    scene.finish();

    assertThat(taken.statusCode()).isEqualTo(202);
    List<Call> calls = scene.teams.calls();
    assertThat(calls).hasSize(isRefused ? 3 : 2);
    assertThat(calls.get(0).conversation()).isEqualTo(Scene.chat("ada"));
    assertThat(calls.get(1).isTargeted()).isTrue();
    Call last = calls.get(calls.size() - 1);
    assertThat(last.isPublic()).isEqualTo(isRefused);
    assertThat(last.body().path("text").asText()).isEqualTo("I've written to you privately.");
    assertThat(last.body().path("attachments").isMissingNode()).isTrue();
  }

  private ObjectNode mention(String type, String text) {
    ObjectNode activity =
        scene.groupMessage("ada", type, false, "<at>pushback</at>\u00a0" + text + "\n");
    ObjectNode mention = activity.putArray("entities").addObject().put("type", "mention");
    mention.put("text", "<at>pushback</at>").putObject("mentioned");
    ((ObjectNode) mention.path("mentioned")).put("id", "28:" + FakeMicrosoft.APP);
    return activity;
  }

  @Test
  void whoeverCanNotBeWrittenToIsToldHowToReachIt() throws IOException {
    scene.teams.refuses(Call::isOpening, 403, "BotNotInConversationRoster");

    Answer taken = scene.send(mention("channel", KICK_OFF));
    scene.finish();

    assertThat(taken.statusCode()).isEqualTo(202);
    List<Call> calls = scene.teams.calls();
    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).isTargeted()).isTrue();
    assertThat(calls.get(1).body().path("text").asText()).startsWith("I answer in private only.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiting", "pushback waiting", "/pushback waiting", "Pushback, waiting "})
  void itsOwnNameIsNoPartOfWhatIsSaid(String text) throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");
    scene.teams.forget();

    Answer taken = scene.send(mention("groupChat", text));

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(scene.teams.await(call -> !call.isTargeted(), "an answer").seen().text())
        .contains("One thing is open", "signed NDA");
  }

  @Test
  void whoeverInstallsItIsWelcomedOnce() throws IOException {
    Answer added = scene.installation(scene.activity("", "ada"), "add");
    Call welcome = scene.teams.await();
    Answer upgraded = scene.installation(scene.activity("", "ada"), "add-upgrade");
    Answer again = scene.installation(scene.activity("", "ada"), "add");
    scene.finish();

    assertThat(List.of(added, upgraded, again)).extracting(Answer::statusCode).containsOnly(202);
    assertThat(welcome.seen().text()).contains("Welcome", "Four things to try");
    assertThat(scene.teams.calls()).hasSize(1);
  }

  @Test
  void aConversationOfSeveralIsNotWelcomed() throws IOException {
    Answer added = scene.installation(scene.activity("", "ada", Scene.GROUP, "groupChat"), "add");
    scene.finish();

    assertThat(added.statusCode()).isEqualTo(202);
    assertThat(scene.teams.calls()).isEmpty();
    assertThat(adasChat()).isEmpty();
  }

  @Test
  void whoeverRemovesItIsSentNothingUntilTheyHaveItAgain() throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");

    Answer removed = scene.installation(scene.activity("", "ada"), "remove");
    until(() -> adasChat().isEmpty());
    scene.bringUp(IN_A_WEEK);

    assertThat(removed.statusCode()).isEqualTo(202);
    assertThat(scene.teams.calls()).isEmpty();

    Answer added = scene.installation(scene.activity("", "ada"), "add");
    Call welcome = scene.teams.await();
    assertThat(added.statusCode()).isEqualTo(202);
    assertThat(welcome.conversation()).isEqualTo(Scene.chat("ada"));
    assertThat(welcome.seen().text()).contains("signed NDA");
  }

  @Test
  void theAddressThatWasHeardLastIsTheOneToWriteTo() throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");
    scene.clock.pass(Duration.ofSeconds(1));
    scene.teams.forget();
    String moved = scene.teams.serviceUrl().replace("/teams/", "/emea/");

    Answer taken =
        scene.send(scene.activity("message", "ada").put("text", "help").put("serviceUrl", moved));
    Call answer = scene.teams.await();

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(answer.service()).isEqualTo("/emea");
    assertThat(adasChat()).map(chat -> chat.serviceUrl().toString()).contains(moved);
    scene.bringUp(IN_A_WEEK);
    assertThat(scene.teams.calls()).extracting(Call::service).containsExactly("/emea");
  }

  @Test
  void whatTeamsDeliversTwiceIsAnsweredOnce() throws IOException {
    ObjectNode activity = scene.activity("message", "ada").put("text", KICK_OFF);

    assertThat(scene.send(activity).statusCode()).isEqualTo(202);
    assertThat(scene.send(activity).statusCode()).isEqualTo(202);
    scene.finish();

    assertThat(scene.teams.calls()).hasSize(1);
  }

  @Test
  void theActionWorksAlsoWhereTeamsNamesNoConversation() throws IOException {
    ObjectNode activity = scene.activity("invoke", "ada");
    activity.remove("conversation");
    ObjectNode value = Scene.JSON.createObjectNode().put("commandId", Shortcuts.ID);
    value.put("commandContext", "compose");

    assertThat(
            new Seen(scene.invoke(activity, "composeExtension/fetchTask", value).path("task"))
                .text())
        .contains("Only you can see this", "What you'd like");
  }

  @Test
  void whoeverBlockedItIsSentNothingUntilTheyWrite() throws IOException {
    scene.said("track the signed NDA with Rivera by Friday");
    scene.said("track the quote with Meyer by 31 March");
    scene.teams.refuses(call -> true, 403, "ConversationBlockedByUser");
    scene.bringUp(IN_A_WEEK);
    assertThat(scene.teams.calls()).hasSize(1);
    assertThat(adasChat()).map(Conversation::isBlocked).contains(true);

    scene.teams.mends();
    scene.bringUp(IN_A_WEEK.plus(Duration.ofDays(1)));
    assertThat(scene.teams.calls()).isEmpty();

    assertThat(scene.said("name Ada").seen().text()).contains("Noted");
    assertThat(scene.teams.await(call -> call.seen().text().contains("parked"), "what is parked"))
        .as("told at the first chance, without being asked")
        .extracting(call -> call.seen().text())
        .asString()
        .contains("signed NDA");
    assertThat(adasChat()).map(Conversation::isBlocked).contains(false);
    scene.bringUp(IN_A_WEEK.plus(Duration.ofDays(21)));
    assertThat(scene.teams.calls())
        .extracting(call -> call.seen().text())
        .anyMatch(text -> text.contains("quote"));
  }

  @Test
  void aThoughtGoesToTheColleagueWhoWasPickedAndToNobodyElse() throws IOException {
    Seen preview = previewForSam();
    assertThat(preview.text()).contains("nobody else").doesNotContain("4,000");

    scene.teams.forget();
    Seen sent = scene.dialog("task/submit", preview.button("Send it like this"));
    assertThat(sent.text()).doesNotContain("isn't");
    scene.bringUp(TestCoach.TUESDAY.plusSeconds(60));

    assertThat(scene.teams.calls()).hasSize(1);
    Call shared = scene.teams.calls().get(0);
    assertThat(shared.conversation()).isEqualTo(Scene.chat("sam"));
    assertThat(shared.body().path("summary").asText()).isEqualTo("pushback: something for you");
    assertThat(shared.seen().text()).contains("Ada").doesNotContain("4,000");
  }

  private Seen previewForSam() throws IOException {
    scene.said("sam", "name Sam");
    scene.said("name Ada");
    Seen picker = picker();
    return scene.dialog(
        "task/submit", Scene.filled(picker.button("Show me first"), Map.of("", "sam")));
  }

  private Seen picker() throws IOException {
    Seen reframe =
        scene.said("reframe they just don't get it, we can't pay more than 4,000 EUR").seen();
    return scene.dialog("task/fetch", reframe.button("Share it with a teammate"));
  }

  @Test
  void inAGroupItOffersThoseWhoAreInItAndWhoeverHasNoCoachIsWrittenToByOneself()
      throws IOException {
    scene.teams.person("kim").put("aadObjectId", "kim").put("name", "Kim Lee");
    scene
        .teams
        .person("rivera")
        .put("aadObjectId", "rivera")
        .put("name", "Rivera")
        .put("tenantId", "another");
    scene.said("reframe they just don't get it, we can't pay more than 4,000 EUR");

    scene.teams.forget();
    Answer taken = scene.inGroup("ada", "groupChat", true, "/pushback share");
    assertThat(taken.statusCode()).isEqualTo(202);
    Call form = scene.teams.await();
    assertThat(form.isTargeted()).isTrue();
    assertThat(form.body().toString()).contains("Kim Lee").doesNotContain("Rivera");

    scene.teams.forget();
    ObjectNode value = Scene.JSON.createObjectNode();
    value
        .putObject("action")
        .set("data", Scene.filled(form.seen().button("Show me first"), Map.of("", "kim")));
    JsonNode unused =
        scene.invoke(
            scene.activity("invoke", "ada", Scene.GROUP, "groupChat"),
            "adaptiveCard/action",
            value);
    Call answer = scene.teams.await();
    assertThat(answer.isTargeted()).isTrue();
    assertThat(answer.seen().text()).contains("I can't bring it to them", "send this yourself");
  }

  @Test
  void theFieldForAColleagueOffersThoseWhoHaveTalkedAndNotOneself() throws IOException {
    scene.said("sam", "name Sam");
    scene.said("mia", "name Mia");
    scene.said("mia", "shares off");
    scene.said("zoe", "help"); // No name, so there is nothing to offer.
    scene.said("name Ada");

    JsonNode choices = picker().json().findValue("choices");

    assertThat(choices.findValuesAsText("title")).containsExactly("Sam");
    assertThat(choices.findValuesAsText("value")).containsExactly("sam");
  }

  @ParameterizedTest
  @CsvSource({"zoe, user, no member of it", "sam, guest, a guest by now"})
  void nobodyElseCanBePicked(String picked, String role, String why) throws IOException {
    scene.said("sam", "name Sam");
    Seen picker = picker();
    scene.teams.person("29:" + picked).put("userRole", role);
    ObjectNode filled = Scene.filled(picker.button("Show me first"), Map.of("", picked));

    Seen inDialog = scene.dialog("task/submit", filled);
    Seen inChat = scene.press(filled);
    scene.teams.forget();
    Answer sent = scene.submit(scene.activity("message", "ada"), filled);
    Seen written = scene.teams.await().seen();

    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(List.of(inDialog, inChat, written))
        .as(why)
        .allSatisfy(seen -> assertThat(seen.text()).contains("Not a colleague"));
  }

  @Test
  void whoeverIsTypedAndNotKnownIsWrittenToByThePersonThemselves() throws IOException {
    scene.said("sam", "name Sam");
    Seen picker = picker();
    ObjectNode data = picker.button("Show me first");

    Seen answer = scene.dialog("task/submit", data.put("field--typed", "Nora"));

    assertThat(answer.text()).contains("Nora");
    assertThat(answer.buttons().keySet()).noneMatch(label -> label.startsWith("Send it"));
  }

  @Test
  void aColleagueCanBeMentionedToShareWith() throws IOException {
    scene.said("sam", "name Sam Okoro");
    scene.said("reframe they just don't get it");
    scene.teams.forget();
    ObjectNode activity =
        scene.groupMessage("ada", "groupChat", true, "/pushback share <at>Sam Okoro</at>");
    ObjectNode mention = activity.putArray("entities").addObject().put("type", "mention");
    mention.put("text", "<at>Sam Okoro</at>");
    mention.putObject("mentioned").put("id", "29:sam").put("name", "Sam Okoro");

    assertThat(scene.send(activity).statusCode()).isEqualTo(202);

    assertThat(scene.teams.await().seen().text()).contains("To Sam Okoro, and nobody else");
  }

  @Test
  void aGuestSharesNothingAndIsSentNothingThatIsShared() throws IOException {
    Seen preview = previewForSam();
    scene.dialog("task/submit", preview.button("Send it like this"));
    scene.said("sam", "reframe they never listen");
    scene.teams.person("29:sam").put("userRole", "guest");

    Call refused = scene.said("sam", "share Ada");
    scene.bringUp(TestCoach.TUESDAY.plusSeconds(60));

    assertThat(refused.seen().text()).contains("for members").doesNotContain("Ada");
    assertThat(scene.teams.calls()).isEmpty();
    assertThat(scene.said("sam", "softer").seen().text()).doesNotContain("for members");
  }

  @Test
  void whoeverIsForgottenStaysForgotten() throws IOException {
    ObjectNode activity = scene.activity("message", "ada").put("text", "forget me now");
    ((ObjectNode) activity.path("from")).put("name", "Ada Lind");
    assertThat(scene.send(activity).statusCode()).isEqualTo(202);
    scene.teams.await();

    scene.finish();

    assertThat(scene.store.export(ADA)).doesNotContain("Ada Lind");
    assertThat(adasChat()).isEmpty();
  }

  /** What is done about something that isn't answered. */
  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came");
      }
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"composeExtension/fetchTask", "composeExtension/submitAction"})
  void aChatWithAPartnerIsNotTheChatWithTheCoach(String name) throws IOException {
    try (Scene scene = new Scene()) {
      choose(scene, name);
      assertThat(chatOfAda(scene)).as("before she wrote to the coach").isEmpty();

      assertThat(scene.said("help").conversation()).isEqualTo(Scene.chat("ada"));
      choose(scene, name);
      assertThat(chatOfAda(scene)).map(Conversation::conversationId).contains(Scene.chat("ada"));
    }
  }

  private static void choose(Scene scene, String name) throws IOException {
    ObjectNode value = Scene.JSON.createObjectNode().put("commandId", Shortcuts.ID);
    value.put("commandContext", "compose").putObject("data").put("say", "help");
    ObjectNode activity = scene.activity("invoke", "ada", "a:ada-and-rivera", "personal");
    assertThat(scene.invoke(activity, name, value).path("task").path("type").asText())
        .isEqualTo("continue");
  }

  private static Optional<Conversation> chatOfAda(Scene scene) {
    return scene.store.conversations().find("teams:" + FakeMicrosoft.TENANT, "ada");
  }

  private static final String WRITTEN_INSIDE = "written inside your organisation";
  private static final String A_REQUEST = "<p>Can you have the kick-off in February?</p>";

  @Test
  void onlyThoseWhomThePickerNamesCountAsColleagues() throws IOException {
    try (Scene scene = new Scene()) {
      assertThat(scene.said("sam", "they want the kick-off in February").conversation())
          .isEqualTo(Scene.chat("sam"));
      assertThat(scene.pushBackOn("sam", A_REQUEST).text()).contains(WRITTEN_INSIDE);

      assertThat(scene.said("sam", "shares off").conversation()).isEqualTo(Scene.chat("sam"));
      assertThat(scene.pushBackOn("sam", A_REQUEST).text()).doesNotContain(WRITTEN_INSIDE);
      assertThat(scene.pushBackOn("ada", A_REQUEST).text()).contains(WRITTEN_INSIDE);
    }
  }
}
