package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendableTextTest {

  @Test
  void tellsWhatThePersonStillHasToFillInEachOnceInOrder() {
    SendableText text = new SendableText("By [a day], for [a reason], so by [a day], or [] not.");

    assertThat(text.blanks()).containsExactly("[a day]", "[a reason]");
    assertThat(new SendableText("By Friday.").blanks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          One two.                    | One two.
          One two three.~~Four five.  | One two three. / Four five.
          One two. Three four. Five.  | One two. Three four. / Five.
          One two three four five six | One two three four / five six
          1234567890123456789012345   | 12345678901234567890 / 12345
          """)
  void isCutWhereItHurtsLeast(String words, String parts) {
    assertThat(new SendableText(words.replace('~', '\n')).parts(20))
        .extracting(SendableText::words)
        .containsExactly(parts.split(" / ", -1));
  }

  @Test
  void isNeverCutThroughASign() {
    assertThat(new SendableText("🖊".repeat(15)).parts(21))
        .extracting(SendableText::words)
        .containsExactly("🖊".repeat(10), "🖊".repeat(5));
  }

  @Test
  void refusesToSayNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SendableText(" \n"));
    assertThatIllegalArgumentException().isThrownBy(() -> new CoachText(" \n"));
  }

  @Test
  void isTheSameAsAnotherWithTheSameWordsButNeverAsWhatTheCoachSays() {
    assertThat(new SendableText("Thank you."))
        .isEqualTo(new SendableText("Thank you."))
        .hasSameHashCodeAs(new SendableText("Thank you."))
        .isNotEqualTo(new SendableText("Thanks."))
        .isNotEqualTo(new CoachText("Thank you."))
        .hasToString("Thank you.");
  }
}
