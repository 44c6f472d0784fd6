package dev.pushback.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushback.learning.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that is in the jar. If it was learned with other markers, loading it says so. */
class ToneModelTest {
  private static final int LARGEST = 300 * 1024;

  private static final ToneModel MODEL = ToneModel.load();

  private static Impression of(String text) {
    return MODEL.of(Token.of(text));
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ToneModel.class.getResourceAsStream(ToneModel.FILE))) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Would it be possible to have the report by Friday? Thanks so much for your help. | Where is the report? You never answer.
          Could you take another look at the invoice when you have a moment? Thank you!    | Fix the invoice now. This is ridiculous.
          I understand that your team is busy, and I appreciate the update.                | Your team is useless and lazy.
          Hi Ana, I hope you're well! Would you consider 900? I'd be glad to collect it.   | 900 is all I'll pay. Take it or leave it.
          I see your point, and perhaps we can find a date that suits us both.             | You are wrong. We won't move the date.
          """)
  void theHarsherOfTwoDraftsIsFoundHarsher(String kind, String harsh) {
    assertThat(of(kind).harsh()).isLessThan(of(harsh).harsh());
    assertThat(of(kind).harsh()).isLessThan(0.5);
    assertThat(of(harsh).harsh()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Piotr, the samples haven't arrived yet. Could you check with the carrier? We install them"
            + " on the 12th.",
        "Dear Ms Okafor, clause 7 sets 14 days. Our payment run is monthly, so we'd need 30. Does"
            + " that work for you?",
        "Hello Lena, we can't take the extra module this year because the budget is spent. Could we"
            + " talk again in January?",
        "Hi Sam, thanks for the draft. I've two changes to section 3, marked in the file."
      })
  void anOrdinaryBusinessMailIsNotHarsh(String text) {
    assertThat(of(text).harsh()).isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Could you send the signed form by Friday? | The form has four pages.
          Please let me know which day suits you.   | Tuesday was a busy day for the team.
          Let's meet on Tuesday to discuss it.      | The meeting was on Tuesday.
          """)
  void aSentenceThatAsksIsToldFromOneThatSays(String asks, String says) {
    assertThat(MODEL.asks(Token.of(asks))).isGreaterThan(0.5);
    assertThat(MODEL.asks(Token.of(says))).isLessThan(0.5);
  }

  @Test
  void theSameTextMakesTheSameImpression() {
    String text = "Please send it again, we are still waiting.";

    assertThat(ToneModel.load().of(Token.of(text))).isEqualTo(of(text));
  }

  @Test
  void noTextIsReadToo() {
    assertThat(MODEL.of(List.of()).harsh()).isBetween(0.0, 1.0);
    assertThat(MODEL.features().of(List.of()).words()).isNotEmpty();
    assertThat(MODEL.asks(List.of())).isBetween(0.0, 1.0);
  }

  @Test
  void theFileIsSmallAndBeginsWithItsCredits() throws IOException {
    byte[] bytes = bytes();

    assertThat(bytes).hasSizeLessThan(LARGEST);
    assertThat(new DataInputStream(new ByteArrayInputStream(bytes)).readUTF())
        .isEqualTo(ToneModel.CREDITS)
        .contains("Danescu-Niculescu-Mizil", "CC BY 4.0", "the data are not included")
        .contains("Jeong", "Yeomans", "Ehsani", "Parakweet", "MIT", "Apache-2.0");
  }

  @Test
  void whatIsReadIsWrittenAgainByteForByte() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    MODEL.write(written);

    assertThat(written.toByteArray()).isEqualTo(bytes());
  }

  @Test
  void aModelThatWasLearnedWithOtherMarkersIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(ToneModel.CREDITS);
    out.writeInt(MODEL.features().hash() + 1);

    assertThatThrownBy(() -> ToneModel.read(new ByteArrayInputStream(bytes.toByteArray())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("train tone again");
  }

  @Test
  void anImpressionHoldsProbabilitiesOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Impression(0.1, 0.1, 0.1, 0.1, 0.1, 1.2))
        .withMessageContaining("1.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Impression(Double.NaN, 0.1, 0.1, 0.1, 0.1, 0.1));
  }
}
