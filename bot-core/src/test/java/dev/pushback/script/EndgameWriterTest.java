package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
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
  void aLossIsNotAboutThePerson() {
    assertThat(endgame.lost()).first().asString().startsWith("A no isn't about you");
  }

  @Test
  void aReportOnAWholeCaseTellsEveryRoundAndWhatWasGotAndGiven() {
    CaseLog log =
        new CaseLog(
            Optional.of("the venue"),
            List.of("10% off the rooms", "free breakfast instead"),
            List.of("our budget (8,000)"),
            List.of("it's our best price", "breakfast is run by a caterer"),
            List.of("late checkout"),
            List.of("the final numbers two weeks early"),
            List.of("take the rooms as offered", "ask the second hotel"),
            Optional.of("take the rooms as offered"),
            Optional.of("your ok by Friday"));

    assertThat(endgame.report(log).words().lines())
        .containsExactly(
            "Where we stand with the venue:",
            "What I asked, round by round: (1) 10% off the rooms; (2) free breakfast instead",
            "What I raised: our budget (8,000)",
            "What they answered, in their words: \"it's our best price\"; then: \"breakfast is run"
                + " by a caterer\"",
            "What we got: late checkout",
            "What we gave: the final numbers two weeks early",
            "Options as I see them: take the rooms as offered; or ask the second hotel. I'd take"
                + " this one: take the rooms as offered.",
            "What I need from you: your ok by Friday");
    assertThat(endgame.report(log).blanks()).isEmpty();
  }

  @Test
  void aReportOnACaseOfWhichNothingIsKnownConsistsOfBlanks() {
    CaseLog empty =
        new CaseLog(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    SendableText report = endgame.report(empty);

    assertThat(report.words()).startsWith("Where we stand with them:\nWhat I asked (once): ");
    assertThat(report.blanks())
        .contains(
            "[what you asked for]",
            "[the reasons and offers you put to them]",
            "[what they said]",
            "[what was got and given, if anything]",
            "[first option]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WON  | WITHIN  | right side of your limit | what did they get out of it
          WON  | BEYOND  | past your limit          | what did they get out of it
          LOST | WITHIN  | right side of your limit | what decided it
          LOST | UNKNOWN | not against your hope    | what decided it
          """)
  void aLookBackHoldsTheResultAgainstTheLimitAndAsksHowTheRelationFared(
      Debrief.End end, Debrief.Against against, String said, String asked) {
    Debrief debrief =
        endgame.debrief(
            new Debrief.Outcome(
                end,
                Optional.of("12% off"),
                Optional.of("6% off"),
                Optional.of("8% off"),
                against));

    assertThat(debrief.says())
        .extracting(CoachText::words)
        .startsWith(
            "You aimed for \"12% off\", and your limit was \"6% off\".",
            "What came out: \"8% off\".")
        .anySatisfy(line -> assertThat(line).contains(said));
    assertThat(debrief.asks())
        .extracting(CoachText::words)
        .anySatisfy(line -> assertThat(line).containsIgnoringCase(asked))
        .anySatisfy(line -> assertThat(line).contains("How do you and they stand now"));
  }

  @Test
  void withoutALimitALookBackSaysSoAndJudgesNothing() {
    Debrief debrief =
        endgame.debrief(
            new Debrief.Outcome(
                Debrief.End.LOST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Debrief.Against.UNKNOWN));

    assertThat(debrief.says())
        .extracting(CoachText::words)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("No limit is noted"),
            line -> assertThat(line).startsWith("A no isn't about you"));
  }
}
