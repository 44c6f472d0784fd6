package dev.pushback.teams.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyListTest {
  private static final String MODULUS = "w".repeat(342);
  private static final String ENTRY =
      "{\"kty\":\"RSA\",\"kid\":\"k\",\"use\":\"sig\",\"e\":\"AQAB\",\"n\":\""
          + MODULUS
          + "\",\"endorsements\":[\"msteams\",7,null,\"skype\"]}";

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "kid, \"k\",       true",
        "use, null,        true",
        "x5t, \"x\",       true",
        "x,   {\"y\":[1]}, true",
        "kid, null,        false",
        "kid, 7,           false",
        "kty, \"EC\",      false",
        "kty, null,        false",
        "use, \"enc\",     false",
        "n,   null,        false",
        "n,   \"\",        false",
        "n,   \"AQAB\",    false",
        "n,   \"%%\",      false",
        "n,   7,           false",
        "e,   null,        false",
        "e,   \"\",        false",
      })
  void aKeyThatCannotBeUsedIsLeftOut(String name, String value, boolean used) {
    ObjectNode entry = (ObjectNode) DoorWorld.json(ENTRY);
    entry.set(name, DoorWorld.json(value));

    assertThat(KeyList.keys("{\"keys\":[" + entry + "]}").containsKey("k")).isEqualTo(used);
    assertThat(KeyList.keys("{\"keys\":[" + entry + "," + ENTRY + "]}")).containsOnlyKeys("k");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "[\"msteams\",7,\"skype\"]; msteams skype",
        "[\"MSTEAMS\"];             MSTEAMS",
        "[];                        ``",
        "null;                      ``",
        "\"msteams\";               ``",
        "{\"a\":1};                 ``",
      })
  void aKeySpeaksForTheChannelsThatAreNamed(String value, String channels) {
    ObjectNode entry = (ObjectNode) DoorWorld.json(ENTRY);
    entry.set("endorsements", DoorWorld.json(value));

    Key key = KeyList.keys("{\"keys\":[" + entry + "]}").values().iterator().next();
    assertThat(key.endorsements())
        .containsExactlyInAnyOrder(channels.isEmpty() ? new String[0] : channels.split(" "));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://login.botframework.com/keys,      true",
    "https://LOGIN.botframework.com/keys,      true",
    "https://other.botframework.com/keys,      true",
    "http://login.botframework.com/keys,       false",
    "https://botframework.com/keys,            false",
    "https://evilbotframework.com/keys,        false",
    "https://botframework.com.example.com/,    false",
    "https://a@login.botframework.com/keys,    false",
    "https://login.microsoftonline.com/keys,   false",
  })
  void theKeysAreAtMicrosofts(String address, boolean allowed) {
    assertThat(KeyList.address(URI.create(Keys.USUAL), "{\"jwks_uri\":\"" + address + "\"}"))
        .isEqualTo(allowed ? Optional.of(URI.create(address)) : Optional.empty());
  }
}
