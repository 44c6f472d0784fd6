package dev.pushback.training;

/** Counts hits, false finds and misses; gives precision, recall and F1. */
final class Score {
  private int hits;
  private int found;
  private int wanted;

  void add(int hits, int found, int wanted) {
    this.hits += hits;
    this.found += found;
    this.wanted += wanted;
  }

  void add(boolean hit) {
    add(hit ? 1 : 0, 1, 1);
  }

  double precision() {
    return found == 0 ? 0 : (double) hits / found;
  }

  double recall() {
    return wanted == 0 ? 0 : (double) hits / wanted;
  }

  double f1() {
    return hits == 0 ? 0 : 2.0 * hits / (found + wanted);
  }

  int wanted() {
    return wanted;
  }
}
