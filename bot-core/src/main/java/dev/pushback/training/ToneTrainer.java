package dev.pushback.training;

import dev.pushback.learning.BlendTrainer;
import dev.pushback.learning.Detector;
import dev.pushback.learning.DetectorTrainer;
import dev.pushback.learning.DetectorTrainer.Example;
import dev.pushback.tone.Blend;
import dev.pushback.tone.Opinions;
import dev.pushback.tone.ToneFeatures;
import dev.pushback.tone.ToneModel;
import dev.pushback.training.Corpus.Answer;
import dev.pushback.training.Corpus.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Learns a {@link ToneModel}. The same texts give the same model. */
final class ToneTrainer {
  private static final double COST = 3;
  private static final int SEEN_IN = 2;
  private static final int INNER_PARTS = 5;
  private static final long SEED = 20_130_804;

  /** How many of a hundred civil texts may be called harsh. */
  private static final int FALSE_ALARMS = 10;

  private final ToneFeatures features;

  ToneTrainer(ToneFeatures features) {
    this.features = features;
  }

  /**
   * What was learned.
   *
   * @param uncivilFrom probability from which on calling a comment uncivil gives the best F1
   */
  record Learned(ToneModel model, double uncivilFrom) {}

  /** What detectors thought of a text that they had not learned from. */
  private record Judged(BlendTrainer.Row row, double uncivil) {}

  /** Learns everything; what is fitted to the detectors' answers sees none they learned from. */
  Learned train(Corpora corpora) {
    List<Judged> judged =
        corpora.split(INNER_PARTS, SEED).parallelStream()
            .map(split -> judge(opinions(split.learned()), split.heldOut()))
            .flatMap(List::stream)
            .toList();
    List<BlendTrainer.Row> rows = judged.stream().map(Judged::row).toList();
    Blend weights = new Blend(BlendTrainer.train(rows), 0);
    Blend blend = new Blend(weights.weights(), -alarm(weights, rows));
    ToneModel model =
        new ToneModel(
            features,
            opinions(corpora),
            blend,
            detector(corpora.asks(), item -> item.answer() == Answer.YES));
    return new Learned(model, bestThreshold(judged, corpora.incivility().name()));
  }

  private static Opinions opinions(Corpora corpora) {
    return new Opinions(
        detector(corpora.politeness(), item -> item.answer() == Answer.YES),
        detector(corpora.offers(), item -> item.answer() == Answer.YES),
        detector(corpora.incivility(), item -> item.answer() == Answer.YES),
        detector(corpora.incivility(), item -> item.kind().equals(Corpora.IMPATIENCE)),
        detector(corpora.receptiveness(), item -> item.answer() == Answer.YES));
  }

  private static Detector detector(Corpus corpus, Predicate<Item> yes) {
    return new DetectorTrainer(ToneFeatures.BITS, COST, SEEN_IN)
        .train(
            corpus.clear().stream()
                .map(item -> new Example(item.clues(), yes.test(item)))
                .toList());
  }

  private static List<Judged> judge(Opinions opinions, Corpora heldOut) {
    List<Judged> judged = new ArrayList<>();
    for (Corpus corpus : heldOut.harsh()) {
      for (Item item : corpus.clear()) {
        judged.add(
            new Judged(
                new BlendTrainer.Row(
                    opinions.of(item.clues()), corpus.name(), item.answer() == Answer.YES),
                opinions.uncivil().probability(item.clues())));
      }
    }
    return judged;
  }

  /** The sum that only few of the kind texts exceed, on average over the sources. */
  private static double alarm(Blend weights, List<BlendTrainer.Row> rows) {
    Map<String, List<Double>> kind = new TreeMap<>();
    rows.stream()
        .filter(row -> !row.yes())
        .forEach(
            row ->
                kind.computeIfAbsent(row.source(), none -> new ArrayList<>())
                    .add(weights.sum(row.opinions())));
    return kind.values().stream()
        .mapToDouble(
            sums -> {
              sums.sort(Comparator.naturalOrder());
              return sums.get(sums.size() * (100 - FALSE_ALARMS) / 100);
            })
        .average()
        .orElseThrow();
  }

  private static double bestThreshold(List<Judged> judged, String source) {
    List<Judged> comments =
        judged.stream()
            .filter(one -> one.row().source().equals(source))
            .sorted(Comparator.comparingDouble(Judged::uncivil).reversed())
            .toList();
    long wanted = comments.stream().filter(one -> one.row().yes()).count();
    double best = 0;
    double from = 0;
    int hits = 0;
    for (int found = 1; found <= comments.size(); found++) {
      Judged last = comments.get(found - 1);
      hits += last.row().yes() ? 1 : 0;
      double f1 = 2.0 * hits / (found + wanted);
      if (f1 > best) {
        best = f1;
        from = last.uncivil();
      }
    }
    return from;
  }
}
