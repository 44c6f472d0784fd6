package dev.pushback.tone;

import dev.pushback.learning.Clues;
import dev.pushback.learning.Detector;

/**
 * The detectors that together say how harsh a text is.
 *
 * @param rude impolite against polite requests
 * @param cold tough against warm offers
 * @param uncivil uncivil against civil comments
 * @param impatient impatient against all other comments
 * @param closed replies that shut the other side out against those that take it in
 * @param unkind the harsh side against the kind side in all of these sources at once
 */
public record Opinions(
    Detector rude,
    Detector cold,
    Detector uncivil,
    Detector impatient,
    Detector closed,
    Detector unkind) {
  /**
   * How much the detectors of one source count beside the one of all. That one is best at texts
   * like those it learned from; they carry further, to texts unlike any.
   */
  private static final double SINGLE = 0.25;

  /** How harsh, to rank by; higher is harsher. */
  public double harshness(Clues clues) {
    double singles =
        rude.logOdds(clues) + cold.logOdds(clues) + uncivil.logOdds(clues) + closed.logOdds(clues);
    return unkind.logOdds(clues) + SINGLE * singles;
  }

  /**
   * All of it.
   *
   * @param harshFrom the harshness from which on a person should look twice
   */
  Impression impression(Clues clues, double harshFrom) {
    return new Impression(
        rude.probability(clues),
        cold.probability(clues),
        uncivil.probability(clues),
        impatient.probability(clues),
        closed.probability(clues),
        Detector.probability(harshness(clues) - harshFrom));
  }
}
