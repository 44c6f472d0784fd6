package dev.pushback.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pushback.TestKnowledge;
import dev.pushback.situation.Screening.Problem;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read, and why; and that plain English can. */
class ScreeningTest {
  private static final Screening SCREENING = TestKnowledge.get().screening();

  static Stream<Arguments> badInput() {
    return Stream.of(
        arguments("nothing", "", Problem.EMPTY),
        arguments("blanks", " \t\n ", Problem.EMPTY),
        arguments("only control characters", "\u0000\u0007\u001b", Problem.EMPTY),
        arguments("only marks that turn the direction of writing", "\u202e\u2066", Problem.EMPTY),
        arguments("only emoji", "😀👍🏽 🎉", Problem.NO_WORDS),
        arguments("only emoji, as Slack writes them", ":smile: :+1:", Problem.NO_WORDS),
        arguments("only signs", "?!? ...", Problem.NO_WORDS),
        arguments("only digits", "12345", Problem.NO_WORDS),
        arguments("only a link", "https://example.com/a?b=c", Problem.ONLY_LINKS),
        arguments("only links", "http://a.example www.b.example", Problem.ONLY_LINKS),
        arguments("a link, as Slack writes it", "<https://example.com>", Problem.ONLY_LINKS),
        arguments("a link in disguise", "[x](javascript:alert(1))", Problem.ONLY_LINKS),
        arguments("a link that holds its content", "data:text/html,hello", Problem.ONLY_LINKS),
        arguments("a mention, as Slack writes it", "<@U1>", Problem.ONLY_MENTIONS),
        arguments("everybody in a channel", "<!channel>", Problem.ONLY_MENTIONS),
        arguments("a channel", "<#C024BE7LR>", Problem.ONLY_MENTIONS),
        arguments("a mention, typed", "@bob @alice", Problem.ONLY_MENTIONS),
        arguments("20,000 characters", "they ask ".repeat(2223), Problem.TOO_LONG),
        arguments(
            "another encoding",
            new String(
                "Fünf Stühle für März".getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8),
            Problem.BROKEN),
        arguments("keys at random", "qwrt zxcv bnmp lkjh", Problem.GIBBERISH),
        arguments("markup only", "<b></b> xyzzy plugh", Problem.GIBBERISH));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInput")
  void tellsWhyATextCannotBeRead(String what, String text, Problem problem) {
    assertThat(SCREENING.problem(Screening.clean(text))).as(what).hasValue(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "業者が値上げを求めていますが、払えません",
        "Поставщик хочет поднять цену, а мы не можем платить больше",
        "المورد يريد رفع السعر ولا يمكننا أن ندفع أكثر",
        "Ο προμηθευτής θέλει να αυξήσει την τιμή",
        "공급업체가 가격을 올리려고 합니다",
        "Der Lieferant möchte die Lieferung um zwei Wochen verschieben, und wir brauchen die Ware"
            + " bis Ende März, weil unser Kunde wartet. Wie sage ich das höflich, ohne den"
            + " Lieferanten zu verärgern?",
      })
  void recognisesOtherLanguages(String text) {
    assertThat(SCREENING.problem(text)).hasValue(Problem.OTHER_LANGUAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "they want the kick-off in February, we need April",
        "vendor ghosted me",
        "hotel wont budge on av",
        "need 10% off",
        "invoice 60 days overdue",
        "rep called my boss",
        "he called me sweetie",
        "client wants 2 extra rounds free",
        "third email, still nothing",
        "renewal came in 18% up",
        "legal has had our SOW for five weeks",
        "cancelled again",
        "half the translations are machine output",
        "they said yes!",
        "am I too pushy?",
        "price only good until midnight",
        "nobody moves: 2% vs 1%",
        "how do I tell my boss they won't budge",
        "moving to another supplier",
        "agency insists on its own template",
        "hi",
        "too expensive",
      })
  void letsShortPlainEnglishPass(String text) {
    assertThat(SCREENING.problem(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<@U1> they want it in February, we need April",
        "<!channel> they want it in February",
        "they want it in February, see https://example.com",
        "they want it in February 😀😀😀",
        "Herr Müller at Groß & Söhne wants it in February",
        "they want it in February, <b>we need April</b>",
      })
  void readsWhatHasWordsBesideItsMentionsLinksAndEmoji(String text) {
    assertThat(SCREENING.problem(text)).isEmpty();
  }

  @Test
  void readsTheLongestTextAndNothingLonger() {
    String longest = "they want it ".repeat(400).substring(0, Screening.LONGEST - 1) + "x";

    assertThat(SCREENING.problem(longest)).isEmpty();
    assertThat(SCREENING.problem(longest + "x")).hasValue(Problem.TOO_LONG);
  }

  @Test
  void asksAboutTheLanguageOnlyWhenATextHasFewEnglishWords() {
    Screening suspicious = new Screening(TestKnowledge.get().playbook().lexicon(), text -> true);

    assertThat(suspicious.problem("they want it in February, we need April")).isEmpty();
    assertThat(suspicious.problem("qwrt zxcv bnmp lkjh")).hasValue(Problem.OTHER_LANGUAGE);
  }

  @Test
  void cleansControlCharactersAndKeepsLines() {
    assertThat(Screening.clean("  a\u0000b\r\nc\rd\te\u202ef \n")).isEqualTo("a b\nc\nd\te f");
  }

  @ParameterizedTest
  @EnumSource
  void thereIsAKindAnswerForEveryProblem(Problem problem) {
    assertThat(TestKnowledge.get().playbook().notice(problem.id()).say()).isNotBlank();
  }
}
