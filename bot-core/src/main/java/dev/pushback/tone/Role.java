package dev.pushback.tone;

import dev.pushback.playbook.DraftProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a sentence of a draft does, as learned from examples. A sentence may have several. */
public enum Role {
  /** Asks for something in particular. */
  ASK(Optional.empty()),
  /** Gives a reason, or a fact that explains the ask. */
  REASON(Optional.empty()),
  /** Threatens. */
  THREAT(Optional.of(DraftProblem.THREAT)),
  /** Insults, sneers, barks. */
  HARSH(Optional.of(DraftProblem.HARSH)),
  /** Blames. */
  BLAME(Optional.of(DraftProblem.BLAME)),
  /** Brings in a boss. */
  BOSS_EARLY(Optional.of(DraftProblem.BOSS_EARLY)),
  /** Apologises. */
  APOLOGETIC(Optional.of(DraftProblem.APOLOGETIC)),
  /** Takes an ask back. */
  HEDGED_ASK(Optional.of(DraftProblem.HEDGED_ASK)),
  /** Only says that somebody waits. */
  BUMP(Optional.of(DraftProblem.EMPTY_BUMP));

  private final Optional<DraftProblem> problem;

  Role(Optional<DraftProblem> problem) {
    this.problem = problem;
  }

  /** What it is a sign of. */
  public Optional<DraftProblem> problem() {
    return problem;
  }

  /** The name used in examples. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role that is a sign of this problem. */
  static Optional<Role> of(DraftProblem problem) {
    return Arrays.stream(values())
        .filter(role -> role.problem.equals(Optional.of(problem)))
        .findFirst();
  }
}
