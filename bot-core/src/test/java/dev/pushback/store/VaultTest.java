package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.people.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what people wrote is encrypted. */
class VaultTest {
  private static final Person ADA = new Person("slack:T1", "U1");

  @TempDir Path folder = Path.of("");

  @Property(tries = 100)
  void everyTextComesBack(@ForAll String text) {
    // What is no text (half of a pair) becomes a question mark, as everywhere in Java.
    String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    for (Vault vault : new Vault[] {Vault.open(), TestStores.vault("1:" + TestStores.KEY_1)}) {
      assertThat(vault.open(ADA, "partner.name/p1", vault.seal(ADA, "partner.name/p1", valid)))
          .isEqualTo(valid);
    }
  }

  @Test
  void theSameTextIsNeverStoredTheSameWay() {
    Vault vault = TestStores.vault(TestStores.KEY_1);

    assertThat(vault.seal(ADA, "partner.name/p1", "Rivera"))
        .startsWith("*1:")
        .doesNotContain("Rivera")
        .isNotEqualTo(vault.seal(ADA, "partner.name/p1", "Rivera"));
  }

  @ParameterizedTest
  @CsvSource({
    "slack:T2, U1, partner.name/p1",
    "slack:T1, U2, partner.name/p1",
    "slack:T1, U1, partner.name/p2",
    "slack:T1, U1, follow_up.what/p1"
  })
  void aValueThatWasMovedCantBeRead(String tenant, String user, String place) {
    Vault vault = TestStores.vault(TestStores.KEY_1);
    String sealed = vault.seal(ADA, "partner.name/p1", "Rivera");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> vault.open(new Person(tenant, user), place, sealed))
        .withMessageContaining("can't be read")
        .withMessageContaining("moved from another row");
  }

  @ParameterizedTest
  @CsvSource({"''", "*", "*1", "*1:", "*1:AAAA", "*x:AAAA", "*1:no base64", "anything"})
  void aDamagedValueIsToldKindly(String stored) {
    Vault vault = TestStores.vault(TestStores.KEY_1);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> vault.open(ADA, "partner.name/p1", stored))
        .withMessageContaining("can't be read");
  }

  @Test
  void withTwoKeysTheFirstWritesAndBothRead() {
    Vault old = TestStores.vault("1:" + TestStores.KEY_1);
    Vault both = TestStores.vault("2:" + TestStores.KEY_2 + ",1:" + TestStores.KEY_1);
    String before = old.seal(ADA, "partner.name/p1", "Rivera");
    String after = both.seal(ADA, "partner.name/p1", "Rivera");

    assertThat(after).startsWith("*2:");
    assertThat(both.open(ADA, "partner.name/p1", before)).isEqualTo("Rivera");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> old.open(ADA, "partner.name/p1", after))
        .withMessageContaining("encrypted with key 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          hunter-2                           ; is no Base64
          c2hvcnQ=                           ; must be 32 bytes in Base64, not 5
          ''                                 ; must be 32 bytes in Base64, not 0
          1:c2hvcnQ=                         ; not 5
          KEY_1,                             ; not 0
          x:KEY_1                            ; several keys are written as
          0:KEY_1                            ; several keys are written as
          -1:KEY_1                           ; several keys are written as
          99999:KEY_1                        ; several keys are written as
          1:KEY_1,1:KEY_2                    ; two keys with the number 1
          2:KEY_1,1:KEY_1                    ; the same key twice
          KEY_1,KEY_2                        ; two keys with the number 1
          """)
  void aRingThatCantBeUsedIsRefusedWithoutShowingIt(String ring, String says) {
    String filled = ring.replace("KEY_1", TestStores.KEY_1).replace("KEY_2", TestStores.KEY_2);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> TestStores.vault(filled))
        .withMessageContaining("PUSHBACK_KEY")
        .withMessageContaining(says)
        .satisfies(
            refusal -> assertThat(refusal.getMessage()).doesNotContain("hunter", "c2hv", "a2V5"));
  }

  @Test
  void aVaultNeverShowsItsKeys() {
    assertThat(TestStores.vault("7:" + TestStores.KEY_1)).hasToString("vault with keys [7]");
    assertThat(KeyRing.of("7:" + TestStores.KEY_1)).hasToString("keys [7]");
  }

  // The environment

  @Test
  void theKeyCanStandInAFileThatOnlyItsOwnerReads() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), TestStores.KEY_1 + "\n");
    Map<String, String> environment = Map.of("PUSHBACK_KEY_FILE", file.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> KeyRing.in(environment))
        .withMessageContaining("chmod 600");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(KeyRing.in(environment)).contains(TestStores.KEY_1);

    Files.writeString(file, " \n");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> KeyRing.in(environment))
        .withMessageContaining("is empty");
    Files.delete(file);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> KeyRing.in(environment))
        .withMessageContaining("can't be read");
  }

  @Test
  void oneOfTheTwoIsEnough() {
    assertThat(KeyRing.in(Map.of())).isEmpty();
    assertThat(KeyRing.in(Map.of("PUSHBACK_KEY", " "))).isEmpty();
    assertThat(KeyRing.in(Map.of("PUSHBACK_KEY", "1:x"))).contains("1:x");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> KeyRing.in(Map.of("PUSHBACK_KEY", "x", "PUSHBACK_KEY_FILE", "y")))
        .withMessageContaining("not both");
  }
}
