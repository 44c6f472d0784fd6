package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person typed about a partner, and how it is said to the partner. */
class WordingTest {
  private final Wording wording = new Wording(TestKnowledge.get().playbook().shorthand());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          they need their money                 | you need your money
          we asked them twice                   | we asked you twice
          they're late and they've known it     | you're late and you've known it
          they'd rather wait, they'll say       | you'd rather wait, you'll say
          theyre late                           | you're late
          the choice is theirs                  | the choice is yours
          they blame themselves                 | you blame yourselves
          it’s theirs                           | it's yours
          THEIR rules                           | your rules
          we need the room                      | we need the room
          """)
  void theyBecomesYou(String typed, String said) {
    assertThat(wording.toPartner(typed)).hasValue(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          w/ 2 rounds               | with 2 rounds
          w/o the logo              | without the logo
          by tmrw pls               | by tomorrow please
          mon or tue, bc of easter  | Monday or Tuesday, because of Easter
          5 wks til apr             | 5 weeks until April
          dont ship it              | don't ship it
          i need it asap            | I need it as soon as possible
          a mtg w/ the IT dept      | a meeting with the IT department
          10% off & free setup      | 10% off and free setup
          &amp; free setup          | and free setup
          """)
  void chatShorthandIsWrittenOut(String typed, String said) {
    assertThat(wording.toPartner(typed)).hasValue(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IT stays with us  | IT stays with us
          ASAP              | ASAP
          R&D and AT&T      | R&D and AT&T
          £4,000 or 50€     | £4,000 or 50€
          3–4 weeks         | 3–4 weeks
          vendors' terms    | vendors' terms
          """)
  void whatIsMeantAsItStandsIsKept(String typed, String said) {
    assertThat(wording.toPartner(typed)).hasValue(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          move it to April 😀|move it to April
          move it :smile: to April|move it to April
          👍🏽 to April|to April
            "by Friday".  |by Friday
          … by Friday!!|by Friday
          by	Friday   noon|by Friday noon
          """)
  void emojiOddSpacesAndMarksAtTheEdgesGo(String typed, String said) {
    assertThat(wording.toPartner(typed.replace("…", "..."))).hasValue(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he wants it by May",
        "ask her",
        "she'd rather wait",
        "you said so",
        "your fee",
        "u know it",
      })
  void somebodyWhoMayBeAnyoneIsNotTurned(String typed) {
    assertThat(wording.toPartner(typed)).isEmpty();
    assertThat(wording.tidy(typed)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>bold</b>",
        "&lt;b&gt;",
        "[x](javascript:alert(1))",
        "see https://example.com",
        "see www.example.com",
        "<!channel> now",
        "@bob",
        "{want.noun}",
        "*bold*",
        "~struck~",
        "snake_case",
        "a | b",
        "back\\slash",
        "our \"final\" price",
        "they said 'no way'",
        "bell\u0007",
        "😀",
        ":smile:",
        "...",
        " ",
        "",
      })
  void markupQuotationsAndNothingAtAllAreRefused(String typed) {
    assertThat(wording.toPartner(typed)).isEmpty();
    assertThat(wording.tidy(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          they stayed late pls  | they stayed late please
          she helped on mon     | she helped on Monday
          """)
  void whatIsNotForThePartnerIsTidiedWithNobodyTurned(String typed, String said) {
    assertThat(wording.tidy(typed)).hasValue(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my crew waits for me    | our crew waits for us
          the fault is mine       | the fault is ours
          I myself                | I ourselves
          the mystery             | the mystery
          """)
  void oneSpeaksForTheOrganisation(String typed, String said) {
    assertThat(Wording.asOrganisation(typed)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"the room is free, The room is free.", "3 rooms, 3 rooms.", "é, É."})
  void aSentenceHasACapitalAndAFullStop(String words, String sentence) {
    assertThat(Wording.sentence(words)).isEqualTo(sentence);
  }
}
