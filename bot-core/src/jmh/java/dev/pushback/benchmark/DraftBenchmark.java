package dev.pushback.benchmark;

import dev.pushback.tone.DraftCheck;
import dev.pushback.tone.DraftModel;
import dev.pushback.tone.DraftReport;
import dev.pushback.tone.DraftRequest;
import java.io.IOException;
import java.util.List;
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

/** The whole check of a draft of a hundred words, rewrite included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DraftBenchmark {
  private final DraftCheck check = Texts.knowledge().drafts().get();
  private final List<DraftRequest> drafts = Texts.drafts().stream().map(DraftRequest::of).toList();
  private int next;

  /** One draft. */
  @Benchmark
  public DraftReport check() {
    next = (next + 1) % drafts.size();
    return check.check(drafts.get(next));
  }

  /** What was learned, from the class path. */
  @Benchmark
  public DraftModel load() throws IOException {
    return DraftModel.builtIn();
  }
}
