package dev.pushback.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They want it in February   | they want it in february
          don't, won't               | don't , won't
          don’t                      | don't
          £4,500.50 net              | £4,500.50 net
          10% off!!                  | 10% off ! !
          3rd of May, 2pm            | 3rd of may , 2pm
          the kick-off               | the kick-off
          w/ them                    | w / them
          ÜBER früh                  | über früh
          """)
  void splitsATextIntoWordsNumbersAndSigns(String text, String tokens) {
    assertThat(Token.of(text).stream().map(Token::lower).collect(Collectors.joining(" ")))
        .isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          February  | Xxx
          february  | xx
          ASAP      | XX
          42        | 99
          4,500.50  | 9,99.99
          2pm       | 9xx
          Q3        | X9
          don't     | xx'x
          %         | %
          """)
  void knowsTheShapeOfATokenWithRunsShortened(String text, String shape) {
    assertThat(Token.of(text)).singleElement().extracting(Token::shape).isEqualTo(shape);
  }

  @Test
  void tellsWordsFromSignsAndNumbersFromOtherWords() {
    List<Token> tokens = Token.of("pay 5k now!");

    assertThat(tokens).extracting(Token::isWord).containsExactly(true, true, true, false);
    assertThat(tokens).extracting(Token::hasDigit).containsExactly(false, true, false, false);
  }

  @ParameterizedTest
  @CsvSource({"''", "'  '", "'\t\n'"})
  void findsNothingInWhiteSpace(String text) {
    assertThat(Token.of(text)).isEmpty();
  }

  /** A no-break space is no white space to {@code String.isBlank}, but to everybody else. */
  private static boolean isSpace(String text) {
    return text.chars()
        .allMatch(sign -> Character.isWhitespace(sign) || Character.isSpaceChar(sign));
  }

  @Property(tries = 300)
  void everyTokenStandsWhereItSaysAndAllTogetherHoldEverySignOfTheText(
      @ForAll @StringLength(max = 60) String text) {
    List<Token> tokens = Token.of(text);

    int end = 0;
    for (Token token : tokens) {
      assertThat(text.substring(end, token.start())).matches(TokenTest::isSpace);
      assertThat(token.end()).isGreaterThan(token.start());
      end = token.end();
    }
    assertThat(text.substring(end)).matches(TokenTest::isSpace);
  }
}
