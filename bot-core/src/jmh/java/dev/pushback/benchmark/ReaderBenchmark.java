package dev.pushback.benchmark;

import dev.pushback.situation.Reading;
import dev.pushback.situation.SituationReader;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
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

/** Reading one text: which situation it is, and which words say who and what. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReaderBenchmark {
  private final List<String> texts = Texts.situations();
  private final SituationReader reader = Texts.knowledge().reader();
  private int next;

  /** The coach's reading. */
  @Benchmark
  public Reading read() {
    return reader.read(text());
  }

  /** What to compare with: finding where words end, by the JDK alone. */
  @Benchmark
  public int breakIntoWords() {
    BreakIterator words = BreakIterator.getWordInstance(Locale.ENGLISH);
    words.setText(text());
    int count = 0;
    while (words.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  private String text() {
    next = (next + 1) % texts.size();
    return texts.get(next);
  }
}
