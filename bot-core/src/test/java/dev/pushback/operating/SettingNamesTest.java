package dev.pushback.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {
  /** The documentation and the doctor know the same names. */
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "config/pushback.env.example"})
  void everyNameIsDocumentedAndNoneIsInvented(String file) throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher names =
        Pattern.compile("\\b(PUSHBACK|SLACK|TEAMS)_[A-Z][A-Z_]+")
            .matcher(Files.readString(Path.of("..", file)));
    while (names.find()) {
      named.add(names.group());
    }
    assertThat(SettingNames.ALL).containsAll(named);
    assertThat(named)
        .containsAll(
            SettingNames.ALL.stream().filter(name -> name.startsWith("PUSHBACK")).toList());
  }
}
