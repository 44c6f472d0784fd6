package dev.pushback.benchmark;

import dev.pushback.learning.Token;
import dev.pushback.tone.Impression;
import dev.pushback.tone.ToneModel;
import java.util.ArrayList;
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

/** How a draft of a hundred words will land. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ToneBenchmark {
  private static final int WORDS = 100;

  private final ToneModel model = ToneModel.load();
  private final List<String> drafts = drafts();
  private final List<List<Token>> tokens = drafts.stream().map(Token::of).toList();
  private int next;

  /** With cutting it into tokens. */
  @Benchmark
  public Impression draft() {
    next = (next + 1) % drafts.size();
    return model.of(Token.of(drafts.get(next)));
  }

  /** With the tokens at hand. */
  @Benchmark
  public Impression tokens() {
    next = (next + 1) % tokens.size();
    return model.of(tokens.get(next));
  }

  /** From the class path. */
  @Benchmark
  public ToneModel load() {
    return ToneModel.load();
  }

  private static List<String> drafts() {
    List<String> drafts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String text : Texts.objections()) {
      words.addAll(List.of(text.split(" ")));
      if (words.size() >= WORDS) {
        drafts.add(String.join(" ", words.subList(0, WORDS)));
        words.clear();
      }
    }
    return drafts;
  }
}
