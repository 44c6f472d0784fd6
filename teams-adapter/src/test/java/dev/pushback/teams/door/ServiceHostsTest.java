package dev.pushback.teams.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceHostsTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://smba.trafficmanager.net/emea/,                       true",
    "https://smba.trafficmanager.net/,                            true",
    "https://smba.trafficmanager.net,                             true",
    "https://smba.trafficmanager.net:443/teams,                   true",
    "HTTPS://SMBA.TrafficManager.NET/amer/,                       true",
    "https://smba.infra.gcc.teams.microsoft.com/teams,            true",
    "https://smba.infra.gov.teams.microsoft.us/teams,             false",
    "https://smba.infra.dod.teams.microsoft.us/teams,             false",
    "http://smba.trafficmanager.net/emea/,                        false",
    "ftp://smba.trafficmanager.net/,                              false",
    "https://smba.trafficmanager.net:8443/emea/,                  false",
    "https://smba.trafficmanager.net:80/emea/,                    false",
    "https://evil.trafficmanager.net/emea/,                       false",
    "https://evil.smba.trafficmanager.net/emea/,                  false",
    "https://smba.trafficmanager.net.example.com/,                false",
    "https://smba.trafficmanager.net./emea/,                      false",
    "https://smba.trafficmanager.net@example.com/,                false",
    "https://user@smba.trafficmanager.net/,                       false",
    "https://smba.trafficmanager.net/?a=b,                        false",
    "https://smba.trafficmanager.net/#a,                          false",
    "https://smba_trafficmanager.net/,                            false",
    "https://example.com/smba.trafficmanager.net,                 false",
    "https://127.0.0.1/,                                          false",
    "http://localhost:56150/_connector,                           false",
    "//smba.trafficmanager.net/emea/,                             false",
    "smba.trafficmanager.net,                                     false",
    "https:smba.trafficmanager.net,                               false",
    "https:///emea,                                               false",
    "'',                                                          false",
  })
  void onlyMicrosoftsUsualOnesAreAllowed(String address, boolean allowed) {
    ServiceHosts usual = ServiceHosts.of(ServiceHosts.USUAL);

    assertThat(usual.allows(URI.create(address))).isEqualTo(allowed);
    assertThat(usual.areAllHere()).isFalse();
  }

  @ParameterizedTest(name = "{0} allows {1}: {2}")
  @CsvSource({
    "*.example.com,      https://a.example.com/,        true",
    "*.example.com,      https://a.b.example.com/,      true",
    "*.example.com,      https://example.com/,          false",
    "*.example.com,      https://badexample.com/,       false",
    "*.example.com,      http://a.example.com/,         false",
    "' A.example.com ',  https://a.EXAMPLE.com/,        true",
    "localhost:56150,    http://localhost:56150/_c,     true",
    "localhost:56150,    http://localhost:56151/_c,     false",
    "localhost:56150,    http://localhost/_c,           false",
    "localhost:56150,    https://localhost:56150/_c,    false",
    "localhost:56150,    http://127.0.0.1:56150/_c,     false",
    "127.0.0.1:9999,     http://127.0.0.1:9999/,        true",
    "[::1]:9999,         http://[::1]:9999/,            true",
  })
  void aListSaysWhichAreAllowed(String list, String address, boolean allowed) {
    assertThat(ServiceHosts.of(list).allows(URI.create(address))).isEqualTo(allowed);
    assertThat(ServiceHosts.of("other.example.org," + list).allows(URI.create(address)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "a.com,",
        "*",
        "*.com.",
        "*.*.com",
        "com",
        "https://a.com",
        "a.com/x",
        "a.com:8443",
        "a..com",
        "-a.com",
        "10.0.0.1",
        "10.0.0.1:80",
        "localhost",
        "localhost:0",
        "localhost:99999",
        "a b.com"
      })
  void aListOfAnythingElseIsRefused(String list) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceHosts.of(list))
        .withMessageContaining("is no host, such as smba.trafficmanager.net");
  }

  @Test
  void aListMayBeOfThisMachineOnly() {
    assertThat(ServiceHosts.of("localhost:56150, 127.0.0.1:9999").areAllHere()).isTrue();
    assertThat(ServiceHosts.of("localhost:56150,a.example.com").areAllHere()).isFalse();
  }
}
