package dev.pushback.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.chat.Settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private final Settings settings =
      new Settings(
          List.of(
              Setting.required("TOKEN", "lets us in"),
              Setting.optional("SOCKET_TOKEN", "needs no public address"),
              Setting.preset("PORT", "the port to listen on", "3000")));

  @Test
  void saysWhatIsMissingAndWhatNeedNotBeSet() {
    assertThat(settings.report(Map.of()))
        .containsExactly(
            "TOKEN         missing  lets us in",
            "SOCKET_TOKEN  not set  needs no public address",
            "PORT          not set  the port to listen on (3000 if not set)");
  }

  @Test
  void saysWhatIsSetAndNeverToWhat() {
    Map<String, String> environment =
        Map.of("TOKEN", "hunter2", "SOCKET_TOKEN", "hunter3", "PORT", "9999", "HOME", "/home/ada");

    assertThat(settings.report(environment))
        .containsExactly(
            "TOKEN         set      lets us in",
            "SOCKET_TOKEN  set      needs no public address",
            "PORT          set      the port to listen on (3000 if not set)");
  }

  @Test
  void takesABlankValueForNone() {
    assertThat(settings.report(Map.of("TOKEN", "  ")))
        .contains("TOKEN         missing  lets us in");
  }

  @Test
  void addsToThePlatformsSettingsThoseThatEveryAdapterHas() {
    Settings adapter = Settings.ofAdapter(3978, Setting.required("APP_ID", "who we are"));

    assertThat(adapter.all())
        .extracting(Setting::name)
        .containsExactly(
            "APP_ID",
            "PUSHBACK_PORT",
            "PUSHBACK_HOST",
            "PUSHBACK_DB",
            "PUSHBACK_KEY",
            "PUSHBACK_KEY_FILE",
            "PUSHBACK_KEEP_DAYS",
            "PUSHBACK_OPS_PORT",
            "PUSHBACK_OPS_HOST",
            "PUSHBACK_METRICS_TOKEN",
            "PUSHBACK_LINKED_TENANTS",
            "PUSHBACK_PLAYBOOK");
    assertThat(adapter.report(Map.of())).anyMatch(line -> line.contains("3978 if not set"));
  }

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
    assertThat(Settings.NAMES).containsAll(named);
    assertThat(named)
        .containsAll(Settings.NAMES.stream().filter(name -> name.startsWith("PUSHBACK")).toList());
  }

  @Test
  void everySettingOfAnAdapterIsAmongTheKnownNames() {
    assertThat(Settings.NAMES)
        .containsAll(Settings.ofAdapter(1).all().stream().map(Setting::name).toList());
  }

  @Test
  void refusesASettingThatContradictsItself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setting("PORT", "the port", true, Optional.of("3000")))
        .withMessageContaining("PORT");
    assertThatIllegalArgumentException().isThrownBy(() -> Setting.required("my port", "the port"));
    assertThatIllegalArgumentException().isThrownBy(() -> Setting.required("PORT", " "));
  }

  @Test
  void refusesTheSameNameTwice() {
    Setting port = Setting.required("PORT", "the port");

    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(List.of(port, port)));
  }
}
