package dev.pushback.tone;

import dev.pushback.playbook.DraftProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How harsh and how soft a draft is, as numbers to rank and to compare by; nobody is shown them.
 */
final class Scale {
  private static final Map<DraftProblem, Double> SOFT =
      new EnumMap<>(
          Map.of(
              DraftProblem.HEDGED_ASK, 0.6,
              DraftProblem.APOLOGETIC, 0.6,
              DraftProblem.EMPTY_BUMP, 0.5,
              DraftProblem.NO_ASK, 0.5,
              DraftProblem.NO_QUESTION, 0.15,
              DraftProblem.NO_REASON, 0.1));

  private static final List<DraftProblem> HARSH =
      List.of(DraftProblem.THREAT, DraftProblem.HARSH, DraftProblem.BLAME);
  private static final double MIDDLE = 0.5;

  private Scale() {}

  /**
   * What the words in general sound like; where a sentence was found to be harsh, at least a half.
   */
  static double harsh(Impression impression, List<DraftLine> lines) {
    boolean found = lines.stream().anyMatch(line -> HARSH.stream().anyMatch(line::is));
    double heard = impression.harsh();
    return found && heard < MIDDLE ? MIDDLE + heard / 10 : heard;
  }

  /** Each finding takes away some of what firmness is left; doubtful ones a little. */
  static double soft(List<Finding> findings, List<DraftLine> lines) {
    double firm = 1;
    for (DraftProblem problem : SOFT.keySet()) {
      boolean found = findings.stream().anyMatch(finding -> finding.problem() == problem);
      double weight = SOFT.getOrDefault(problem, 0.0);
      double likely =
          Role.of(problem)
              .map(role -> lines.stream().mapToDouble(line -> line.probability(role)).max())
              .map(most -> most.orElse(0))
              .orElse(0.0);
      firm *= 1 - weight * (found ? 0.5 + likely / 2 + 0.2 * (1 - likely) : likely / 2);
    }
    return 1 - firm;
  }
}
