package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person may ask for: to see everything that is kept of them, and to have it forgotten. */
class PersonalDataTest {
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final Person BOB = new Person("slack:T1", "U2");
  private static final InstantSource CLOCK = InstantSource.fixed(StoreContract.NOON);
  private static final String CANARY = "canary-7Qx2-the-secret-words";

  private static final AtomicInteger FILES = new AtomicInteger();

  @TempDir static Path folder = Path.of("");

  static Stream<Store> stores() {
    return Stream.of("", "1:" + TestStores.KEY_1)
        .map(ring -> ring.isEmpty() ? Vault.open() : TestStores.vault(ring))
        .flatMap(
            vault ->
                Stream.of(
                        new DatabaseUrl.File(folder.resolve(FILES.incrementAndGet() + ".db")),
                        TestPostgres.fresh())
                    .map(url -> TestStores.open(url, vault, CLOCK)));
  }

  /** Hundreds of rows with the canary in all of them, so that pages are split and moved about. */
  private static void fill(Store store, Person person, String words) {
    store.with(
        person,
        memory -> {
          for (int i = 0; i < 300; i++) {
            memory.partners().keep(Partner.named("p" + i, words + " " + i, "vendor"));
          }
          memory.people().check(words, Set.of("harsh"));
          memory.cases().keep(StoreContract.aCase("c1"));
          FollowUp waiting = StoreContract.followUp("f1", "p0");
          memory.followUps().keep(waiting);
          return true;
        });
    TestRows.addConcession(store, person, "p0", words);
    TestRows.addNudges(store, person, words);
    store.conversations().save(TestRows.conversation(person));
  }

  @Test
  void everyTableOfPeopleAndWorkspacesIsInTheListWithItsKeyAndColumns() {
    try (Store store = TestStores.inMemory(CLOCK)) {
      Set<String> inTheSchema =
          store
              .database()
              .read(
                  handle ->
                      new TreeSet<>(
                          handle
                              .createQuery(
                                  "select distinct m.name from sqlite_master m, pragma_table_info(m.name) c"
                                      + " where m.type = 'table' and c.name in ('tenant_id', 'user_id')")
                              .mapTo(String.class)
                              .list()));
      assertThat(Table.everything().stream().map(Table::name))
          .containsExactlyInAnyOrderElementsOf(inTheSchema);
      for (Table table : Table.everything()) {
        List<String> key =
            store
                .database()
                .read(
                    handle ->
                        handle
                            .createQuery(
                                "select name from pragma_table_info('"
                                    + table.name()
                                    + "') where pk > 0 order by pk")
                            .mapTo(String.class)
                            .list());
        assertThat(table.fullKey()).as(table.name()).isEqualTo(key);
      }
    }
  }

  /** The comments of the schema say which columns are sealed. */
  @Test
  void everySealedColumnIsInTheList() throws IOException {
    Set<String> commented = new TreeSet<>();
    for (String script : Migrations.SCRIPTS) {
      String table = "";
      Path file = Path.of("src/main/resources/dev/pushback/store/migrations", script);
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("create table ")) {
          table = line.split(" ", -1)[2];
        } else if (line.matches("alter table .*-- sealed.*")) {
          String[] words = line.split(" ", -1);
          commented.add(words[2] + "." + words[5]);
        } else if (line.matches(" .*-- sealed.*")) {
          commented.add(table + "." + line.strip().split(" ", -1)[0]);
        }
      }
    }
    assertThat(
            Table.everything().stream()
                .flatMap(
                    table -> table.sealed().stream().map(column -> table.name() + "." + column)))
        .containsExactlyInAnyOrderElementsOf(commented);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void anExportHoldsEverythingOfThePersonInWordsAndNothingOfOthers(Store store) throws IOException {
    try (store) {
      fill(store, ADA, CANARY);
      fill(store, BOB, "somebody else's");

      JsonNode json = new ObjectMapper().readTree(store.export(ADA));

      assertThat(json.path("tenant").asText()).isEqualTo("slack:T1");
      assertThat(json.path("exportedAt").asText()).isEqualTo("2026-03-10T12:00:00Z");
      for (Table table : Table.ALL) {
        assertThat(json.path(table.shown())).as(table.shown()).isNotEmpty();
      }
      assertThat(json.path("partners")).hasSize(300);
      assertThat(json.path("partners").path(0).path("name").asText()).isEqualTo(CANARY + " 0");
      JsonNode waiting = json.path("followUps").path(0);
      assertThat(waiting.path("what").asText()).isEqualTo("the signed NDA – Überprüfung 🖊");
      assertThat(waiting.path("askedAt").asText()).isEqualTo("2026-03-10T12:00:00Z");
      assertThat(waiting.path("promisedOn").asText()).isEqualTo("2026-03-12");
      assertThat(waiting.path("nudges").isInt()).isTrue();
      assertThat(json.path("nudges").path(1).path("body").asText()).isEqualTo(CANARY);
      assertThat(json.path("nudgeItems").path(0).path("followUpId").asText()).isEqualTo("f1");
      JsonNode conversation = json.path("conversation").path(0);
      assertThat(conversation.path("conversationId").asText()).isEqualTo("a:1-U1");
      assertThat(conversation.path("updatedAt").asText()).isEqualTo("2026-03-10T12:00:00Z");
      assertThat(json.toString()).doesNotContain("somebody else");
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whoIsForgottenIsGoneFromEveryTableAndFromTheFile(Store store) throws IOException {
    try (store) {
      fill(store, BOB, "somebody else's");
      String bobs = store.export(BOB);
      fill(store, ADA, CANARY);

      Erasure erasure = store.forget(ADA);

      assertThat(erasure.isComplete()).isTrue();
      assertThat(erasure.erased())
          .containsOnlyKeys(Table.ALL.stream().map(Table::shown).collect(Collectors.toList()))
          .containsEntry("partners", 300)
          .doesNotContainValue(0);
      assertThat(erasure.left()).allSatisfy((table, rows) -> assertThat(rows).isZero());
      assertThat(store.export(BOB)).isEqualTo(bobs);
      if (store.database().url() instanceof DatabaseUrl.File file) {
        assertThat(erasure.searched()).isPositive();
        assertThat(bytes(file.path())).doesNotContain(CANARY).contains("U2");
        assertThat(bytes(Path.of(file.path() + "-wal"))).doesNotContain(CANARY);
      }

      Erasure again = store.forget(ADA);
      assertThat(again.isComplete()).isTrue();
      assertThat(again.rows()).isZero();
    }
  }

  private static String bytes(Path file) throws IOException {
    return Files.exists(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        : "";
  }

  @ParameterizedTest
  @MethodSource("stores")
  void aWorkspaceIsForgottenWithEverybodyInIt(Store store) throws IOException {
    Person abroad = new Person("slack:T2", "U1");
    try (store) {
      fill(store, abroad, "somebody else's");
      store.installations().save(InstallationsTest.installation("slack:T2", "xoxb-of-the-other"));
      String theirs = store.export(abroad);
      fill(store, ADA, CANARY);
      // More than are forgotten at a time.
      for (int i = 0; i < 60; i++) {
        keepName(store, new Person("slack:T1", "V" + i), CANARY);
      }
      store.installations().save(InstallationsTest.installation("slack:T1", CANARY));
      assertThat(store.installations().leave("slack:T1", StoreContract.NOON)).isTrue();

      Erasure erasure = store.forgetTenant("slack:T1");

      assertThat(erasure.isComplete()).isTrue();
      assertThat(erasure.erased())
          .containsOnlyKeys(Table.everything().stream().map(Table::shown).toList())
          .containsEntry("profile", 61)
          .containsEntry("partners", 360)
          .containsEntry("installations", 0);
      assertThat(erasure.erased().entrySet())
          .filteredOn(entry -> entry.getValue() == 0)
          .as("that it leaves is known until nobody is found")
          .hasSize(1);
      assertThat(erasure.left()).allSatisfy((table, rows) -> assertThat(rows).isZero());
      assertThat(store.export(abroad)).isEqualTo(theirs);
      assertThat(store.installations().tenants("slack")).containsExactly("slack:T2");
      if (store.database().url() instanceof DatabaseUrl.File file) {
        assertThat(erasure.searched()).isPositive();
        assertThat(bytes(file.path())).doesNotContain(CANARY).contains("slack:T2");
        assertThat(bytes(Path.of(file.path() + "-wal"))).doesNotContain(CANARY);
      }
      Erasure again = store.forgetTenant("slack:T1");
      assertThat(again.isComplete()).isTrue();
      assertThat(again.rows()).isEqualTo(1);
      assertThat(again.erased()).containsEntry("installations", 1);
      assertThat(store.forgetTenant("slack:T1").stopped()).isTrue();
    }
  }

  private static void keepName(Store store, Person person, String name) {
    store.with(
        person,
        memory -> {
          memory.partners().keep(Partner.named("p1", name, "vendor"));
          return true;
        });
  }

  /** Whoever installed it may see that, and be forgotten; it stays installed. */
  @ParameterizedTest
  @MethodSource("stores")
  void whoInstalledItIsNoLongerKnownOnceForgotten(Store store) throws IOException {
    try (store) {
      store.installations().save(InstallationsTest.installation("slack:T1", CANARY));
      JsonNode json = new ObjectMapper().readTree(store.export(ADA));
      assertThat(json.path("installed").path(0).path("installedAt").asText())
          .isEqualTo("2026-03-10T12:00:00Z");
      assertThat(json.toString()).doesNotContain(CANARY);
      assertThat(new ObjectMapper().readTree(store.export(BOB)).path("installed")).isEmpty();

      assertThat(store.forget(ADA).isComplete()).isTrue();

      assertThat(store.installations().find("slack:T1").orElseThrow().installedBy()).isEmpty();
      assertThat(store.installations().find("slack:T1").orElseThrow().token()).isEqualTo(CANARY);
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whatEndedLongAgoIsDeletedAndNothingElse(Store store) {
    Instant longAgo = StoreContract.NOON.minus(Duration.ofDays(366));
    Instant lately = StoreContract.NOON.minus(Duration.ofDays(364));
    try (store) {
      store.with(
          ADA,
          memory -> {
            memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
            for (int i = 0; i < 1_100; i++) {
              memory
                  .followUps()
                  .keep(
                      StoreContract.followUp("old" + i, "p1").ended(FollowUp.State.DONE, longAgo));
            }
            memory
                .followUps()
                .keep(StoreContract.followUp("new", "p1").ended(FollowUp.State.DONE, lately));
            memory.followUps().keep(StoreContract.followUp("open", "p1"));
            memory.cases().keep(StoreContract.aCase("open"));
            memory.cases().keep(TestRows.closed(StoreContract.aCase("old"), longAgo));
            return true;
          });

      assertThat(store.sweep(new Retention(365))).isEqualTo(1_101);
      assertThat(store.sweep(new Retention(365))).isZero();

      store.with(
          ADA,
          memory -> {
            assertThat(memory.followUps().with("p1", 99))
                .extracting(FollowUp::id)
                .containsExactlyInAnyOrder("new", "open");
            assertThat(memory.cases().find("open")).isPresent();
            assertThat(memory.cases().find("old")).isEmpty();
            return true;
          });
    }
  }

  @Test
  void deletingOldOnesGoesByAnIndex() {
    try (Store store = TestStores.inMemory(CLOCK)) {
      for (String column : List.of("follow_up ended_at", "item_case closed_at")) {
        String[] parts = column.split(" ", -1);
        String plan =
            store
                .database()
                .read(
                    handle ->
                        handle
                            .createQuery(
                                "explain query plan select id from "
                                    + parts[0]
                                    + " where "
                                    + parts[1]
                                    + " < 5 order by "
                                    + parts[1]
                                    + " limit 500")
                            .map((row, ctx) -> row.getString("detail"))
                            .list()
                            .toString());
        assertThat(plan).contains("USING INDEX").doesNotContain("SCAN");
      }
    }
  }
}
