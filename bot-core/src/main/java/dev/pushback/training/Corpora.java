package dev.pushback.training;

import dev.pushback.learning.Clues;
import dev.pushback.learning.Token;
import dev.pushback.tone.ToneFeatures;
import dev.pushback.training.Corpus.Answer;
import dev.pushback.training.Corpus.Item;
import dev.pushback.training.PublicData.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything tone is learned from. In the first four, yes is the harsh answer.
 *
 * @param politeness requests; yes for the least polite quarter, no for the most polite one
 * @param offers yes for tough, no for warm
 * @param incivility comments; yes for uncivil ones, with their kind
 * @param receptiveness replies; yes for the least receptive quarter, no for the most receptive one
 * @param asks sentences of e-mail; yes if they ask, propose or commit
 */
record Corpora(
    Corpus politeness, Corpus offers, Corpus incivility, Corpus receptiveness, Corpus asks) {
  private static final String CIVIL = "none";

  /** How fast people come to agree away from the median. */
  private static final double STEEPNESS = 10;

  /** The kind of comments that are impatient. */
  static final String IMPATIENCE = "impatience";

  /** Reads all of them. */
  static Corpora of(PublicData data, ToneFeatures features) throws IOException {
    return new Corpora(
        new Corpus("politeness", quarters(data.rows(PublicData.POLITENESS, "score"), features)),
        new Corpus("offers", offers(data.rows(PublicData.OFFERS, "warm"), features)),
        new Corpus("incivility", comments(data.rows(PublicData.INCIVILITY, "kind"), features)),
        new Corpus(
            "receptiveness",
            quarters(data.rows(PublicData.RECEPTIVENESS, "receptive_z"), features)),
        new Corpus("asks", asks(data.rows(PublicData.ASKS, "ask"), features)));
  }

  /** Low scores are the harsh ones. People agree on the outer quarters only. */
  private static List<Item> quarters(List<Row> rows, ToneFeatures features) throws IOException {
    double[] scores = new double[rows.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = rows.get(i).score();
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double low = sorted[sorted.length / 4];
    double high = sorted[sorted.length * 3 / 4];
    return IntStream.range(0, scores.length)
        .mapToObj(
            i ->
                new Item(
                    clues(rows.get(i), features),
                    scores[i] <= low ? Answer.YES : scores[i] >= high ? Answer.NO : Answer.BETWEEN,
                    "",
                    votes(scores[i], sorted)))
        .toList();
  }

  /** From all for the harshest to none for the kindest; divided around the median. */
  private static int votes(double score, double[] sorted) {
    double rank = (double) Math.abs(Arrays.binarySearch(sorted, score)) / sorted.length;
    double share = 1 / (1 + Math.exp(-STEEPNESS * (0.5 - rank)));
    return (int) Math.round(Corpus.VOTERS * share);
  }

  private static List<Item> offers(List<Row> rows, ToneFeatures features) throws IOException {
    List<Item> items = new ArrayList<>();
    for (Row row : rows) {
      items.add(Item.of(clues(row, features), !row.yes(), ""));
    }
    return items;
  }

  private static List<Item> asks(List<Row> rows, ToneFeatures features) throws IOException {
    List<Item> items = new ArrayList<>();
    for (Row row : rows) {
      items.add(Item.of(clues(row, features), row.yes(), ""));
    }
    return items;
  }

  private static List<Item> comments(List<Row> rows, ToneFeatures features) {
    return rows.stream()
        .map(
            row -> {
              // One kind is spelt in three ways.
              String kind =
                  row.answer().strip().toLowerCase(Locale.ROOT).replace("attacks", "attack");
              return Item.of(clues(row, features), !kind.equals(CIVIL), kind);
            })
        .toList();
  }

  private static Clues clues(Row row, ToneFeatures features) {
    return features.of(Token.of(row.text()));
  }

  /** The four that tell harsh texts from kind ones. */
  List<Corpus> harsh() {
    return List.of(politeness, offers, incivility, receptiveness);
  }

  /** Deals each out into as many parts; the n-th parts of all make the n-th result. */
  List<Split> split(int parts, long seed) {
    List<List<Corpus>> dealt =
        Stream.of(politeness, offers, incivility, receptiveness, asks)
            .map(corpus -> corpus.deal(parts, seed))
            .toList();
    return IntStream.range(0, parts)
        .mapToObj(
            part ->
                new Split(
                    of(dealt.stream().map(all -> Corpus.without(part, all)).toList()),
                    of(dealt.stream().map(all -> all.get(part)).toList())))
        .toList();
  }

  /** One part held out, and the rest to learn from. */
  record Split(Corpora learned, Corpora heldOut) {}

  private static Corpora of(List<Corpus> five) {
    return new Corpora(five.get(0), five.get(1), five.get(2), five.get(3), five.get(4));
  }
}
