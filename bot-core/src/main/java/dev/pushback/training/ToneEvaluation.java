package dev.pushback.training;

import dev.pushback.tone.Impression;
import dev.pushback.tone.ToneFeatures;
import dev.pushback.tone.ToneModel;
import dev.pushback.training.Corpora.Split;
import dev.pushback.training.Corpus.Answer;
import dev.pushback.training.Corpus.Item;
import dev.pushback.training.ToneTrainer.Learned;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How well tone is read in texts that nothing was learned from: ten parts with equal shares of all
 * answers, each judged by what was learned from the nine others, thresholds and blend included.
 */
final class ToneEvaluation {
  private static final int PARTS = 10;
  private static final long SEED = 1;
  private static final double EVEN = 0.5;
  private static final double WORST = 0.1;

  private final ToneFeatures features;
  private final PrintStream out;

  private final Ranking quarters = new Ranking();
  private final Ranking requests = new Ranking();
  private final Ranking offers = new Ranking();
  private final Ranking asks = new Ranking();
  private final Ranking uncivil = new Ranking();
  private final Ranking impatient = new Ranking();
  private final Ranking closed = new Ranking();
  private final Score incivility = new Score();
  private final Map<String, Score> kinds = new TreeMap<>();
  private final Map<String, Ranking> harsh = new TreeMap<>();

  ToneEvaluation(ToneFeatures features, PrintStream out) {
    this.features = features;
    this.out = out;
  }

  /** Learns ten times and prints what came of it. */
  void run(Corpora corpora) {
    List<Split> splits = corpora.split(PARTS, SEED);
    List<Learned> learned =
        splits.parallelStream()
            .map(split -> new ToneTrainer(features).train(split.learned()))
            .toList();
    for (int part = 0; part < PARTS; part++) {
      add(learned.get(part), splits.get(part).heldOut());
    }
    print(corpora);
  }

  private void add(Learned learned, Corpora heldOut) {
    ToneModel model = learned.model();
    rank(quarters, heldOut.politeness().clear(), item -> model.of(item.clues()).rude());
    rank(requests, heldOut.politeness().items(), item -> model.of(item.clues()).rude());
    rank(offers, heldOut.offers().items(), item -> model.of(item.clues()).cold());
    rank(asks, heldOut.asks().items(), item -> model.asks(item.clues()));
    rank(uncivil, heldOut.incivility().items(), item -> model.of(item.clues()).uncivil());
    rank(closed, heldOut.receptiveness().clear(), item -> model.of(item.clues()).closed());
    for (Corpus corpus : heldOut.harsh()) {
      rank(
          harsh.computeIfAbsent(corpus.name(), none -> new Ranking()),
          corpus.clear(),
          item -> model.of(item.clues()).harsh());
    }
    for (Item item : heldOut.incivility().items()) {
      Impression impression = model.of(item.clues());
      boolean found = impression.uncivil() >= learned.uncivilFrom();
      boolean wanted = item.answer() == Answer.YES;
      incivility.add(found && wanted ? 1 : 0, found ? 1 : 0, wanted ? 1 : 0);
      impatient.add(impression.impatient(), item.kind().equals(Corpora.IMPATIENCE));
      if (wanted) {
        kinds.computeIfAbsent(item.kind(), none -> new Score()).add(found ? 1 : 0, 0, 1);
      }
    }
  }

  private static void rank(Ranking ranking, List<Item> items, ToDoubleFunction<Item> score) {
    for (Item item : items) {
      ranking.add(score.applyAsDouble(item), item.answer() == Answer.YES);
    }
  }

  private void print(Corpora corpora) {
    out.printf(Locale.ROOT, "%-62s %6s  %s%n", "Ten parts, each judged by the others", "", "aim");
    row("requests: least against most polite quarter, accuracy", quarters.accuracy(EVEN), "0.85");
    row("  area under the curve", quarters.auc(), "");
    row(
        "  least polite quarter among the tenth that seems rudest",
        requests.precisionAmongHighest(WORST),
        "0.74");
    row("offers: tough before warm, area under the curve", offers.auc(), "0.93");
    row("sentences that ask, F1", asks.above(EVEN).f1(), "0.76");
    row("uncivil comments, F1", incivility.f1(), "0.53");
    row("  precision", incivility.precision(), "");
    row("  recall", incivility.recall(), "");
    row("  area under the curve", uncivil.auc(), "");
    kinds.forEach(
        (kind, score) ->
            row(
                "  recall of " + kind + " (" + score.wanted() + ")",
                score.recall(),
                kind.equals(Corpora.IMPATIENCE) ? "0.46" : ""));
    row("  impatient before all others, area under the curve", impatient.auc(), "");
    row("replies: closed before receptive quarter, area under the curve", closed.auc(), "");
    out.println();
    out.printf(
        Locale.ROOT,
        "%-16s %6s %6s  %6s  %s%n",
        "harsh, all in one",
        "texts",
        "area",
        "found",
        "false alarms (from 0.5 on)");
    for (Corpus corpus : corpora.harsh()) {
      Ranking ranking = harsh.getOrDefault(corpus.name(), new Ranking());
      out.printf(
          Locale.ROOT,
          "%-16s  %6d %6.3f  %6.3f  %6.3f%n",
          corpus.name(),
          corpus.clear().size(),
          ranking.auc(),
          ranking.above(EVEN).recall(),
          ranking.falseAlarms(EVEN));
    }
  }

  private void row(String what, double figure, String aim) {
    out.printf(Locale.ROOT, "%-62s %6.3f  %s%n", what, figure, aim);
  }
}
