package dev.pushback.playbook;

import dev.pushback.learning.PhraseMatcher;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a draft is read before it is sent.
 *
 * @param pages what is said of each problem
 * @param signs finds the words by which problems are recognised
 * @param speech finds what other words do
 * @param verbs what people ask others to do, in lower case
 */
public record DraftRules(
    Map<DraftProblem, DraftPage> pages,
    PhraseMatcher<DraftRule.Sign> signs,
    PhraseMatcher<DraftSpeech> speech,
    Set<String> verbs) {
  /** Copies. */
  public DraftRules {
    pages = Map.copyOf(pages);
    verbs = Set.copyOf(verbs);
    if (verbs.isEmpty()) {
      throw new IllegalArgumentException("'groups' needs 'verb': what people ask others to do");
    }
  }

  /** What is said of a problem. */
  public DraftPage page(DraftProblem problem) {
    return Objects.requireNonNull(pages.get(problem), () -> "no page for " + problem);
  }
}
