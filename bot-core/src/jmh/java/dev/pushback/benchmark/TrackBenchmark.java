package dev.pushback.benchmark;

import dev.pushback.coach.Knowledge;
import dev.pushback.dates.DateReading;
import dev.pushback.tracking.TrackReading;
import dev.pushback.training.Examples;
import dev.pushback.training.Examples.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A request to track something, read; and its day, found. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrackBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private final Knowledge knowledge = Texts.knowledge();
  private final List<String> texts = requests(Said::text);
  private final List<String> dates = requests(said -> said.labels().path("due").asText());
  private int next;

  /** What, whom, the words for the day, and the kind of partner. */
  @Benchmark
  public TrackReading read() {
    return knowledge.followUps().get().track().read(following(texts));
  }

  /** The day from its words. */
  @Benchmark
  public DateReading date() {
    return knowledge.followUps().get().dates().read(following(dates), NOW, ZONE);
  }

  /** A day that only the library knows. */
  @Benchmark
  public DateReading dateOfALibrary() {
    return knowledge.followUps().get().dates().read("before christmas", NOW, ZONE);
  }

  private String following(List<String> all) {
    next = (next + 1) % all.size();
    return all.get(next);
  }

  private static List<String> requests(Function<Said, String> part) {
    try {
      return Examples.in(Path.of("..", "config", "playbook", "examples")).followUps().stream()
          .map(part)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
