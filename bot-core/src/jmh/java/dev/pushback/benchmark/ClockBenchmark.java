package dev.pushback.benchmark;

import dev.pushback.followup.Ask;
import dev.pushback.followup.AskBy;
import dev.pushback.followup.AskByPlanner;
import dev.pushback.followup.OpenAsk;
import dev.pushback.followup.PlanStep;
import dev.pushback.followup.PolitenessClock;
import dev.pushback.followup.Verdict;
import dev.pushback.followup.WorkingCalendar;
import dev.pushback.followup.WorkingCalendars;
import dev.pushback.playbook.Playbooks;
import dev.pushback.playbook.WaitingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Judging one ask, and planning three steps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClockBenchmark {
  private static final Instant NOW = Instant.parse("2026-03-06T09:00:00Z");

  private final WaitingRules rules = Playbooks.builtIn().read().waiting();
  private final WorkingCalendar berlin =
      new WorkingCalendars(rules).in(ZoneId.of("Europe/Berlin"), "DE").orElseThrow();
  private final PolitenessClock clock = new PolitenessClock(rules);
  private final AskByPlanner planner = new AskByPlanner(rules);
  private final OpenAsk stranger = ask(0);
  private final OpenAsk known = ask(20);
  private final List<PlanStep> steps =
      List.of(step("vendor-quote"), step("nda"), step("small-sign-off"));

  private OpenAsk ask(int history) {
    return OpenAsk.of(
            rules.byId("small-sign-off").orElseThrow(),
            Instant.parse("2026-03-02T09:00:00Z"),
            NOW,
            berlin)
        .history(
            IntStream.range(0, history)
                .mapToObj(i -> NOW.minus(Duration.ofDays(20 + 10L * i)))
                .map(
                    at ->
                        at.getEpochSecond() % 3 == 0
                            ? Ask.open(at)
                            : Ask.answered(at, at.plus(Duration.ofDays(9))))
                .toList())
        .build();
  }

  private PlanStep step(String row) {
    return new PlanStep(rules.byId(row).orElseThrow(), berlin, List.of());
  }

  /** A partner nobody knows. */
  @Benchmark
  public Verdict judgeAStranger() {
    return clock.judge(stranger);
  }

  /** A partner with twenty asks. */
  @Benchmark
  public Verdict judgeWithHistory() {
    return clock.judge(known);
  }

  /** Three steps, 2,000 draws. */
  @Benchmark
  public AskBy planThreeSteps() {
    return planner.plan("it signed", steps, Instant.parse("2026-06-30T15:00:00Z"), 0.8, NOW);
  }
}
