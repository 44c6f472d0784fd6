package dev.pushback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.learning.PhraseMatcher.Hit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The little language of phrases, a sign at a time: a phrase, a text, and the words it finds. */
class PhraseMatcherTest {
  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "boss", List.of("boss", "line manager", "head of", "ceo"),
          "us", List.of("we", "us", "our team"));

  private static List<String> found(PhraseMatcher<?> matcher, String text) {
    List<Token> tokens = Token.of(text);
    return matcher.find(tokens, 0, tokens.size()).stream()
        .map(hit -> words(text, tokens, hit))
        .toList();
  }

  private static String words(String text, List<Token> tokens, Hit<?> hit) {
    return text.substring(tokens.get(hit.from()).start(), tokens.get(hit.to() - 1).end());
  }

  private static PhraseMatcher<String> matcher(String... phrases) {
    PhraseMatcher<String> matcher = new PhraseMatcher<>(GROUPS);
    for (String phrase : phrases) {
      matcher.add(phrase, "it");
    }
    return matcher;
  }

  /** A hit of a phrase without a gap. */
  private static <T> Hit<T> hit(T value, int from, int to) {
    return new Hit<>(value, from, to, to, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # words stand as they are, in any case
          stop paying           | We'll stop paying today.                | stop paying
          stop paying           | STOP PAYING                             | STOP PAYING
          Stop Paying           | We stop paying.                         | stop paying
          stop paying           | We stop all paying.                     |
          stop                  | It stopped.                             |
          # a/b is one of several
          our/my lawyer         | Ask my lawyer.                          | my lawyer
          our/my lawyer         | Ask her lawyer.                         |
          our/my/his/the lawyer | the lawyer called his lawyer            | the lawyer; his lawyer
          our/my/his/the lawyer | Ask her lawyer.                         |
          stop/end it/this      | We end it, and stop this.               | end it; stop this
          # word? may be missing
          so? very? sorry       | Sorry, I'm very sorry.                  | Sorry; very sorry; sorry
          our/my? lawyer        | The lawyer called our lawyer.           | lawyer; our lawyer; lawyer
          let us not? go        | let us go; let us not go                | let us go; let us not go
          # * is any one word, never a sign
          call * back           | Please call Ana back.                   | call Ana back
          call * back           | Please call back.                       |
          call * back           | Please call Ana Ruiz back.              |
          call * back           | Please call: back.                      |
          # .. is up to six of any but the end of a sentence
          if .. then            | if then                                 | if then
          if .. then            | if it rains then                        | if it rains then
          if .. then            | if one two three four five six then     | if one two three four five six then
          if .. then            | if 1 2 3 4 5 6 7 then                   |
          if .. then            | if so, then                             | if so, then
          # ... is up to twenty within a clause
          unless ... we         | unless we                               | unless we
          unless ... we         | unless you send all ten of the red boxes by noon we | unless you send all ten of the red boxes by noon we
          unless ... we         | unless you pay, then we                 |
          unless ... , we       | unless you pay, we leave                | unless you pay, we
          unless ... we         | unless you pay – we leave               |
          # # is a word with a digit
          by #                  | by 5pm                                  | by 5pm
          by #                  | by noon                                 |
          by # may              | by 12 May or by the 12th May            | by 12 May
          # & is a word with a capital
          quote from &          | We have a quote from Northgate.         | quote from Northgate
          quote from &          | We have a quote from them.              |
          & quoted              | ACME quoted less.                       | ACME quoted
          # ^ is the beginning
          ^ sort it             | Sort it out.                            | Sort it
          ^ sort it             | Please sort it out.                     |
          # $ is the end, whatever signs follow
          or else $             | Do it, or else!!                        | or else
          or else $             | Do it or else                           | or else
          or else $             | Or else we go.                          |
          ^ no $                | No.                                     | No
          ^ no $                | No way.                                 |
          # @group is a phrase of a group, of one word or of several
          cc @boss              | I'll cc Rita's boss, cc boss            | cc boss
          cc @boss              | cc line manager                         | cc line manager
          cc @boss              | cc head of sales                        | cc head of
          cc @boss              | cc line                                 |
          ask your/my @boss     | ask my CEO                              | ask my CEO
          @us told @boss        | Our team told head of sales.            | Our team told head of
          tell @boss? now       | tell now, tell line manager now         | tell now; tell line manager now
          # ¿ is a question mark of the text
          any news ¿            | Any news?                               | Any news?
          any news ¿            | Any news.                               |
          # a word with a hyphen is that word, and not its parts with a space between
          follow-up             | A follow-up to that.                    | follow-up
          follow-up             | I follow up.                            |
          half-baked idea       | What a half-baked idea!                 | half-baked idea
          # apostrophes are the same, straight or curly
          don't bother          | Don’t bother.                           | Don’t bother
          don’t bother          | don't bother                            | don't bother
          you're                | you`re                                  | you`re
          # signs are words of their own
          , right               | You come, right?                        | , right
          """)
  void eachSignFinds(String phrase, String text, String words) {
    List<String> wanted = words == null ? List.of() : List.of(words.split("; ", -1));

    assertThat(found(matcher(phrase), text)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "!", "?", ";", ":"})
  void aGapDoesNotCrossTheEndOfASentenceOrOfAClause(String end) {
    String text = "if so" + end + " then";

    assertThat(found(matcher("if .. then"), text)).isEmpty();
    assertThat(found(matcher("if .. " + (end.equals("?") ? "¿" : end)), text))
        .containsExactly("if so" + end);
  }

  @Test
  void onlyWhatStandsBetweenTheTwoTokensIsLookedAt() {
    String text = "Sort it out. Sort it now. Sort it.";
    List<Token> tokens = Token.of(text);

    assertThat(matcher("^ sort it").find(tokens, 4, 8)).containsExactly(hit("it", 4, 6));
    assertThat(matcher("it now $").find(tokens, 4, 8)).containsExactly(hit("it", 5, 7));
    assertThat(matcher("now .. sort").find(tokens, 4, 8)).isEmpty();
    assertThat(matcher("it . sort").find(tokens, 0, 8)).isEmpty();
  }

  @Test
  void ofOneValueThatBeginsAtOneWordTheLongestIsKept() {
    PhraseMatcher<String> matcher = matcher("sorry to bother", "sorry", "sorry to bother you");

    assertThat(found(matcher, "So sorry to bother you again"))
        .containsExactly("sorry to bother you");
    assertThat(found(matcher, "sorry, sorry to")).containsExactly("sorry", "sorry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # phrase                 | text                               | what stood in its gap
          unless you ... , .. go   | Unless you pay today, we all go    | pay today
          unless ... , .. go       | Unless the big van comes, we go    | the big van comes
          call .. boss             | call the new boss                  | the new
          either .. or .. else     | either this or somebody else       | somebody
          call .. boss             | call boss                          |
          call boss                | call boss                          |
          """)
  void whatStoodInTheClauseOrElseInTheLastGapIsTold(String phrase, String text, String gap) {
    List<Token> tokens = Token.of(text);

    Hit<String> hit = matcher(phrase).find(tokens, 0, tokens.size()).get(0);

    if (gap == null) {
      assertThat(hit.gapFrom()).isEqualTo(hit.gapTo()).isEqualTo(hit.to());
    } else {
      assertThat(
              text.substring(tokens.get(hit.gapFrom()).start(), tokens.get(hit.gapTo() - 1).end()))
          .isEqualTo(gap);
    }
  }

  @Test
  void manyAlternativesMayStandInOnePhrase() {
    String many = "a/b/c/d/e/f/g/h/i/j";

    assertThat(found(matcher(String.join(" ", many, many, many, many, many)), "e a j b c d"))
        .containsExactly("e a j b c", "a j b c d");
  }

  @Test
  void aGapReachesAsFarAsItCan() {
    assertThat(found(matcher("call .. boss"), "call the boss of the boss today"))
        .containsExactly("call the boss of the boss");
  }

  @Test
  void ofSeveralValuesEachIsFoundInTheOrderOfTheirBeginnings() {
    PhraseMatcher<Integer> matcher = new PhraseMatcher<>(GROUPS);
    matcher.add("sorry", 1);
    matcher.add("sorry to bother", 2);
    matcher.add("to bother", 3);
    matcher.add("we", 4);
    String text = "We are sorry to bother";
    List<Token> tokens = Token.of(text);

    Map<Integer, String> found =
        matcher.find(tokens, 0, tokens.size()).stream()
            .collect(Collectors.toMap(Hit::value, hit -> words(text, tokens, hit)));

    assertThat(found).isEqualTo(Map.of(1, "sorry", 2, "sorry to bother", 3, "to bother", 4, "We"));
    assertThat(matcher.find(tokens, 0, tokens.size()).stream().map(Hit::from)).isSorted();
  }

  @Test
  void onePhraseMayStandForSeveralValuesAndIsFoundOnceForEach() {
    PhraseMatcher<Integer> matcher = new PhraseMatcher<>(Map.of());
    matcher.add("or else", 1);
    matcher.add("or else", 2);
    matcher.add("or/and else", 1);

    assertThat(matcher.find(Token.of("or else"), 0, 2))
        .containsExactlyInAnyOrder(hit(1, 0, 2), hit(2, 0, 2));
  }

  @Test
  void whereNothingStandsNothingIsFound() {
    assertThat(matcher("sorry", "@us go", "^ no $").find(List.of(), 0, 0)).isEmpty();
    assertThat(new PhraseMatcher<>(Map.of()).find(Token.of("no phrases"), 0, 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cc @bosses                                   | there is no group @bosses
          cc @                                         | there is no group @
          ''                                           | '' could be nothing at all
          '   '                                        | could be nothing at all
          please?                                      | 'please?' could be nothing at all
          a? b?                                        | 'a? b?' could be nothing at all
          ..                                           | '..' could be nothing at all
          please? ..                                   | 'please? ..' could be nothing at all
          ...                                          | '...' could be nothing at all
          a/b/c a/b/c a/b/c a/b/c a/b/c a/b/c a/b/c a/b/c | too many ways to read 'a/b/c a/b/c
          """)
  void whatIsNoPhraseIsRefused(String phrase, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matcher(phrase))
        .withMessageContaining(complaint);
  }

  @Test
  void aGroupNamesNoGroups() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhraseMatcher<>(Map.of("us", List.of("we"), "all", List.of("@us"))))
        .withMessage("a group holds words only, not '@us'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhraseMatcher<>(Map.of("us", List.of("^ we"))))
        .withMessage("a group holds words only, not '^ we'");
  }
}
