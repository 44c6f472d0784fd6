package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "10% off &amp; breakfast, or we &lt;walk&gt; => 10% off & breakfast, or we <walk>",
        "see <https://example.org/a?b=1&amp;c> => see https://example.org/a?b=1&c",
        "see <https://example.org|our terms> => see our terms",
        "<@U1> and <@U2|sam> => @someone and sam",
        "<!channel> <!here> <!subteam^S1|@ops> => @channel @here @ops",
        "in <#C1|general> or <#C2> => in general or #a channel",
        "&amp;lt; stays as it was typed => &lt; stays as it was typed",
        "a < b and b > a => a < b and b > a",
        "costs $1 \\ 2 <https://example.org|$2> => costs $1 \\ 2 $2",
      })
  void marksOfSlackBecomeWhatTheWriterSaw(String delivered, String seen) {
    assertThat(PlainText.of(delivered)).isEqualTo(seen);
  }
}
