package dev.pushback.benchmark;

import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.people.Person;
import dev.pushback.playbook.Firmness;
import dev.pushback.script.Answer;
import dev.pushback.script.Facts;
import dev.pushback.store.TestStores;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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

/** The whole way from a text to what a person is shown. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnswerBenchmark {
  private static final Person ME = new Person("benchmark", "me");
  private static final int WIDTH = 80;

  private final List<String> situations = Texts.situations();
  private final List<String> objections = Texts.objections();
  private final Knowledge knowledge = Texts.knowledge();
  private final Coach coach =
      new Coach(knowledge, TestStores.inMemory(InstantSource.fixed(Instant.EPOCH)), ZoneOffset.UTC);
  private int next;

  /** What a partner wrote, read and answered. */
  @Benchmark
  public Answer answer() {
    return knowledge
        .answers()
        .answer(
            knowledge.reader().readObjection(following(objections)),
            1,
            Firmness.STEADY,
            Facts.NONE,
            Optional.empty(),
            false);
  }

  /** A situation, read and written down as a card of plain text. */
  @Benchmark
  public String card() {
    return TextCardWriter.write(
        coach.reply(new Utterance(ME, following(situations))).card(), WIDTH, false);
  }

  private String following(List<String> texts) {
    next = (next + 1) % texts.size();
    return texts.get(next);
  }
}
