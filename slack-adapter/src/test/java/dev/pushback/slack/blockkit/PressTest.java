package dev.pushback.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''                                   ; softer           ; |softer
          id-000001                            ; answer           ; id-000001|answer
          01990b2e-7d5a-7cc0-8a6e-1f5d0c3b2a19 ; letgo f1         ; 01990b2e-7d5a-7cc0-8a6e-1f5d0c3b2a19|letgo f1
          ''                                   ; a|b              ; |a|b
          ''                                   ; ''               ; |
          """)
  void whatIsWrittenIsReadAgain(String about, String command, String value) {
    Press press = new Press(Optional.of(about).filter(id -> !id.isEmpty()), command);

    assertThat(press.value()).isEqualTo(value);
    assertThat(Press.parse(value)).isEqualTo(press);
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "",
        "softer",
        "a b|softer",
        "<script>|softer",
        "{\"about\":\"x\"}",
        "\u0000|softer",
        "é|softer",
        "\ud83d|softer",
      })
  void whatNobodyWroteSaysNothing(String value) {
    assertThat(Press.parse(value)).isEqualTo(new Press(Optional.empty(), ""));
  }

  @Test
  void whatIsTooLongSaysNothingAndIsNotWritten() {
    String longest = "x".repeat(Press.LONGEST - 1);

    assertThat(Press.parse("|" + longest).command()).isEqualTo(longest);
    assertThat(Press.parse("|" + longest + "x").command()).isEmpty();
    assertThat(Press.parse("y".repeat(101) + "|x").command()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Press(Optional.empty(), longest + "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Press(Optional.of("Acme | Dana"), "x"));
  }
}
