package dev.pushback.slack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /** The example of Slack's own documentation. */
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final String TIMESTAMP = "1531420618";
  private static final byte[] BODY =
      ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
              + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
              + "&command=%2Fwebhook-collect&text="
              + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
              + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121."
              + "803a0bc887a14d10d2c447fce8b6703c")
          .getBytes(StandardCharsets.UTF_8);
  private static final String SIGNED =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  private final Signature signature =
      new Signature(SECRET, InstantSource.fixed(Instant.ofEpochSecond(1_531_420_618L)));

  @Test
  void slacksPublishedExampleHolds() {
    assertThat(signature.sign(TIMESTAMP, BODY)).isEqualTo(SIGNED);
    assertThat(signature.holds(List.of(TIMESTAMP), List.of(SIGNED), BODY)).isTrue();
  }

  @Test
  void oneByteLessDoesNot() {
    byte[] less = Arrays.copyOf(BODY, BODY.length - 1);

    assertThat(signature.holds(List.of(TIMESTAMP), List.of(SIGNED), less)).isFalse();
    assertThat(signature.holds(List.of(TIMESTAMP), List.of(), BODY)).isFalse();
    assertThat(signature.holds(List.of(), List.of(SIGNED), BODY)).isFalse();
  }

  @Test
  void aBlankSecretIsNone() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Signature(" ", InstantSource.system()));
    assertThat(signature.toString()).doesNotContain(SECRET);
  }
}
