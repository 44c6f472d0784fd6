package dev.pushback.followup;

import java.util.List;

/** Learns from a partner's history how long they take. The same input gives the same answer. */
public interface WaitEstimator {
  /**
   * Estimates.
   *
   * @param table what to believe of a partner nobody knows
   * @param seen what they were asked before, in any order
   */
  WaitCurve estimate(TableWait table, List<Observation> seen);
}
