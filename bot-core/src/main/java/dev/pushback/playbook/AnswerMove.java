package dev.pushback.playbook;

import dev.pushback.situation.Group;
import java.util.List;
import java.util.Map;

/**
 * How to answer an objection in one round.
 *
 * @param move what kind of step it is
 * @param cites techniques or sources
 * @param leads where a path goes from here when the partner gives way; a further no goes to the
 *     next round
 * @param lines what to say
 * @param byGroup what to say instead where the matter is of this group
 */
public record AnswerMove(
    String move, List<String> cites, Lead leads, Lines lines, Map<Group, Lines> byGroup) {
  /** Checks that the move is named, backed, and can always be said. */
  public AnswerMove {
    Checks.present("move", move);
    cites = Checks.cites(cites);
    byGroup = Map.copyOf(byGroup);
    if (!lines.alwaysSpeaks() || !byGroup.values().stream().allMatch(Lines::alwaysSpeaks)) {
      throw new IllegalArgumentException(
          "move '" + move + "' needs a phrase without {places} for every firmness");
    }
  }

  /** What to say about a matter of this group. */
  public Lines about(Group group) {
    return byGroup.getOrDefault(group, lines);
  }
}
