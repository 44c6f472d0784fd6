package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys and the database that was written with them. */
class KeysTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final Person BOB = new Person("slack:T1", "U2");
  private static final InstantSource CLOCK = InstantSource.fixed(StoreContract.NOON);
  private static final String ONE = "1:" + TestStores.KEY_1;
  private static final String TWO = "2:" + TestStores.KEY_2;

  private static final AtomicInteger DATABASES = new AtomicInteger();

  @TempDir static Path folder = Path.of("");

  static Stream<DatabaseUrl> databases() {
    return Stream.of(
        new DatabaseUrl.File(folder.resolve(DATABASES.incrementAndGet() + ".db")),
        TestPostgres.fresh());
  }

  private static void fill(Store store, Person person, int count) {
    store.with(
        person,
        memory -> {
          for (int i = 0; i < count; i++) {
            memory.partners().keep(Partner.named("p" + i, "Canary " + i, "vendor"));
          }
          memory.people().check("Canary draft", Set.of());
          memory.cases().keep(StoreContract.aCase("c1"));
          memory.followUps().keep(StoreContract.followUp("f1", "p0"));
          return true;
        });
  }

  private static void reads(Store store, Person person, int count) {
    store.with(
        person,
        memory -> {
          assertThat(memory.partners().all()).hasSize(count);
          assertThat(memory.people().draft()).isEqualTo("Canary draft");
          assertThat(memory.partners().find("p0")).map(Partner::name).contains("Canary 0");
          assertThat(memory.cases().find("c1")).contains(StoreContract.aCase("c1"));
          assertThat(memory.followUps().find("f1"))
              .map(FollowUp::what)
              .contains("the signed NDA – Überprüfung 🖊");
          return true;
        });
  }

  /** Every sealed value of every table, as it is stored. */
  private static List<String> stored(Store store) {
    return store
        .database()
        .read(
            handle -> {
              List<String> all = new ArrayList<>();
              for (Table table : Table.ALL) {
                for (String column : table.sealed()) {
                  all.addAll(
                      handle
                          .createQuery(
                              "select "
                                  + column
                                  + " from "
                                  + table.name()
                                  + " where "
                                  + column
                                  + " is not null")
                          .mapTo(String.class)
                          .list());
                }
              }
              return all;
            });
  }

  private static void refuses(DatabaseUrl url, Vault vault, String... says) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> TestStores.open(url, vault, CLOCK).close())
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(says));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aMissingOrWrongKeyIsToldAtTheStart(DatabaseUrl url) {
    TestStores.open(url, TestStores.vault(ONE), CLOCK).close();

    refuses(url, Vault.open(), "is encrypted", "PUSHBACK_KEY isn't set");
    refuses(
        url, TestStores.vault("1:" + TestStores.KEY_2), "PUSHBACK_KEY isn't the key", "(key 1)");
    refuses(url, TestStores.vault(TWO), "encrypted with key 1", "as 1:…");
    TestStores.open(url, TestStores.vault(ONE), CLOCK).close();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theOldKeyIsNeededUntilEverythingIsEncryptedAnew(DatabaseUrl url) {
    try (Store store = TestStores.open(url, TestStores.vault(ONE), CLOCK)) {
      fill(store, ADA, 1_200);
      fill(store, BOB, 3);
    }
    try (Store store = TestStores.open(url, TestStores.vault(TWO + "," + ONE), CLOCK)) {
      reads(store, ADA, 1_200);
    }
    refuses(url, TestStores.vault(TWO), "encrypted with key 1");
    refuses(url, TestStores.vault(ONE), "encrypted with key 2");

    try (Store store = TestStores.open(url, TestStores.vault(TWO + "," + ONE), CLOCK)) {
      // For both: the partners, and a profile, a case, two rounds, a fact and a follow-up each.
      assertThat(store.rekey()).isEqualTo(1_200 + 3 + 2 * 6);
      assertThat(store.rekey()).isZero();
    }
    try (Store store = TestStores.open(url, TestStores.vault(TWO), CLOCK)) {
      reads(store, ADA, 1_200);
      reads(store, BOB, 3);
      assertThat(stored(store)).isNotEmpty().allMatch(value -> value.startsWith("*2:"));
    }
    refuses(url, TestStores.vault(ONE), "encrypted with key 2");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aDatabaseWithoutAKeyCanBeGivenOne(DatabaseUrl url) {
    try (Store store = TestStores.open(url, Vault.open(), CLOCK)) {
      fill(store, ADA, 3);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(store::rekey)
          .withMessageContaining("Set PUSHBACK_KEY");
    }
    try (Store store = TestStores.open(url, TestStores.vault(ONE), CLOCK)) {
      reads(store, ADA, 3);
      store.rekey();
      reads(store, ADA, 3);
      assertThat(stored(store)).isNotEmpty().allMatch(value -> value.startsWith("*1:"));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aValueCopiedToAnotherRowOrPersonIsRefused(DatabaseUrl url) {
    try (Store store = TestStores.open(url, TestStores.vault(ONE), CLOCK)) {
      fill(store, ADA, 2);
      fill(store, BOB, 2);
      for (String where : List.of("user_id = 'U1' and id = 'p1'", "user_id = 'U2' and id = 'p0'")) {
        store
            .database()
            .write(
                handle ->
                    handle.execute(
                        "update partner set name = (select name from partner where user_id = 'U1'"
                            + " and id = 'p0') where "
                            + where));
      }
      for (Person person : List.of(ADA, BOB)) {
        String other = person.equals(ADA) ? "p1" : "p0";
        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> store.with(person, memory -> memory.partners().find(other)))
            .withMessageContaining("moved from another row");
      }
    }
  }
}
