package dev.pushback.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pushback.TestKnowledge;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Screening.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which drafts cannot be checked, and what of a text is the person's own. */
class DraftScreeningTest {
  private static final DraftScreening SCREENING =
      new DraftScreening(TestKnowledge.get().screening());

  static Stream<Arguments> noDrafts() {
    return Stream.of(
        arguments("nothing", "", Problem.NO_DRAFT),
        arguments("emoji", "👍🎉", Problem.NO_DRAFT),
        arguments("a link", "https://example.com/a?b=c", Problem.NO_DRAFT),
        arguments("a link, as Slack writes it", "<https://example.com|here>", Problem.NO_DRAFT),
        arguments("a mention", "<@U1>", Problem.NO_DRAFT),
        arguments("a broken file", "\uFFFD\uFFFDPNG\uFFFD\uFFFD", Problem.BROKEN),
        arguments(
            "German",
            "Könnten Sie uns bitte den Vertrag bis Freitag schicken? Wir warten schon lange.",
            Problem.DRAFT_LANGUAGE),
        arguments("100,000 characters", "a word ".repeat(14_286), Problem.DRAFT_TOO_LONG),
        arguments("a quote", "> We can't move it.\n> Sorry.", Problem.ONLY_QUOTE),
        arguments(
            "a mail as it was forwarded",
            "-----Original Message-----\nFrom: Marta\nSent: Monday\n\nWe can't move it.",
            Problem.ONLY_QUOTE),
        arguments(
            "a reply with nothing above it",
            "On Tue, 3 Mar 2026 at 10:00, Marta <m@example.com> wrote:\n\nWe can't move it.",
            Problem.ONLY_QUOTE),
        arguments(
            "a header", "From: Marta\nSent: Monday\nTo: Ada\n\nWe can't.", Problem.ONLY_QUOTE),
        arguments("Java", "public class A {\n  int x = run(1);\n  return x;\n}", Problem.CODE),
        arguments("Python", "def run(a):\n    x = a + 1\n    print(x)", Problem.CODE),
        arguments("SQL", "SELECT name FROM person WHERE id = 7;", Problem.CODE),
        arguments("JSON", "{\n  \"name\": \"Ada\",\n  \"id\": 7\n}", Problem.CODE),
        arguments("code within a fence", "```\nanything here\n```", Problem.CODE),
        arguments(
            "a web page",
            "<html><body class=\"main\"><div><p>Any news?</p></div></body></html>",
            Problem.MARKUP));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noDrafts")
  void tellsWhatCannotBeChecked(String what, String text, Problem problem) {
    assertThat(SCREENING.problem(Screening.clean(text))).as(what).hasValue(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Any news?",
        "Please send the invoice (no. 7) by Friday;",
        "Hi Tom (and Ana),\nany news?",
        "$500 is more than we can pay.",
        "UPDATE: any news on the contract?",
        "If you can (by Friday), please reply.",
        "Public holiday (Friday): could we move it?",
        "<@U1> could you send it by <https://example.com|Friday>?",
        "Could you <b>please</b> send it by Friday?",
        "It fails:\n```\nint x = run(1);\n```\nCould you have a look at it before Friday, please?",
        "On Monday you wrote:\n\"It will be there on Friday.\"\nCould you tell me which one?",
      })
  void messagesAreMessages(String text) {
    assertThat(SCREENING.problem(text)).isEmpty();
    assertThat(DraftScreening.own(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Any news?~> We can't.                                       | Any news?
          > We can't.~Why not?                                        | ___________~Why not?
          Yes.~> One?~No.~> Two?                                      | Yes.~______~No.
          Any news?~~On 3 March, Marta wrote:~~We can't.              | Any news?
          Any news?~~On 3 March, Marta~<m@x.example> wrote:~We can't. | Any news?
          Yes.~On 3 May, M. wrote:~> We can't.~Really?     | Yes.~___________________~___________~Really?
          Any news?~~---------- Forwarded message ---------~We can't. | Any news?
          Any news?~~From: Marta~Sent: Monday~We can't.               | Any news?
          """)
  void quotesAreLeftOutAndTheRestStaysInItsPlace(String text, String own) {
    assertThat(DraftScreening.own(text.replace('~', '\n')))
        .isEqualTo(own.replace('~', '\n').replace('_', ' '));
  }

  @Test
  void fiveThousandCharactersAreRead() {
    String longest = "a word with you ".repeat(400).substring(0, DraftRequest.LONGEST);

    assertThat(SCREENING.problem(longest)).isEmpty();
    assertThat(SCREENING.problem(longest + "x")).hasValue(Problem.DRAFT_TOO_LONG);
  }
}
