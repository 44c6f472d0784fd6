package dev.pushback.store;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper.ManualSchedulerBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rings the alarms that are due, each in one process at a time as far as that can be had:
 * db-scheduler polls, picks, keeps its hand on what it picked, and takes over from processes that
 * died. It is only an alarm clock; what is to be done, and whether it was done, stands in our own
 * tables.
 */
public final class AlarmClock implements AutoCloseable {
  private static final int MISSED_HEARTBEATS = 6;
  private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(25);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** db-scheduler deletes all alarms of a task it doesn't know and finds older than this. */
  private static final Duration NEVER = Duration.ofDays(3650);

  private static final double REFILL_BELOW = 0.5;
  private static final double FILL_TO = 1.0;

  private final Database database;
  private final InstantSource clock;
  private final Pace pace;
  private final BiFunction<String, BooleanSupplier, Rang> bell;
  private final Consumer<String> giveUp;
  private final List<Task<?>> tasks;
  private final JdbcCustomization customization;
  private final AtomicInteger rang = new AtomicInteger();
  private Optional<Scheduler> running = Optional.empty();
  private Optional<ManualScheduler> byHand = Optional.empty();

  /**
   * How fast it works.
   *
   * @param poll how often it looks for alarms that are due
   * @param heartbeat how often it says that it is alive; silent for six of them, it is taken for
   *     dead
   * @param threads how many alarms ring at once
   */
  public record Pace(Duration poll, Duration heartbeat, int threads) {
    /** For one machine with a file: its one writer keeps no more than a few threads busy. */
    public static final Pace FILE = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(20), 3);

    /** For a PostgreSQL server. */
    public static final Pace SERVER = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(20), 8);

    /** Silent for so long, a process is taken for dead. */
    public Duration deadAge() {
      return heartbeat.multipliedBy(MISSED_HEARTBEATS);
    }
  }

  /**
   * What came of ringing.
   *
   * @param toWrite what is to be written down in the transaction that ends the alarm; nothing if
   *     nothing was done
   * @param notBefore before this the alarm needn't ring again
   */
  public record Rang(Optional<Runnable> toWrite, Optional<Instant> notBefore) {
    /** Nothing was done, and it is not known why. */
    public static final Rang IN_VAIN = new Rang(Optional.empty(), Optional.empty());

    /** Something was done. */
    public static Rang done(Runnable toWrite) {
      return new Rang(Optional.of(toWrite), Optional.empty());
    }

    /** Nothing can be done before this time. */
    public static Rang tooSoon(Instant notBefore) {
      return new Rang(Optional.empty(), Optional.of(notBefore));
    }
  }

  /**
   * Sets one up; nothing rings yet.
   *
   * @param platforms whose alarms ring here
   * @param bell is rung with the id of a person and a test whether the alarm is still ours
   * @param giveUp is told the id of a person for whom the bell has failed for a day
   */
  public AlarmClock(
      Database database,
      InstantSource clock,
      Pace pace,
      Set<String> platforms,
      BiFunction<String, BooleanSupplier, Rang> bell,
      Consumer<String> giveUp) {
    this.database = database;
    this.clock = clock;
    this.pace = pace;
    this.bell = bell;
    this.giveUp = giveUp;
    Set<String> names =
        platforms.stream().map(AlarmClock::checked).map(Alarms::task).collect(Collectors.toSet());
    this.customization = new EpochMillis(database.isPostgres(), names);
    this.tasks = names.stream().<Task<?>>map(this::task).toList();
  }

  private static String checked(String platform) {
    if (!platform.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("a platform has small letters and digits: " + platform);
    }
    return platform;
  }

  private Task<Void> task(String name) {
    return Tasks.custom(name, Void.class)
        .onFailure(this::failed)
        // Its own handler reads the system's clock.
        .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
        .execute(
            (instance, context) -> {
              rang.incrementAndGet();
              Rang what =
                  bell.apply(
                      Alarms.personId(instance.getId()),
                      () ->
                          !context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat());
              Execution execution = context.getExecution();
              CompletionHandler<Void> end = (complete, operations) -> end(execution, what);
              return end;
            });
  }

  /**
   * Writes down what happened, and in the same transaction sets the alarm for the next time if it
   * is still ours. The person comes first and then the alarm, as everywhere: else a deadlock.
   */
  private void end(Execution execution, Rang what) {
    String task = execution.taskInstance.getTaskName();
    String instance = execution.taskInstance.getId();
    String person = Alarms.personId(instance);
    boolean postgres = database.isPostgres();
    database.write(
        handle -> {
          what.toWrite()
              .ifPresentOrElse(Runnable::run, () -> Alarms.lockPerson(handle, postgres, person));
          if (Alarms.isHeld(handle, postgres, task, instance, execution.version)) {
            Optional<Instant> next = Alarms.next(handle, person);
            Alarms.end(handle, task, instance, next.map(at -> later(at, what)));
          }
          return true;
        });
  }

  /** When nothing was done and yet something is due, it can wait a moment. */
  private Instant later(Instant next, Rang what) {
    Instant now = clock.instant();
    Instant at = what.notBefore().filter(next::isBefore).orElse(next);
    return at.isAfter(now) || what.toWrite().isPresent() ? at : now.plus(PAUSE);
  }

  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    if (complete.getCause().filter(Error.class::isInstance).isPresent()) {
      // The process itself is broken. Left as it is, the alarm is taken over like that of a dead
      // one.
      return;
    }
    Execution execution = complete.getExecution();
    int failures = execution.consecutiveFailures + 1;
    if (Backoff.isOver(failures)) {
      String person = Alarms.personId(execution.taskInstance.getId());
      end(execution, Rang.done(() -> giveUp.accept(person)));
      return;
    }
    operations.reschedule(complete, clock.instant().plus(Backoff.after(failures)));
  }

  private <T extends SchedulerBuilder> T set(T builder) {
    builder
        .jdbcCustomization(customization)
        .heartbeatInterval(pace.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .pollingInterval(pace.poll())
        .threads(pace.threads())
        .deleteUnresolvedAfter(NEVER)
        .shutdownMaxWait(LONGEST_SHUTDOWN)
        .failureLogging(LogLevel.WARN, false)
        .schedulerName(new SchedulerName.Fixed("pushback"));
    if (database.isPostgres()) {
      builder.pollUsingLockAndFetch(REFILL_BELOW, FILL_TO);
    }
    return builder;
  }

  /** Rings by itself from now on. */
  public synchronized void start() {
    if (running.isEmpty()) {
      Clock ours = clock::instant;
      Scheduler scheduler = set(Scheduler.create(database.writers(), tasks).clock(ours)).build();
      scheduler.start();
      running = Optional.of(scheduler);
    }
  }

  /**
   * Rings everything that is due, on this thread, and takes over from the dead.
   *
   * @return how many rang
   */
  public synchronized int ringAll() {
    ManualScheduler scheduler = byHand.orElseGet(this::makeByHand);
    byHand = Optional.of(scheduler);
    int all = 0;
    scheduler.runDeadExecutionDetection();
    do {
      rang.set(0);
      scheduler.runAnyDueExecutions();
      all += rang.get();
    } while (rang.get() > 0);
    return all;
  }

  private ManualScheduler makeByHand() {
    ManualSchedulerBuilder builder =
        set(TestHelper.createManualScheduler(database.writers(), tasks));
    return builder
        .clock(
            new SettableClock() {
              @Override
              public Instant now() {
                return clock.instant();
              }
            })
        .build();
  }

  /** Lets what is ringing end, and stops. */
  @Override
  public synchronized void close() {
    running.ifPresent(Scheduler::stop);
    running = Optional.empty();
  }
}
