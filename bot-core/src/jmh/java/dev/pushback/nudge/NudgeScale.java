package dev.pushback.nudge;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.followup.FollowUp.State;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.TestPostgres;
import dev.pushback.store.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What nudges cost with a thousand, a hundred thousand and a million follow-ups pending, five to a
 * person:
 *
 * <pre>
 * mvn -q -Pbenchmark -pl bot-core -am verify -Dmeasure=dev.pushback.nudge.NudgeScale
 * </pre>
 */
public final class NudgeScale {
  private static final Instant START = Instant.parse("2026-03-09T12:00:00Z");
  private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
  private static final int EACH = 5;
  private static final int TICKS = 200;
  private static final int DUE = 100;
  private static final int DUE_TICKS = 5;
  private static final int CHANGES = 2_000;
  private static final int NUDGES = 5_000;
  private static final int THREADS_ON_FILE = 3;
  private static final int THREADS_ON_SERVER = 8;

  private final DatabaseUrl url;
  private final Store store;
  private final AtomicInteger sent = new AtomicInteger();
  private volatile CountDownLatch left = new CountDownLatch(0);
  private int people;

  private NudgeScale(DatabaseUrl url) {
    this.url = url;
    this.store =
        new Store(
            Database.open(url),
            Vault.open(),
            () -> UuidCreator.getTimeOrderedEpoch().toString(),
            () -> START);
  }

  /** Measures on a file, then on PostgreSQL; for these sizes, if some are named. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Integer> sizes =
        Arrays.stream(args).filter(one -> one.matches("\\d+")).map(Integer::valueOf).toList();
    List<Integer> all = sizes.isEmpty() ? SIZES : sizes;
    Path folder = Files.createTempDirectory("scale");
    new NudgeScale(new DatabaseUrl.File(folder.resolve("scale.db"))).run("SQLite", all);
    new NudgeScale(TestPostgres.fresh()).run("PostgreSQL", all);
    System.exit(0);
  }

  private void run(String name, List<Integer> sizes) throws InterruptedException {
    for (int size : sizes) {
      load(size);
      report(name, size);
      sql("delete from nudge");
    }
    store.close();
  }

  /** Straight into the tables, since a million by way of the store would take an hour. */
  private void load(int size) {
    int first = people + 1;
    int last = Math.max(people, size / EACH);
    people = last;
    String numbers =
        "with recursive n(i) as (select "
            + first
            + " union all select i + 1 from n where i < "
            + last
            + ")";
    String who = "'slack:T' || (i % 20), 'U' || i";
    long far = START.plus(Duration.ofDays(30)).toEpochMilli();
    sql(
        "insert into person (tenant_id, user_id, id, name, day_from, day_to, seen_at) "
            + numbers
            + " select "
            + who
            + ", 'person-' || i, '=', 540, 1020, 0 from n");
    sql(
        "insert into partner (tenant_id, user_id, id, name, kind) "
            + numbers
            + " select "
            + who
            + ", 'p1', '=Rivera', 'legal' from n");
    for (int k = 1; k <= EACH; k++) {
      sql(
          "insert into follow_up (tenant_id, user_id, id, partner_id, direction, what, item,"
              + " channel, asked_at, state, next_nudge_at, nudges, rung, why_parked, version) "
              + numbers
              + " select "
              + who
              + ", 'f"
              + k
              + "-' || i, 'p1', 'they-owe', '=the signed contract that legal has had since the"
              + " beginning of the month', 'legal-nda', 'email', 0, 'open', "
              + far
              + " + i, 0, 'ask-eta', '', 1 from n");
    }
    sql(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) "
            + numbers
            + " select 'nudge-slack', 'p:person-' || i, "
            + far
            + " + i, false, 1 from n");
    // Not the ledger: told that it is empty, PostgreSQL would go on reading all of it for a while.
    for (String table : List.of("person", "partner", "follow_up", "scheduled_tasks")) {
      sql("analyze " + table);
    }
  }

  private void sql(String statement) {
    store.database().write(handle -> handle.execute(statement));
  }

  private Person add(Instant due, int followUps) {
    people++;
    Person person = new Person("slack:T" + people % 20, "U" + people);
    store.with(
        person,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
          for (int i = 0; i < followUps; i++) {
            memory.followUps().keep(followUp(memory.newId(), due.plusSeconds(i)));
          }
          return true;
        });
    return person;
  }

  private static FollowUp followUp(String id, Instant due) {
    return FollowUp.fresh(
            id,
            "p1",
            Direction.THEY_OWE,
            "the signed contract that legal has had since the beginning of the month",
            "legal-nda",
            START)
        .nudgedAt(Optional.of(due));
  }

  private NudgeEngine engine(Pace pace) {
    Messenger messenger =
        new Messenger() {
          @Override
          public Outcome send(Nudge nudge) {
            return new Outcome.Sent("ref");
          }

          @Override
          public Lookup find(Sought sought) {
            return new Lookup.CannotTell();
          }
        };
    InstantSource clock = () -> START;
    return new NudgeEngine(
        store,
        new NudgeRules(
            (memory, digest) -> Card.of("A follow-up", digest.worst().get(0).what()),
            (memory, shared) -> Card.of("Shared", shared.body()),
            memory -> followUp -> Optional.of(memory.now().plus(Duration.ofDays(7))),
            (profile, at) -> at,
            ZoneOffset.UTC),
        Map.of("slack", messenger),
        new NudgeEngine.Settings(pace, Duration.ofSeconds(60), Duration.ofMinutes(5)),
        clock,
        System::nanoTime,
        step -> {
          if (step == Step.SENT) {
            sent.incrementAndGet();
            left.countDown();
          }
        });
  }

  private void report(String name, int size) throws InterruptedException {
    double idle;
    double due;
    try (NudgeEngine engine = engine(Pace.FILE)) {
      engine.tick();
      idle = median(TICKS, () -> {}, engine);
      due = median(DUE_TICKS, () -> addDue(DUE), engine);
    }
    double keeps = perSecond(CHANGES, () -> add(START.plus(Duration.ofDays(30)), 1));
    double ends = endsPerSecond();
    int threads = store.database().isPostgres() ? THREADS_ON_SERVER : THREADS_ON_FILE;
    double nudges = nudgesPerSecond(threads);
    System.out.printf(
        Locale.ROOT,
        "%s, %,d pending: tick with nothing due %.2f ms, with %d due %.0f ms; a new person with a"
            + " follow-up %,.0f/s; ended %,.0f/s; nudges end to end (%d threads) %,.0f/s; %,d MB%n",
        name,
        size,
        idle,
        DUE,
        due,
        keeps,
        ends,
        threads,
        nudges,
        megabytes());
  }

  private void addDue(int many) {
    Instant at = START;
    store
        .database()
        .write(
            handle -> {
              for (int i = 0; i < many; i++) {
                add(at, 1);
              }
              return true;
            });
  }

  private static double median(int times, Runnable before, NudgeEngine engine) {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      before.run();
      long start = System.nanoTime();
      engine.tick();
      millis[i] = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
    Arrays.sort(millis);
    return millis[times / 2];
  }

  private static double perSecond(int times, Runnable work) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return times * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
  }

  private double endsPerSecond() {
    AtomicInteger next = new AtomicInteger(people - CHANGES);
    return perSecond(
        CHANGES,
        () -> {
          int number = next.incrementAndGet();
          store.with(
              new Person("slack:T" + number % 20, "U" + number),
              memory -> {
                FollowUp one = memory.followUps().open(1).get(0);
                memory.followUps().keep(one.ended(State.DONE, memory.now()));
                return true;
              });
        });
  }

  private double nudgesPerSecond(int threads) throws InterruptedException {
    addDue(NUDGES);
    left = new CountDownLatch(NUDGES);
    try (NudgeEngine engine =
        engine(new Pace(Duration.ofMillis(20), Duration.ofSeconds(20), threads))) {
      long start = System.nanoTime();
      engine.start();
      left.await();
      return NUDGES * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }
  }

  private long megabytes() {
    if (url instanceof DatabaseUrl.File file) {
      return file.path().toFile().length() >> 20;
    }
    return store
            .database()
            .read(
                handle ->
                    handle
                        .createQuery("select pg_database_size(current_database())")
                        .mapTo(Long.class)
                        .one())
        >> 20;
  }
}
