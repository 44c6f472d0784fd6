package dev.pushback.tone;

import dev.pushback.learning.Clues;
import dev.pushback.learning.Detector;
import java.util.List;
import java.util.stream.Stream;

/**
 * The detectors whose answers together say how harsh a text is.
 *
 * @param rude impolite against polite requests
 * @param cold tough against warm offers
 * @param uncivil uncivil against civil comments
 * @param impatient impatient against all other comments
 * @param closed replies that shut the other side out against those that take it in
 */
public record Opinions(
    Detector rude, Detector cold, Detector uncivil, Detector impatient, Detector closed) {

  /** Log odds of each, in this order. */
  public List<Double> of(Clues clues) {
    return Stream.of(rude, cold, uncivil, impatient, closed)
        .map(detector -> detector.logOdds(clues))
        .toList();
  }
}
