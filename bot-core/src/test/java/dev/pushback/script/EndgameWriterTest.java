package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.script.EndgameWriter.Log;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes after the push. */
class EndgameWriterTest {
  private final EndgameWriter endgame = TestKnowledge.get().endgame();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          staying late               | thank you for staying late.
          for the new printout       | thank you for the new printout.
          they stayed late           | Thank you. You stayed late. That made
          the team reprinted it all  | Thank you. The team reprinted it all. That made
          """)
  void aThankYouNamesTheTrueDetail(String detail, String said) {
    assertThat(endgame.thanks(Optional.of(detail)).words()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          she stayed late   | She stayed late. It helped us
          staying late      | thank you for staying late. It helped us
          """)
  void praiseGoesToTheManagerSoNobodyIsTurnedIntoYou(String detail, String said) {
    assertThat(endgame.praise(Optional.of(detail)).words()).contains(said);
  }

  @Test
  void withoutADetailBothAskForOneSpecificTrueThing() {
    assertThat(endgame.thanks(Optional.empty()).blanks())
        .containsExactly("[one specific, true thing they did]");
    assertThat(endgame.praise(Optional.empty()).blanks())
        .containsExactly("[the person's name]", "[one specific, true thing they did]");
  }

  @Test
  void aDetailThatCannotBeSaidIsLeftToThePerson() {
    assertThat(endgame.thanks(Optional.of("<b>all</b>")).blanks()).isNotEmpty();
    assertThat(endgame.thanks(Optional.of("so much ".repeat(40))).blanks()).isNotEmpty();
  }

  @Test
  void aReportHoldsWhatTheLogHoldsAndNothingElse() {
    Log log =
        new Log(
            Optional.of("the venue"),
            2,
            Optional.of("10% off"),
            List.of("our budget (8,000)"),
            List.of("it's our best price", "no"));

    assertThat(endgame.report(log).words().lines())
        .startsWith(
            "Where we stand with the venue:",
            "What I asked (2 rounds): 10% off",
            "What I raised: our budget (8,000)",
            "What they answered, in their words: \"it's our best price\"; then: \"no\"");
  }

  @Test
  void aReportLeavesBlankWhatTheLogDoesNotHold() {
    Log empty = new Log(Optional.empty(), 1, Optional.empty(), List.of(), List.of());

    SendableText report = endgame.report(empty);

    assertThat(report.words()).startsWith("Where we stand with them:\nWhat I asked (once): ");
    assertThat(report.blanks())
        .contains(
            "[what you asked for]", "[the reasons and offers you put to them]", "[what they said]");
  }

  @Test
  void aLossIsNotAboutThePerson() {
    assertThat(endgame.lost()).first().asString().startsWith("A no isn't about you");
  }
}
