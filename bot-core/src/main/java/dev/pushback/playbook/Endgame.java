package dev.pushback.playbook;

import java.util.List;
import java.util.Map;

/**
 * Words for after the push.
 *
 * @param thanks a thank-you
 * @param praise a word to their manager
 * @param report the lines of a report to one's own boss, by name
 * @param reportWhy told to the person
 * @param lost advice after a loss
 */
public record Endgame(
    Ending thanks, Ending praise, Map<String, String> report, String reportWhy, List<String> lost) {
  /** Copies. */
  public Endgame {
    report = Map.copyOf(report);
    lost = List.copyOf(lost);
  }

  /** A line of the report. */
  public String reportLine(String name) {
    String line = report.get(name);
    if (line == null) {
      throw new IllegalArgumentException("the report has no line '" + name + "'");
    }
    return line;
  }

  /** Thanks and praise as phrases. */
  public List<Phrases> phrases() {
    return List.of(thanks.say(), praise.say());
  }
}
