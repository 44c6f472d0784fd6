package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fails at present; move it to MannersTest once it is mended. */
class CoachRegressionsTest {
  private static final Coach COACH = TestCoach.fresh();
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final String KICK_OFF = "they want the kick-off in February, we need April";
  private static final String LONG_WORD = "a".repeat(3500);

  private final Person ada = new Person("theatre", "ada " + PEOPLE.incrementAndGet());

  private Reply say(String... texts) {
    Reply reply = COACH.reply(new Utterance(ada, "new"));
    for (String text : texts) {
      reply = COACH.reply(new Utterance(ada, text));
    }
    return reply;
  }

  private String shown(String... texts) {
    return TextCardWriter.write(say(texts).card(), 200, false);
  }

  @Test
  void aRoundFollowedByMoreWordsIsNoNumberFormatException() {
    assertThatCode(() -> say(KICK_OFF, "round 2 please")).doesNotThrowAnyException();
  }

  @Test
  void aThankYouWithALongWordFitsTheCard() {
    assertThatCode(() -> say("thanks " + LONG_WORD)).doesNotThrowAnyException();
  }

  @Test
  void praiseWithALongWordFitsTheCard() {
    assertThatCode(() -> say("praise " + LONG_WORD)).doesNotThrowAnyException();
  }

  @Test
  void aReportAfterLongAnswersFitsTheCard() {
    String answer = "answer " + "our policy does not allow that. ".repeat(60);

    assertThatCode(() -> say(KICK_OFF, answer, answer, "report")).doesNotThrowAnyException();
  }

  @Test
  void aReframeWithALongLimitFitsTheCard() {
    assertThatCode(() -> say("reframe they just don't get it, we can't pay more than " + LONG_WORD))
        .doesNotThrowAnyException();
  }

  @Test
  void aScriptWithALongWordFitsTheCard() {
    String word = "ünïcödé".repeat(400);

    assertThatCode(() -> say("we need " + word + " by friday, they said monday"))
        .doesNotThrowAnyException();
  }

  @Test
  void theExampleOfTheHelpForThanksUsesItsDetail() {
    assertThat(shown("thanks you stayed late to reprint the programme"))
        .containsIgnoringCase("stayed late to reprint the programme");
  }

  @Test
  void afterAYesTheWordsDoNotSpeakOfGoingOverTheSameGround() {
    assertThat(shown("won", "answer great, glad to help", "softer"))
        .doesNotContain("the same ground", "won't ask again");
  }

  @Test
  void afterAFinalNoTheScriptDoesNotPushOn() {
    assertThat(shown(KICK_OFF, "answer No. This is our final answer, do not ask again.", "softer"))
        .doesNotContain("What we could do well is April");
  }

  @ParameterizedTest
  @ValueSource(strings = {"round", "partner"})
  void aCommandWithoutItsWordsAsksForThemAndInventsNoSituation(String command) {
    assertThat(say(command).helped()).isFalse();
  }

  @Test
  void anUnknownSituationIsNotAnsweredAsIfNothingHadBeenSaid() {
    assertThat(say(KICK_OFF, "as price-lower please").card().title())
        .isNotEqualTo("Nothing to go on yet");
  }
}
