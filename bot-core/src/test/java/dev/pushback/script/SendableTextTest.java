package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SendableTextTest {

  @Test
  void tellsWhatThePersonStillHasToFillInEachOnceInOrder() {
    SendableText text = new SendableText("By [a day], for [a reason], so by [a day], or [] not.");

    assertThat(text.blanks()).containsExactly("[a day]", "[a reason]");
    assertThat(new SendableText("By Friday.").blanks()).isEmpty();
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
