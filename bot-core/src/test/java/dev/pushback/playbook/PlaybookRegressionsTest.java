package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damage that is loaded without a complaint, and fails or is forgotten when somebody talks to the
 * coach. Each fails at present; move it to BrokenPlaybookTest once it is mended.
 */
class PlaybookRegressionsTest {
  private final Path folder;

  PlaybookRegressionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bad-input.yaml              | gibberish:           | gibbersh:
          needs-a-person.yaml         | greeting:            | greetings:
          reframes.yaml               | too-slow:            | too-slo:
          bad-input.yaml              | title: Nothing there | titel: x\\n  title: Nothing there
          partner-kinds.yaml          | favour: "I           | favor: "I
          endings.yaml                | why: You asked       | wy: x\\n  why: You asked
          endgame.yaml                | praise:              | prize: x\\npraise:
          reframes.yaml               | feeling:             | feelings: x\\n  feeling:
          follow-ups.yaml             | cites: [T-071]       | sites: x\\n    cites: [T-071]
          situations/boss-report.yaml | to: boss             | to: bos
          situations/no-reply.yaml    | [T-030, T-080]       | [""]
          situations/no-reply.yaml    | {want.noun}.         | {fact:sum}.
          objections.yaml             | \\n    2:\\n         | \\n    7:\\n
          """)
  void aTypingErrorIsComplainedAbout(String file, String good, String bad) throws IOException {
    BuiltInPlaybook.copyTo(folder);
    String text = Files.readString(folder.resolve(file));
    String from = good.replace("\\n", "\n");
    assertThat(text).contains(from);

    String to = bad.replace("\\n", "\n");
    Files.writeString(folder.resolve(file), text.replaceFirst(Pattern.quote(from), to));

    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(() -> Playbooks.in(folder).read())
        .withMessageStartingWith(file);
  }

  @Test
  void anEndThatCannotAlwaysBeSaidIsComplainedAbout() throws IOException {
    BuiltInPlaybook.copyTo(folder);
    Path file = folder.resolve("endings.yaml");
    String text = Files.readString(file);
    int start = text.indexOf("    - \"");
    int end = text.indexOf("\nboss-report:");

    Files.writeString(
        file, text.substring(0, start) + "    - \"I'll leave {item}.\"" + text.substring(end));

    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(() -> Playbooks.in(folder).read())
        .withMessageStartingWith("endings.yaml");
  }
}
