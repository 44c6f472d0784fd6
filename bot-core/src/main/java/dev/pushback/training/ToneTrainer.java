package dev.pushback.training;

import dev.pushback.learning.Detector;
import dev.pushback.learning.DetectorTrainer;
import dev.pushback.learning.DetectorTrainer.Example;
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

/** Learns a {@link ToneModel}. The same texts give the same model. */
final class ToneTrainer {
  private static final double COST = 3;

  /** For texts that are there several times over. */
  private static final double COST_OF_COPIES = 1;

  private static final int SEEN_IN = 2;
  private static final int INNER_PARTS = 4;
  private static final long SEED = 2013;

  /** Of so many texts each source should have for either answer, */
  private static final int EVEN = 2000;

  /** but none of them is learned more often than this. */
  private static final int MOST_COPIES = 6;

  /** How many of a hundred kind texts may be called harsh. */
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

  /** What was thought of a text that was not learned from. */
  private record Judged(String source, boolean yes, double harshness, double uncivil) {}

  /** Learns everything; thresholds are set on texts that the detectors judged unseen. */
  Learned train(Corpora corpora) {
    List<Judged> judged =
        corpora.split(INNER_PARTS, SEED).parallelStream()
            .map(split -> judge(opinions(split.learned()), split.heldOut()))
            .flatMap(List::stream)
            .toList();
    ToneModel model =
        new ToneModel(features, opinions(corpora), harshFrom(judged), detector(corpora.asks()));
    return new Learned(model, uncivilFrom(judged, corpora.incivility().name()));
  }

  private static Opinions opinions(Corpora corpora) {
    return new Opinions(
        detector(corpora.politeness()),
        detector(corpora.offers()),
        detector(corpora.incivility()),
        impatient(corpora.incivility()),
        detector(corpora.receptiveness()),
        unkind(corpora));
  }

  /** Where people are divided a text is learned as both. */
  private static Detector detector(Corpus corpus) {
    List<Example> examples = new ArrayList<>();
    boolean divided = corpus.items().stream().anyMatch(item -> item.answer() == Answer.BETWEEN);
    for (Item item : corpus.items()) {
      if (divided) {
        for (int vote = 0; vote < Corpus.VOTERS; vote++) {
          examples.add(new Example(item.clues(), vote < item.votes(), corpus.name()));
        }
      } else {
        examples.add(new Example(item.clues(), item.answer() == Answer.YES, corpus.name()));
      }
    }
    return trainer(divided ? COST_OF_COPIES : COST).train(examples);
  }

  private static Detector impatient(Corpus comments) {
    return trainer(COST)
        .train(
            comments.items().stream()
                .map(
                    item ->
                        new Example(
                            item.clues(), item.kind().equals(Corpora.IMPATIENCE), comments.name()))
                .toList());
  }

  private static Detector unkind(Corpora corpora) {
    List<Example> examples = new ArrayList<>();
    for (Corpus corpus : corpora.harsh()) {
      for (Answer answer : List.of(Answer.YES, Answer.NO)) {
        List<Example> some =
            corpus.items().stream()
                .filter(item -> item.answer() == answer)
                .map(item -> new Example(item.clues(), answer == Answer.YES, corpus.name()))
                .toList();
        int copies = Math.min(MOST_COPIES, Math.max(1, EVEN / Math.max(1, some.size())));
        for (int copy = 0; copy < copies; copy++) {
          examples.addAll(some);
        }
      }
    }
    return trainer(COST_OF_COPIES).train(examples);
  }

  private static DetectorTrainer trainer(double cost) {
    return new DetectorTrainer(ToneFeatures.BITS, cost, SEEN_IN);
  }

  private static List<Judged> judge(Opinions opinions, Corpora heldOut) {
    List<Judged> judged = new ArrayList<>();
    for (Corpus corpus : heldOut.harsh()) {
      for (Item item : corpus.clear()) {
        judged.add(
            new Judged(
                corpus.name(),
                item.answer() == Answer.YES,
                opinions.harshness(item.clues()),
                opinions.uncivil().probability(item.clues())));
      }
    }
    return judged;
  }

  /** The harshness that only few of the kind texts reach, on average over the sources. */
  private static double harshFrom(List<Judged> judged) {
    Map<String, List<Double>> kind = new TreeMap<>();
    judged.stream()
        .filter(one -> !one.yes())
        .forEach(
            one ->
                kind.computeIfAbsent(one.source(), none -> new ArrayList<>()).add(one.harshness()));
    return kind.values().stream()
        .mapToDouble(
            all -> {
              all.sort(Comparator.naturalOrder());
              return all.get(all.size() * (100 - FALSE_ALARMS) / 100);
            })
        .average()
        .orElseThrow();
  }

  private static double uncivilFrom(List<Judged> judged, String source) {
    List<Judged> comments =
        judged.stream()
            .filter(one -> one.source().equals(source))
            .sorted(Comparator.comparingDouble(Judged::uncivil).reversed())
            .toList();
    long wanted = comments.stream().filter(Judged::yes).count();
    double best = 0;
    double from = 1;
    int hits = 0;
    for (int found = 1; found <= comments.size(); found++) {
      Judged last = comments.get(found - 1);
      hits += last.yes() ? 1 : 0;
      double f1 = 2.0 * hits / (found + wanted);
      if (f1 > best) {
        best = f1;
        from = last.uncivil();
      }
    }
    return from;
  }
}
