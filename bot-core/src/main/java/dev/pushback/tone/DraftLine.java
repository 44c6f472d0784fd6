package dev.pushback.tone;

import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftSpeech;
import java.util.Map;

/**
 * A sentence of a draft as it was read.
 *
 * @param sentence which
 * @param start offset of its first character, behind a greeting
 * @param end offset after its last character
 * @param words how many words it has, behind a greeting
 * @param signs what its words are signs of
 * @param roles how probable it is that it has each role
 */
record DraftLine(
    Draft.Sentence sentence,
    int start,
    int end,
    int words,
    SentenceSigns signs,
    Map<Role, Double> roles) {
  private static final int FEW = 2;

  private static final double LIKELY = 0.21;
  private static final double LIKELY_ASK = 0.15;

  /** A sneer in no known words has to be plainer. */
  private static final double LIKELY_SNEER = 0.3;

  private static final double UNLIKELY = 0.08;

  DraftLine {
    roles = Map.copyOf(roles);
  }

  double probability(Role role) {
    return roles.getOrDefault(role, 0.0);
  }

  boolean is(Role role) {
    return probability(role) >= (role == Role.ASK ? LIKELY_ASK : LIKELY);
  }

  /**
   * Whether it is an instance of a problem. Where no word is a sign of it, a word or two are none,
   * a formula such as "I trust you are well" isn't, and neither is what only looks like it.
   */
  boolean is(DraftProblem problem) {
    boolean hasSign = !signs.of(problem).isEmpty();
    boolean telling =
        words > FEW
            && (problem != DraftProblem.HARSH || probability(Role.HARSH) >= LIKELY_SNEER)
            && !signs.has(DraftSpeech.FORMULA)
            && !signs.excused().contains(problem);
    if (problem == DraftProblem.BLAME && signs.has(DraftSpeech.WARMTH)) {
      return false;
    }
    // A hedge that stands in the ask is what the problem is.
    if (problem == DraftProblem.HEDGED_ASK && hasSign && is(Role.ASK) && mayBe(problem)) {
      return true;
    }
    return Role.of(problem).map(role -> is(role) && (hasSign || telling)).orElse(hasSign);
  }

  /** Whether it may have the role of a problem, if something else speaks for it, too. */
  boolean mayBe(DraftProblem problem) {
    return Role.of(problem).map(role -> probability(role) >= UNLIKELY).orElse(true);
  }

  /** Two lines are the same if their sentence is; what was read of it follows. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DraftLine line && line.sentence.equals(sentence);
  }

  @Override
  public int hashCode() {
    return sentence.hashCode();
  }
}
