package dev.pushback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is left behind that was meant for later, or for somebody else. */
class LeftoversTest {
  private static final Path ROOT = Path.of("..");

  /** Written so that this file doesn't find itself. */
  private static final Pattern FOR_LATER =
      Pattern.compile(
          "\\b(?:TO"
              + "DO|FIX"
              + "ME|XX"
              + "X|HA"
              + "CK|WI"
              + "P)\\b"
              + "|(?m)^(?:<{7} |={7}$|>{7} |\\|{7} )");

  /** A class is named in full where two have the same name. */
  private static final Pattern NAMED_IN_FULL =
      Pattern.compile(
          "(?m)^(?!import |package |\\s*\\*|\\s*//).*\\b(?:java|dev)\\.[a-z.]+\\.[A-Z]");

  private static final Pattern FILE_OF_THE_PLAYBOOK =
      Pattern.compile("(?<![.\\w-])[a-z]+(?:-[a-z]+)*\\.yaml\\b");

  private static List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> !file.toString().contains("/node_modules/"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> found(Pattern pattern, List<Path> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      pattern
          .matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .forEach(what -> found.add(file + ": " + what.strip()));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {".java", ".yaml", ".sql", ".xml", ".md", ".properties"})
  void nothingIsLeftForLaterAndNoMergeIsHalfDone(String ending) throws IOException {
    assertThat(files(ending)).isNotEmpty();
    assertThat(found(FOR_LATER, files(ending))).isEmpty();
  }

  @Test
  void whatIsLookedForWouldBeFound() {
    assertThat("  // TO" + "DO: later").containsPattern(FOR_LATER);
    assertThat("a\n<<<" + "<<<< HEAD\nb").containsPattern(FOR_LATER);
    assertThat("    dev.pushback.card.Card card = null;").containsPattern(NAMED_IN_FULL);
    assertThat("import dev.pushback.card.Card;").doesNotContainPattern(NAMED_IN_FULL);
  }

  @Test
  void noTwoClassesThatAreUsedTogetherShareAName() throws IOException {
    List<Path> code =
        files(".java").stream().filter(file -> file.toString().contains("/src/main/")).toList();
    assertThat(code).hasSizeGreaterThan(200);
    assertThat(found(NAMED_IN_FULL, code)).isEmpty();
  }

  /** Files are renamed and split; what is said of them has to follow. */
  @Test
  void everyFileOfThePlaybookThatIsSpokenOfIsThere() throws IOException {
    List<String> there =
        files(".yaml").stream().map(file -> String.valueOf(file.getFileName())).toList();
    List<Path> texts =
        Stream.of(files(".sql"), files(".md"), files(".java"))
            .flatMap(List::stream)
            .filter(file -> !file.toString().contains("/src/test/"))
            .toList();

    assertThat(found(FILE_OF_THE_PLAYBOOK, texts))
        .isNotEmpty()
        .allSatisfy(spoken -> assertThat(there).contains(spoken.replaceFirst(".*: ", "")));
  }
}
