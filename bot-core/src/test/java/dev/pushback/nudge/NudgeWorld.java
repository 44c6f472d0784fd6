package dev.pushback.nudge;

import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import dev.pushback.store.AlarmClock.Pace;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Memory;
import dev.pushback.store.Store;
import dev.pushback.store.TestPostgres;
import dev.pushback.store.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A database, a clock that is set by hand, a platform, and processes that come and go. */
final class NudgeWorld implements AutoCloseable {
  static final Person ADA = new Person("slack:T1", "U1");
  static final Instant MONDAY_NOON = Instant.parse("2026-03-09T12:00:00Z");

  /** Each kind of database. */
  enum On {
    SQLITE,
    POSTGRES;

    DatabaseUrl fresh() {
      return this == SQLITE ? new DatabaseUrl.InMemory() : TestPostgres.fresh();
    }
  }

  private final Store store;
  private final FakePlatform platform;
  private final List<Step> steps = new ArrayList<>();
  private Instant now = MONDAY_NOON;
  private long ticks;
  private boolean daysOff = true;
  private Duration spread = Duration.ZERO;
  private final ZoneId zone = ZoneOffset.UTC;
  private Function<FollowUp, Optional<Instant>> next = one -> Optional.empty();
  private Consumer<Digest> wording = digest -> {};
  private Consumer<Step> watcher = step -> {};
  private NudgeEngine engine;

  NudgeWorld(On on, boolean canTell) {
    AtomicInteger last = new AtomicInteger();
    this.store =
        new Store(
            Database.open(on.fresh()),
            Vault.open(),
            () -> "id-%06d".formatted(last.incrementAndGet()),
            () -> now);
    this.platform = new FakePlatform(canTell, () -> now);
    this.engine = newProcess();
    with(memory -> memory.partners().keep(Partner.named("p1", "Rivera", "legal")));
    hours("00:00", "23:59");
  }

  NudgeEngine newProcess() {
    return new NudgeEngine(
        store,
        new NudgeRules(
            (memory, digest) -> {
              wording.accept(digest);
              return Card.of(
                  digest.worst().get(0).what() + " of " + digest.total(), "It is time to ask.");
            },
            (memory, shared) ->
                Card.of(
                    "shared by " + shared.from().map(one -> one.name()).orElse("?"), shared.body()),
            memory -> followUp -> next.apply(followUp),
            (profile, at) ->
                (daysOff
                        ? QuietHours.withWeekends(zone)
                        : new QuietHours(zone, (whose, day) -> false))
                    .apply(profile, at),
            zone),
        Map.of("slack", platform),
        NudgeEngine.Settings.of(Pace.FILE).spreadOver(spread),
        () -> now,
        () -> ticks,
        step -> {
          steps.add(step);
          watcher.accept(step);
        });
  }

  /** The process dies, and another is started. */
  NudgeWorld restart() {
    engine = newProcess();
    return this;
  }

  /** People are reminded within this after the time. */
  NudgeWorld spread(Duration window) {
    spread = window;
    return restart();
  }

  FakePlatform platform() {
    return platform;
  }

  Store store() {
    return store;
  }

  Instant now() {
    return now;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  NudgeWorld next(Function<FollowUp, Optional<Instant>> rule) {
    this.next = rule;
    return this;
  }

  NudgeWorld wording(Consumer<Digest> check) {
    this.wording = check;
    return this;
  }

  NudgeWorld watcher(Consumer<Step> other) {
    this.watcher = other;
    return this;
  }

  NudgeWorld zone(String name) {
    with(memory -> memory.people().keep(memory.people().profile().withZone(ZoneId.of(name))));
    return this;
  }

  NudgeWorld withoutDaysOff() {
    daysOff = false;
    return this;
  }

  NudgeWorld hours(String from, String to) {
    with(
        memory ->
            memory
                .people()
                .keep(Profile.UNKNOWN.withHours(LocalTime.parse(from), LocalTime.parse(to))));
    return this;
  }

  void with(Consumer<Memory> work) {
    store.with(
        ADA,
        memory -> {
          work.accept(memory);
          return true;
        });
  }

  /** Somebody of any tenant waits for something that is due then, in their office hours. */
  NudgeWorld due(Person person, Instant due) {
    store.with(
        person,
        memory -> {
          memory.partners().keep(Partner.named("p1", "Rivera", "legal"));
          memory.followUps().keep(followUp("f-" + person.user(), due));
          return true;
        });
    return this;
  }

  NudgeWorld at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  NudgeWorld pass(Duration time) {
    now = now.plus(time);
    return this;
  }

  void freeze(Duration time) {
    now = now.plus(time);
    ticks += time.toNanos();
  }

  int tick() {
    return engine.tick();
  }

  /** Ticks every minute of this time, as a process would. */
  NudgeWorld live(Duration time) {
    for (long minute = 0; minute <= time.toMinutes(); minute++) {
      tick();
      pass(Duration.ofSeconds(TimeUnit.MINUTES.toSeconds(1)));
    }
    return this;
  }

  FollowUp followUp(String id, Instant due) {
    return FollowUp.fresh(id, "p1", Direction.THEY_OWE, id, "legal-nda", now)
        .nudgedAt(Optional.of(due));
  }

  NudgeWorld due(String... ids) {
    with(
        memory -> {
          for (String id : ids) {
            memory.followUps().keep(followUp(id, now));
          }
        });
    return this;
  }

  FollowUp read(String id) {
    return store.<FollowUp>with(ADA, memory -> memory.followUps().find(id).orElseThrow());
  }

  /** How the nudges stand, in the order in which they were made. */
  List<String> ledger() {
    return store
        .database()
        .read(
            handle ->
                handle
                    .createQuery("select state from nudge order by made_at, id")
                    .mapTo(String.class)
                    .list());
  }

  Set<String> inDoubt() {
    return store.<Set<String>>with(ADA, memory -> memory.nudges().inDoubt());
  }

  int alarms() {
    return store
        .database()
        .read(
            handle ->
                handle
                    .createQuery("select count(*) from scheduled_tasks")
                    .mapTo(Integer.class)
                    .one());
  }

  /** The database was put back from a backup just now. */
  void restored() {
    sql(
        "insert into store_note (name, value) values ('restored-at', '"
            + now.toEpochMilli()
            + "')");
  }

  void sql(String statement) {
    store.database().write(handle -> handle.createUpdate(statement).execute());
  }

  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
