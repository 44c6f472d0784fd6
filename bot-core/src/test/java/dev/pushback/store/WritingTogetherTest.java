package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to a file at the same time is kept together, and yet each on its own. */
class WritingTogetherTest {
  private static final int MANY = 20;

  private final Path folder;

  WritingTogetherTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatFailsLeavesNothingOfItselfAndTheOthersAreKept() {
    try (Database database = open()) {
      List<CompletableFuture<Integer>> all =
          together(
              database,
              i -> {
                if (i % 5 == 0) {
                  throw new IllegalArgumentException("not this one");
                }
              });
      for (int i = 0; i < MANY; i++) {
        CompletableFuture<Integer> one = all.get(i);
        if (i % 5 == 0) {
          assertThatThrownBy(one::join)
              .isInstanceOf(CompletionException.class)
              .hasCauseInstanceOf(IllegalArgumentException.class);
        } else {
          assertThat(one.join()).isEqualTo(i);
        }
      }
      assertThat(kept(database))
          .containsExactlyElementsOf(
              IntStream.range(0, MANY)
                  .filter(i -> i % 5 != 0)
                  .mapToObj(Integer::toString)
                  .toList());
    }
  }

  @Test
  void ifTheWholeIsGivenUpNobodyIsToldThatTheirsIsKept() {
    try (Database database = open()) {
      List<Integer> told = new ArrayList<>();
      List<CompletableFuture<Integer>> all =
          together(
              database,
              i -> {
                if (i == MANY - 1) {
                  throw new GiveUp();
                }
              });
      for (CompletableFuture<Integer> one : all) {
        try {
          told.add(one.join());
        } catch (CompletionException e) {
          assertThat(e.getCause()).isInstanceOf(RuntimeException.class);
        }
      }
      assertThat(kept(database)).hasSameSizeAs(told);
    }
  }

  @Test
  void workWithinWorkBelongsToIt() {
    try (Database database = open()) {
      assertThatThrownBy(
              () ->
                  database.write(
                      handle -> {
                        int unused = database.write(inner -> note(inner, 1));
                        throw new IllegalStateException("afterwards");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(kept(database)).isEmpty();
    }
  }

  /** As SQLite does by itself if the disk is full. */
  private static final class GiveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private interface Trouble {
    void in(int i);
  }

  /** All wait until the first, which holds them up, is done. */
  private static List<CompletableFuture<Integer>> together(Database database, Trouble trouble) {
    CountDownLatch queued = new CountDownLatch(MANY);
    ExecutorService threads = Executors.newFixedThreadPool(MANY + 1);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                database.write(
                    handle -> {
                      try {
                        queued.await();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                      return true;
                    }),
            threads);
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          queued.countDown();
                          return database.write(
                              handle -> {
                                int unused = note(handle, i);
                                try {
                                  trouble.in(i);
                                } catch (GiveUp e) {
                                  unused = handle.execute("rollback");
                                  throw e;
                                }
                                return i;
                              });
                        },
                        threads))
            .toList();
    assertThat(first.join()).isTrue();
    threads.shutdown();
    return all;
  }

  private static int note(Handle handle, int i) {
    return handle.execute(
        "insert into store_note (name, value) values (?, ?)", "test" + i, Integer.toString(i));
  }

  private static List<String> kept(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select value from store_note where name like 'test%' order by cast(value as"
                        + " integer)")
                .mapTo(String.class)
                .list());
  }

  private Database open() {
    return Database.open(new DatabaseUrl.File(folder.resolve("pushback.db")));
  }
}
