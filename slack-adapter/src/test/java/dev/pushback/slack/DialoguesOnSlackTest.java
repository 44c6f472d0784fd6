package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.chat.Reply;
import dev.pushback.slack.PretendSlack.Call;
import dev.pushback.testing.CardTexts;
import dev.pushback.testing.TestDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The dialogues of the core, typed in Slack: over signed HTTP people read all that the coach says,
 * and nothing else but that only they can see it.
 */
class DialoguesOnSlackTest {
  private static final List<String> PEOPLE = List.of("UADA", "USAM", "UKIM", "UBOB", "ULEE");
  private static final Pattern AT = Pattern.compile("@(ada|sam|kim|bob|lee)\\b");
  private static final Pattern SAYS = Pattern.compile("([a-z]*)> (.*)");

  @TestFactory
  Stream<DynamicTest> dialogues() throws IOException {
    return TestDialogue.files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> onSlack(file)));
  }

  private static void onSlack(Path file) throws IOException {
    try (TestDialogue console = new TestDialogue();
        Scene scene = new Scene()) {
      // Slack doesn't say what they are called, nor where, so that only they tell the coach.
      PEOPLE.forEach(id -> scene.slack.person(id, "", ""));
      for (String line : Files.readAllLines(file)) {
        Matcher says = SAYS.matcher(line);
        if (says.matches()) {
          String who = says.group(1).isEmpty() ? "ada" : says.group(1);
          Optional<Reply> reply = console.say(who, says.group(2));
          if (reply.isPresent()) {
            Call shown =
                scene.said(
                    id(who), AT.matcher(console.saidLast()).replaceAll(DialoguesOnSlackTest::at));
            assertSame(reply.get(), shown, console.saidLast());
          }
        } else if (line.startsWith("~ ")) {
          List<Reply> nudges = console.later(line.substring(2));
          scene.bringUp(console.now());
          assertThat(scene.slack.calls()).as(line).hasSize(nudges.size());
        }
      }
    }
  }

  /** Slack has ids where the dialogues have names. */
  private static String id(String who) {
    return "U" + who.toUpperCase(Locale.ROOT);
  }

  private static String at(MatchResult picked) {
    return "@" + id(picked.group(1));
  }

  private static void assertSame(Reply reply, Call shown, String said) {
    assertThat(shown.shown()).as(said).contains("Only you can see this");
    String flat = CardTexts.flat(shown.shown());
    for (String text : CardTexts.of(reply.card())) {
      assertThat(flat).as(said).contains(CardTexts.flat(text));
    }
  }
}
