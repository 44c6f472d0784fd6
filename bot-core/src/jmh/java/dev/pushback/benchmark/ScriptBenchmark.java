package dev.pushback.benchmark;

import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Firmness;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import dev.pushback.script.Script;
import dev.pushback.script.ScriptRequest;
import dev.pushback.situation.Situation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing the script for one text that was read already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScriptBenchmark {
  private final Knowledge knowledge = Texts.knowledge();
  private final List<ScriptRequest> requests =
      Texts.situations().stream()
          .map(knowledge.reader()::read)
          .filter(reading -> reading.situation() != Situation.NOT_PUSHBACK)
          .map(
              reading ->
                  new ScriptRequest(
                      reading,
                      1,
                      Firmness.STEADY,
                      Facts.NONE,
                      Optional.empty(),
                      Channel.CHAT,
                      false))
          .toList();
  private int next;

  /** The coach's script. */
  @Benchmark
  public Script write() {
    next = (next + 1) % requests.size();
    return knowledge.scripts().write(requests.get(next));
  }
}
