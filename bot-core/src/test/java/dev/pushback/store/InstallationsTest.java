package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pushback.people.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the coach was installed, how that is begun, and what was here already. */
class InstallationsTest {
  private static final String ONE = "1:" + TestStores.KEY_1;
  private static final String TWO = "2:" + TestStores.KEY_2;
  private static final AtomicInteger FILES = new AtomicInteger();

  /** Seconds after noon. */
  private static final AtomicLong LATER = new AtomicLong();

  private static final InstantSource CLOCK = () -> StoreContract.NOON.plusSeconds(LATER.get());

  @TempDir static Path folder = Path.of("");

  static Stream<DatabaseUrl> databases() {
    LATER.set(0);
    return Stream.of(
        new DatabaseUrl.InMemory(),
        new DatabaseUrl.File(folder.resolve(FILES.incrementAndGet() + ".db")),
        TestPostgres.fresh());
  }

  static Installation installation(String tenant, String token) {
    return new Installation(tenant, token, "UBOT", "commands,chat:write", "U1", StoreContract.NOON);
  }

  private static Store open(DatabaseUrl url) {
    LATER.set(0);
    return TestStores.open(url, TestStores.vault(ONE), CLOCK);
  }

  private static String stored(Store store, String tenant) {
    return store
        .database()
        .read(
            handle ->
                handle
                    .createQuery("select token from installation where tenant_id = :tenant")
                    .bind("tenant", tenant)
                    .mapTo(String.class)
                    .one());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatWasInstalledIsFoundUntilItIsRemoved(DatabaseUrl url) {
    try (Store store = open(url)) {
      Installations all = store.installations();
      all.save(installation("slack:T2", "xoxb-two"));
      all.save(installation("slack:T1", "xoxb-old"));
      all.save(installation("slack:T1", "xoxb-one"));
      all.save(installation("slackish:T1", "xoxb-other"));

      assertThat(all.find("slack:T1")).contains(installation("slack:T1", "xoxb-one"));
      assertThat(all.find("slack:T")).isEmpty();
      assertThat(all.find("slack:%")).isEmpty();
      assertThat(all.tenants("slack")).containsExactly("slack:T1", "slack:T2");
      assertThat(stored(store, "slack:T1")).startsWith("*1:").doesNotContain("xoxb");
      assertThat(all.find("slack:T1").orElseThrow().toString()).doesNotContain("xoxb");

      assertThat(all.remove("slack:T1", StoreContract.NOON.minusMillis(1))).isFalse();
      assertThat(all.remove("slack:T1", StoreContract.NOON)).isTrue();
      assertThat(all.remove("slack:T1", StoreContract.NOON)).isFalse();
      assertThat(all.find("slack:T1")).isEmpty();
      assertThat(all.tenants("slack")).containsExactly("slack:T2");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whoeverLeavesHasNoTokenAndIsRememberedUntilForgotten(DatabaseUrl url) {
    Instant before = StoreContract.NOON.minusSeconds(1);
    try (Store store = open(url)) {
      Installations all = store.installations();
      all.save(installation("slack:T1", "xoxb-one"));

      assertThat(all.leave("slack:T1", before)).as("it was installed after that").isFalse();
      assertThat(all.find("slack:T1")).isPresent();
      assertThat(all.leave("slack:T1", StoreContract.NOON)).isTrue();
      assertThat(all.leave("slack:T1", StoreContract.NOON)).isTrue();
      assertThat(all.leave("slack:T9", StoreContract.NOON)).isTrue();

      assertThat(all.find("slack:T1")).isEmpty();
      assertThat(all.tenants("slack")).isEmpty();
      assertThat(all.leaving()).containsExactly("slack:T1", "slack:T9");
      assertThat(store.forgetTenant("slack:T1").isComplete()).isTrue();
      assertThat(all.leaving()).containsExactly("slack:T9");

      all.save(installation("slack:T9", "xoxb-nine"));
      assertThat(all.leaving()).isEmpty();
    }
  }

  private static void name(Store store, Person person) {
    boolean unused =
        store.with(
            person,
            memory -> {
              memory.people().keep(memory.people().profile().withName("Ada"));
              return true;
            });
  }

  private static int people(Store store) {
    return store
        .database()
        .read(
            handle -> handle.createQuery("select count(*) from person").mapTo(Integer.class).one());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whoeverInstallsAgainBeforeAllIsErasedKeepsTheInstallationAndWhatIsLeft(DatabaseUrl url) {
    try (Store store = open(url)) {
      Installations all = store.installations();
      all.save(installation("slack:T1", "xoxb-one"));
      name(store, new Person("slack:T1", "U1"));
      assertThat(all.leave("slack:T1", StoreContract.NOON)).isTrue();
      all.save(installation("slack:T1", "xoxb-two"));

      Erasure erasure = store.forgetTenant("slack:T1");

      assertThat(erasure.stopped()).isTrue();
      assertThat(erasure.isComplete()).isFalse();
      assertThat(erasure.rows()).isZero();
      assertThat(all.find("slack:T1").map(Installation::token)).contains("xoxb-two");
      assertThat(people(store)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whoeverComesBackByWorkThatWasBegunBeforeIsErasedTheNextTime(DatabaseUrl url) {
    Person ada = new Person("slack:T1", "U1");
    try (Store store = open(url)) {
      Installations all = store.installations();
      all.save(installation("slack:T1", "xoxb-one"));
      name(store, ada);
      assertThat(all.leave("slack:T1", StoreContract.NOON)).isTrue();
      assertThat(store.forgetTenant("slack:T1").isComplete()).isTrue();
      assertThat(people(store)).isZero();

      name(store, ada);
      assertThat(all.leaving()).containsExactly("slack:T1");
      assertThat(store.forgetTenant("slack:T1").isComplete()).isTrue();
      assertThat(people(store)).isZero();
      assertThat(store.forgetTenant("slack:T1").isComplete()).isTrue();
      assertThat(all.leaving()).as("nobody was found any more").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aTokenIsEncryptedAnewWithEverythingElse(DatabaseUrl url) {
    if (url instanceof DatabaseUrl.InMemory) {
      return; // Nothing is left of it to be opened with another key.
    }
    try (Store store = open(url)) {
      store.installations().save(installation("slack:T1", "xoxb-one"));
      store.installations().save(installation("slack:T2", "xoxb-two"));
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> TestStores.open(url, TestStores.vault(TWO), CLOCK).close())
        .withMessageContaining("encrypted with key 1");
    try (Store store = TestStores.open(url, TestStores.vault(TWO + "," + ONE), CLOCK)) {
      assertThat(store.rekey()).isEqualTo(2);
      assertThat(store.rekey()).isZero();
    }
    try (Store store = TestStores.open(url, TestStores.vault(TWO), CLOCK)) {
      assertThat(stored(store, "slack:T1")).startsWith("*2:");
      assertThat(store.installations().find("slack:T1").map(Installation::token))
          .contains("xoxb-one");
      assertThat(store.installations().find("slack:T2").map(Installation::token))
          .contains("xoxb-two");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aTokenThatWasCopiedToAnotherWorkspaceIsRefused(DatabaseUrl url) {
    try (Store store = open(url)) {
      store.installations().save(installation("slack:T1", "xoxb-one"));
      store.installations().save(installation("slack:T2", "xoxb-two"));
      store
          .database()
          .write(
              handle ->
                  handle.execute(
                      "update installation set token = (select token from installation where"
                          + " tenant_id = 'slack:T1') where tenant_id = 'slack:T2'"));

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.installations().find("slack:T2"))
          .withMessageContaining("moved from another row")
          .withMessageNotContaining("xoxb");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aStateIsGoodOnceForTenMinutes(DatabaseUrl url) {
    try (Store store = open(url)) {
      OAuthStates states = store.oauthStates();
      assertThat(states.keep("a")).isTrue();
      assertThat(states.keep("b")).isTrue();
      assertThat(states.take("c")).isFalse();
      assertThat(states.take("a")).isTrue();
      assertThat(states.take("a")).isFalse();

      LATER.set(OAuthStates.VALID.toSeconds() - 1);
      assertThat(states.take("b")).isTrue();
      assertThat(states.keep("d")).isTrue();
      LATER.addAndGet(OAuthStates.VALID.toSeconds());
      assertThat(states.take("d")).isFalse();

      assertThat(states.keep("e")).isTrue();
      assertThat(hashes(store)).as("those that are too old are gone").hasSize(1);
      assertThat(hashes(store).get(0)).matches("[0-9a-f]{64}");
    }
  }

  private static List<String> hashes(Store store) {
    return store
        .database()
        .read(
            handle ->
                handle.createQuery("select hash from oauth_state").mapTo(String.class).list());
  }

  @Test
  void whoeverBeginsThousandsIsStopped() {
    try (Store store = open(new DatabaseUrl.InMemory())) {
      store
          .database()
          .write(
              handle ->
                  handle.execute(
                      "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)"
                          + " insert into oauth_state select i, ? from n",
                      OAuthStates.MOST,
                      StoreContract.NOON.toEpochMilli()));
      assertThat(store.oauthStates().keep("one more")).isFalse();
      LATER.set(Duration.ofMinutes(10).toSeconds());
      assertThat(store.oauthStates().keep("one more")).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void ofManyAtOnceOneIsFirst(DatabaseUrl url) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Store store = open(url)) {
      assertThat(store.oauthStates().keep("state")).isTrue();
      assertThat(trues(threads, () -> store.oauthStates().take("state"))).isEqualTo(1);
      assertThat(trues(threads, () -> store.isFirst("slack", "key"))).isEqualTo(1);
      assertThat(store.isFirst("teams", "key")).isTrue();
      assertThat(store.isFirst("slack", "other")).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  private static long trues(ExecutorService threads, Callable<Boolean> ask) throws Exception {
    long count = 0;
    for (Future<Boolean> one : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask))) {
      count += one.get() ? 1 : 0;
    }
    return count;
  }
}
