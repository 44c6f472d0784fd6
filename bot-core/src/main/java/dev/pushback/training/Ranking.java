package dev.pushback.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores beside right answers, and how well the one tells the other. */
final class Ranking {
  private final List<Scored> all = new ArrayList<>();

  private record Scored(double score, boolean yes) {}

  void add(double score, boolean yes) {
    all.add(new Scored(score, yes));
  }

  /** Share of texts on the right side of a threshold. */
  double accuracy(double from) {
    return share(all.stream().filter(one -> one.score() >= from == one.yes()).count(), all.size());
  }

  /** How many yes are found from a threshold on, and how many of what is found is right. */
  Score above(double from) {
    Score score = new Score();
    for (Scored one : all) {
      boolean found = one.score() >= from;
      score.add(found && one.yes() ? 1 : 0, found ? 1 : 0, one.yes() ? 1 : 0);
    }
    return score;
  }

  /** Share of yes among the texts with the highest scores. */
  double precisionAmongHighest(double share) {
    int count = (int) Math.round(all.size() * share);
    return share(
        all.stream()
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .limit(count)
            .filter(Scored::yes)
            .count(),
        count);
  }

  /** Share of the no at or above a threshold. */
  double falseAlarms(double from) {
    return share(
        all.stream().filter(one -> !one.yes() && one.score() >= from).count(),
        all.stream().filter(one -> !one.yes()).count());
  }

  /**
   * How often a yes scores higher than a no (area under the ROC curve); equal scores count half.
   */
  double auc() {
    List<Scored> sorted = all.stream().sorted(Comparator.comparingDouble(Scored::score)).toList();
    double won = 0;
    long below = 0;
    long hits = 0;
    for (int i = 0; i < sorted.size(); ) {
      long yes = 0;
      long no = 0;
      int same = i;
      for (; same < sorted.size() && sorted.get(same).score() == sorted.get(i).score(); same++) {
        if (sorted.get(same).yes()) {
          yes++;
        } else {
          no++;
        }
      }
      won += yes * (below + no / 2.0);
      below += no;
      hits += yes;
      i = same;
    }
    return below == 0 || hits == 0 ? 0 : won / ((double) below * hits);
  }

  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
