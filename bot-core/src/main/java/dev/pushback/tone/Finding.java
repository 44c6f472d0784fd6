package dev.pushback.tone;

import dev.pushback.playbook.DraftProblem;
import dev.pushback.script.CoachText;
import java.util.List;

/**
 * One thing that would make a draft land badly or fall flat.
 *
 * @param problem what it is
 * @param start offset of its first character in the draft
 * @param end offset after its last character
 * @param why why it matters
 * @param instead better words, or how to find them
 * @param cites techniques or sources
 */
public record Finding(
    DraftProblem problem,
    int start,
    int end,
    CoachText why,
    CoachText instead,
    List<String> cites) {
  /** Copies, and checks that there is a place. */
  public Finding {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no place from " + start + " to " + end);
    }
    cites = List.copyOf(cites);
  }

  /** The words it is about. */
  public String in(String draft) {
    return draft.substring(start, end);
  }
}
