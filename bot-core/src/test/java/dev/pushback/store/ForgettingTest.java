package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Forgetting somebody who is being talked with. */
class ForgettingTest {
  private static final Person ADA = new Person("slack:T1", "U1");

  @Test
  @Timeout(60)
  void itWaitsForWhatIsUnderWayAndNeitherFails() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Store store =
        TestStores.open(TestPostgres.fresh(), InstantSource.fixed(StoreContract.NOON))) {
      keep(store, "Rivera");
      Future<Erasure> forgotten =
          store.<Future<Erasure>>with(
              ADA,
              memory -> {
                Future<Erasure> begun = other.submit(() -> store.forget(ADA));
                awaitSomebodyWaiting(store, begun);
                memory.partners().keep(Partner.named("p1", "Okafor", "legal"));
                return begun;
              });
      assertThat(forgotten.get().isComplete()).isTrue();
      assertThat(forgotten.get().erased()).containsEntry("partners", 1);
    } finally {
      other.shutdownNow();
    }
  }

  private static void keep(Store store, String name) {
    store.with(
        ADA,
        memory -> {
          memory.partners().keep(Partner.named("p1", name, "legal"));
          return true;
        });
  }

  /** On a connection of its own: the one of the transaction sees the activity as it began. */
  private static void awaitSomebodyWaiting(Store store, Future<?> begun) {
    try (Database watcher = Database.openAsItIs(store.database().url())) {
      while (!begun.isDone()
          && watcher.read(
                  handle ->
                      handle
                          .createQuery(
                              "select count(*) from pg_stat_activity where datname ="
                                  + " current_database() and wait_event_type = 'Lock'")
                          .mapTo(Integer.class)
                          .one())
              == 0) {
        Thread.onSpinWait();
      }
    }
  }
}
