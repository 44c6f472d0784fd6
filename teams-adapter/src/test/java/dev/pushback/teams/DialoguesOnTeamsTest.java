package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.chat.Reply;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.testing.CardTexts;
import dev.pushback.testing.TestDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The dialogues of the core, typed in Teams: over HTTP with verified tokens people read all that
 * the coach says, each in their own chat.
 */
class DialoguesOnTeamsTest {
  private static final Pattern SAYS = Pattern.compile("([a-z]*)> (.*)");

  @TestFactory
  Stream<DynamicTest> dialogues() throws IOException {
    return TestDialogue.files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> onTeams(file)));
  }

  private static void onTeams(Path file) throws IOException {
    try (TestDialogue console = new TestDialogue();
        Scene scene = new Scene()) {
      for (String line : Files.readAllLines(file)) {
        Matcher says = SAYS.matcher(line);
        if (says.matches()) {
          String who = says.group(1).isEmpty() ? "ada" : says.group(1);
          Optional<Reply> reply = console.say(who, says.group(2));
          if (reply.isPresent()) {
            Call shown = scene.said(who, console.saidLast());
            assertThat(shown.conversation()).isEqualTo(Scene.chat(who));
            assertSame(reply.get(), shown.seen(), console.saidLast());
          }
        } else if (line.startsWith("~ ")) {
          List<Reply> nudges = console.later(line.substring(2));
          scene.bringUp(console.now());
          assertThat(scene.teams.calls()).as(line).hasSize(nudges.size());
        }
      }
    }
  }

  private static void assertSame(Reply reply, Seen seen, String said) {
    assertThat(seen.text()).as(said).contains("Only you can see this");
    String flat = CardTexts.flat(seen.text());
    for (String text : CardTexts.of(reply.card())) {
      assertThat(flat).as(said).contains(CardTexts.flat(text));
    }
  }
}
