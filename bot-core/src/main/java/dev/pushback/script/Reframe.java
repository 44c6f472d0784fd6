package dev.pushback.script;

import java.util.List;

/**
 * A combative thought turned round.
 *
 * @param title the grievance in plain words
 * @param reframe the thought as it can be carried into a talk; keeps the limit
 * @param keeps the limit in the person's own words; empty when none was named
 * @param question the joint question to put to the partner
 * @param cites techniques or sources
 */
public record Reframe(
    String title, CoachText reframe, String keeps, SendableText question, List<String> cites) {
  /** Copies the list. */
  public Reframe {
    cites = List.copyOf(cites);
  }
}
