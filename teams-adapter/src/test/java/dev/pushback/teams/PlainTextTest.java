package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.teams.door.Arrival;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "10% off &amp; breakfast, or we &lt;walk&gt; => 10% off & breakfast, or we <walk>",
        "see <a href=\"https://example.org/a?b=1&amp;c\">our terms</a> => see our terms",
        "<at id=\"0\">Sam</at> and Mia => Sam and Mia",
        "<b>we</b>&nbsp;need&#160;it => we need it",
        "one<br>two<br/>three => one|two|three",
        "<p>one</p><p>two</p> => one|two",
        "<div>one</div><div>&nbsp;</div><div>two</div> => one||two",
        "<ul><li>one</li><li>two</li></ul> => one|two",
        "<table><tr><td>one</td></tr><tr><td>two</td></tr></table> => one|two",
        "<blockquote>they wrote</blockquote>we want => they wrote|we want",
        "look <attachment id=\"7\">x</attachment>here => look here",
        "<script>alert(1)</script><style>p{}</style>words => words",
        "a &lt;b&gt; stays what was typed => a <b> stays what was typed",
        "costs $1 \\ 2 => costs $1 \\ 2",
        "an <b>open tag => an open tag",
      })
  void marksOfTeamsBecomeWhatTheWriterSaw(String delivered, String seen) {
    assertThat(PlainText.of("html", delivered)).isEqualTo(seen.replace('|', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {"10% off &amp; more => 10% off &amp; more", "<b>we</b> => <b>we</b>"})
  void whatIsNoHtmlStaysWhatItIs(String delivered, String seen) {
    assertThat(PlainText.of("text", delivered)).isEqualTo(seen);
  }

  @ParameterizedTest(name = "in a {0} chat: {1}")
  @CsvSource(
      delimiterString = " => ",
      value = {
        "personal => they want more => they want more",
        "personal => <at>pushback</at> they want more => they want more",
        "personal => pushback they want more => pushback they want more",
        "groupChat => <at>pushback</at>&nbsp;they want more => &nbsp;they want more",
        "groupChat => <at>pushback</at> /pushback they want more => they want more",
        "groupChat => /pushback: they want more => they want more",
        "channel => PUSHBACK, they want more => they want more",
        "channel => pushbacks are hard => pushbacks are hard",
        "channel => share <at>Sam</at> <at>pushback</at> => share Sam Okoro",
        "channel => ask <at>Mia</at> first => ask <at>Mia</at> first",
        "channel => <at>pushback</at> and <at>pushback</at> => and",
      })
  void whatIsSaidToTheCoachIsWithoutItsName(String type, String delivered, String said) {
    ObjectNode json = Scene.JSON.createObjectNode().put("text", delivered);
    json.putObject("conversation").put("conversationType", type);
    ArrayNode mentions = json.putArray("entities");
    mention(mentions, "<at>pushback</at>", "28:us").put("name", "pushback");
    mention(mentions, "<at>Sam</at>", "29:sam").put("name", "Sam Okoro");
    mention(mentions, "<at>Mia</at>", "29:mia");
    mention(mentions, "", "28:us");
    Arrival arrival =
        new Arrival(
            "message", "msteams", "t1", "c1", "29:ada", "28:us", URI.create("https://a.b"), json);

    assertThat(PlainText.command(arrival)).isEqualTo(said);
  }

  private static ObjectNode mention(ArrayNode mentions, String text, String id) {
    ObjectNode mention = mentions.addObject().put("type", "mention").put("text", text);
    return mention.putObject("mentioned").put("id", id);
  }

  @Test
  void ofAVeryLongMessageTheBeginningIsRead() {
    assertThat(PlainText.of("html", "<p>We need it.</p>" + "<div>".repeat(200_000)))
        .isEqualTo("We need it.");
  }

  /** Many times what it takes, and a small part of what looking through each would. */
  private static final Duration ENDS = Duration.ofSeconds(30);

  @Test
  void manySpacesAreReadOnce() {
    String message = "<p>We need" + "\u00A0".repeat(49_900) + "it. \t </p><p>Now.</p>";
    String read = assertTimeoutPreemptively(ENDS, () -> PlainText.of("html", message));
    assertThat(read.endsWith(" it.\nNow.")).isTrue();
  }
}
