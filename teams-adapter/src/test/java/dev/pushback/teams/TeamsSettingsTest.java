package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.adapter.UnusableSettings;
import dev.pushback.teams.TeamsSettings.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the adapter may be told, and what it says to everything else. */
class TeamsSettingsTest {
  private static final String KEY = "a2V5IG9uZSwgd2l0aCB0aGlydHktdHdvIGJ5dGVzLi4=";
  private static final String APP = "0b0b0b0b-1111-4222-8333-44444444444a";
  private static final String TENANT = "7e7e7e7e-5555-4666-8777-88888888888b";
  private static final String ONE =
      "TEAMS_APP_ID=" + APP + " TEAMS_APP_PASSWORD=hush TEAMS_TENANT_ID=" + TENANT;

  /** {@code NAME=value} with spaces between, on top of a key; the usual ones for short. */
  private static Map<String, String> environment(String text) {
    Map<String, String> all = new HashMap<>(Map.of("PUSHBACK_KEY", KEY));
    for (String pair : text.replace("<one>", ONE).replace("<app>", APP).split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        all.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return all;
  }

  private static TeamsSettings read(String text) throws UnusableSettings {
    return TeamsSettings.of(environment(text), StandardCharsets.UTF_8);
  }

  private static List<String> problems(Map<String, String> environment) {
    try {
      TeamsSettings settings = TeamsSettings.of(environment, StandardCharsets.UTF_8);
      throw new AssertionError("there is nothing wrong with " + settings);
    } catch (UnusableSettings e) {
      return e.problems();
    }
  }

  @Test
  void oneOrganisation() throws UnusableSettings {
    TeamsSettings settings = read("<one> TEAMS_LOGIN_URL=");

    assertThat(settings.access()).isEqualTo(new Access.OneTenant(APP, "hush", TENANT));
    assertThat(settings.loginUrl()).isEqualTo(URI.create("https://login.microsoftonline.com/"));
    assertThat(settings.metadataUrl())
        .isEqualTo(URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration"));
    assertThat(settings.hosts().allows(URI.create("https://smba.trafficmanager.net/emea/")))
        .isTrue();
    assertThat(settings.hosts().allows(URI.create("https://evil.example/"))).isFalse();
    assertThat(settings.listen().getPort()).isEqualTo(3_978);
    assertThat(settings.toString() + settings.access()).doesNotContain("hush");
  }

  @Test
  void idsAreTheSameInAnyLetters() throws UnusableSettings {
    TeamsSettings settings =
        read(
            "TEAMS_APP_PASSWORD=hush TEAMS_APP_ID=%s TEAMS_TENANT_ID=%s"
                .formatted(APP.toUpperCase(Locale.ROOT), TENANT.toUpperCase(Locale.ROOT)));

    assertThat(settings.access()).isEqualTo(new Access.OneTenant(APP, "hush", TENANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "Many"})
  void manyOrganisations(String many) throws UnusableSettings {
    TeamsSettings settings =
        read(
            "TEAMS_APP_ID=<app> TEAMS_APP_PASSWORD=hush PUSHBACK_PORT=8080 TEAMS_TENANT_ID="
                + many);

    assertThat(settings.access()).isEqualTo(new Access.ManyTenants(APP, "hush"));
    assertThat(settings.listen().getPort()).isEqualTo(8_080);
    assertThat(settings.toString() + settings.access()).doesNotContain("hush");
  }

  @Test
  void addressesOfThisMachineForTests() throws UnusableSettings {
    TeamsSettings settings =
        read(
            "<one> TEAMS_LOGIN_URL=http://127.0.0.1:9811/"
                + " TEAMS_OPENID_METADATA_URL=http://localhost:9811/keys"
                + " TEAMS_SERVICE_HOSTS=127.0.0.1:9812");

    assertThat(settings.loginUrl()).isEqualTo(URI.create("http://127.0.0.1:9811/"));
    assertThat(settings.metadataUrl()).isEqualTo(URI.create("http://localhost:9811/keys"));
    assertThat(settings.hosts().allows(URI.create("http://127.0.0.1:9812/teams/"))).isTrue();
    assertThat(settings.hosts().allows(URI.create("https://smba.trafficmanager.net/"))).isFalse();
  }

  @Test
  void aPlaygroundNeedsNoRegistrationAndStaysOnThisMachine() throws UnusableSettings {
    TeamsSettings settings = read("TEAMS_PLAYGROUND=yes");

    assertThat(settings.access()).isEqualTo(new Access.Playground());
    assertThat(settings.listen().getAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.hosts().areAllHere()).isTrue();
  }

  @Test
  void nobodyIsLetInUnseenUnlessThatIsAskedFor() throws UnusableSettings {
    assertThat(read("<one> TEAMS_PLAYGROUND=no").access()).isInstanceOf(Access.OneTenant.class);
    assertThat(read("<one> TEAMS_PLAYGROUND=").access()).isInstanceOf(Access.OneTenant.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          TEAMS_APP_PASSWORD=hush TEAMS_TENANT_ID=many                 ; TEAMS_APP_ID isn't set. Set it to the Microsoft App ID
          TEAMS_APP_ID=28:x TEAMS_APP_PASSWORD=hush TEAMS_TENANT_ID=many ; TEAMS_APP_ID must look like
          TEAMS_APP_ID=<app> TEAMS_TENANT_ID=many                        ; TEAMS_APP_PASSWORD isn't set. Set it to the value of a client secret
          TEAMS_APP_ID=<app> TEAMS_APP_PASSWORD=hush                     ; TEAMS_TENANT_ID isn't set. Set it to the App Tenant ID
          TEAMS_APP_ID=<app> TEAMS_APP_PASSWORD=hush TEAMS_TENANT_ID=all ; TEAMS_TENANT_ID must look like
          <one> TEAMS_PLAYGROUND=true                                    ; TEAMS_PLAYGROUND must be yes or no
          TEAMS_PLAYGROUND=yes PUSHBACK_HOST=0.0.0.0                   ; PUSHBACK_HOST must be an address of this machine only
          TEAMS_PLAYGROUND=yes TEAMS_SERVICE_HOSTS=smba.trafficmanager.net ; TEAMS_SERVICE_HOSTS may name only ports of this machine
          <one> TEAMS_SERVICE_HOSTS=https://smba.trafficmanager.net/     ; TEAMS_SERVICE_HOSTS:
          <one> TEAMS_SERVICE_HOSTS=*                                    ; TEAMS_SERVICE_HOSTS:
          <one> TEAMS_LOGIN_URL=http://login.microsoftonline.com/        ; TEAMS_LOGIN_URL must be an https address
          <one> TEAMS_LOGIN_URL=https://u@evil.example/                  ; TEAMS_LOGIN_URL must be an https address
          <one> TEAMS_OPENID_METADATA_URL=file:///etc/passwd             ; TEAMS_OPENID_METADATA_URL must be an https address
          <one> TEAMS_OPENID_METADATA_URL=http://127.0.0.1.evil.example/ ; TEAMS_OPENID_METADATA_URL must be an https address
          <one> PUSHBACK_PORT=0                                          ; PUSHBACK_PORT must be a port, from 1 to 65535
          <one> PUSHBACK_PORT=65536                                      ; PUSHBACK_PORT must be a port, from 1 to 65535
          <one> PUSHBACK_OPS_PORT=3978                                   ; PUSHBACK_OPS_PORT is the same as PUSHBACK_PORT
          <one> PUSHBACK_KEY=                                            ; PUSHBACK_KEY isn't set
          <one> PUSHBACK_KEY=c2hvcnQ=                                    ; PUSHBACK_KEY
          <one> PUSHBACK_KEEP_DAYS=never                                 ; PUSHBACK_KEEP_DAYS must be a number
          """)
  void oneThingThatIsWrongIsOneLine(String environment, String says) {
    assertThat(problems(environment(environment)))
        .singleElement()
        .asString()
        .startsWith(says)
        .doesNotContain(KEY, "hush", "28:x");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(problems(Map.of("TEAMS_APP_ID", " ", "PUSHBACK_PORT", "x")))
        .hasSize(5)
        .anyMatch(line -> line.startsWith("TEAMS_APP_ID"))
        .anyMatch(line -> line.startsWith("TEAMS_APP_PASSWORD"))
        .anyMatch(line -> line.startsWith("TEAMS_TENANT_ID"))
        .anyMatch(line -> line.startsWith("PUSHBACK_PORT"))
        .anyMatch(line -> line.startsWith("PUSHBACK_KEY"));
  }

  /** An é in a message would be what nobody wrote. */
  @Test
  void anotherCharacterSetIsRefused() {
    assertThatExceptionOfType(UnusableSettings.class)
        .isThrownBy(() -> TeamsSettings.of(environment("<one>"), StandardCharsets.ISO_8859_1))
        .withMessageContaining("-Dfile.encoding=UTF-8");
  }

  @Test
  void nobodyElseCanAskUnlessToldSo() throws UnusableSettings {
    assertThat(read("<one>").listen().getAddress().isLoopbackAddress()).isTrue();
    assertThat(read("<one> PUSHBACK_HOST=0.0.0.0").listen().getAddress().isAnyLocalAddress())
        .isTrue();
  }

  @Test
  void aMisspeltNameStopsTheStart() {
    assertThat(problems(environment("<one> TEAMS_APP_PASWORD=x")))
        .anyMatch(problem -> problem.contains("TEAMS_APP_PASSWORD"))
        .noneMatch(problem -> problem.contains("hush"));
  }
}
