package dev.pushback.tone;

import dev.pushback.playbook.DraftProblem;
import dev.pushback.script.Redraft;
import java.util.List;

/**
 * How a draft would land: on two axes, for a message can be warm and firm at once (T-142).
 *
 * @param harsh how harsh it sounds, from 0 (warm) to 1
 * @param soft how soft it is, from 0 (firm) to 1
 * @param warm whether it says something kind
 * @param findings what would make it land badly or fall flat, the weightiest first
 * @param asks where it asks for something, proposes it or commits to it, in order
 * @param rewrite the draft with the findings cured; unchanged if there are none
 */
public record DraftReport(
    double harsh,
    double soft,
    boolean warm,
    List<Finding> findings,
    List<Ask> asks,
    Redraft rewrite) {
  private static final double CIVIL = 0.5;

  /** Copies. */
  public DraftReport {
    findings = List.copyOf(findings);
    asks = List.copyOf(asks);
  }

  /** The problems that were found, each once, the weightiest first. */
  public List<DraftProblem> problems() {
    return findings.stream().map(Finding::problem).distinct().toList();
  }

  /** Whether it can go as it is. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** Whether it deserves praise: nothing found, something kind and something asked for (T-214). */
  public boolean isWarmAndFirm() {
    return isClean() && warm && harsh < CIVIL && !asks.isEmpty();
  }

  /** Says nothing of the text. */
  @Override
  public String toString() {
    return "a report on a draft";
  }
}
