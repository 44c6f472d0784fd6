package dev.pushback.training;

import dev.pushback.playbook.DraftProblem;
import dev.pushback.tone.DraftCheck;
import dev.pushback.tone.DraftRequest;
import dev.pushback.tone.Finding;
import dev.pushback.training.Examples.Said;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well problems are found in labelled drafts that nothing was learned from. */
final class DraftEvaluation {
  private static final String CLEAN = "clean";

  /** What the labels of drafts know; the others are left alone here. */
  private static final Set<DraftProblem> LABELLED =
      EnumSet.complementOf(
          EnumSet.of(
              DraftProblem.GUILT,
              DraftProblem.FUTURE_BUSINESS,
              DraftProblem.NAMED_QUOTE,
              DraftProblem.CONTRADICTS_FACT));

  private final Map<DraftProblem, Score> each = new TreeMap<>();
  private final Score all = new Score();
  private final Score clean = new Score();

  void add(DraftCheck check, List<Said> drafts) {
    for (Said said : drafts) {
      Set<DraftProblem> found =
          check.check(DraftRequest.of(said.text())).findings().stream()
              .map(Finding::problem)
              .filter(LABELLED::contains)
              .collect(Collectors.toSet());
      List<String> wanted = said.texts("problems");
      for (DraftProblem problem : LABELLED) {
        boolean isFound = found.contains(problem);
        boolean isWanted = wanted.contains(problem.id());
        int hit = isFound && isWanted ? 1 : 0;
        each.computeIfAbsent(problem, none -> new Score())
            .add(hit, isFound ? 1 : 0, isWanted ? 1 : 0);
        all.add(hit, isFound ? 1 : 0, isWanted ? 1 : 0);
      }
      if (wanted.contains(CLEAN)) {
        clean.add(found.isEmpty());
      }
    }
  }

  double f1() {
    return all.f1();
  }

  void print(String name, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-10s micro P %.3f R %.3f F1 %.3f  clean left alone %.3f (of %d)%n",
        name,
        all.precision(),
        all.recall(),
        all.f1(),
        clean.recall(),
        clean.wanted());
  }

  void printEach(PrintStream out) {
    each.forEach(
        (problem, score) ->
            out.printf(
                Locale.ROOT,
                "  %-14s %4d  P %.3f  R %.3f  F1 %.3f%n",
                problem.id(),
                score.wanted(),
                score.precision(),
                score.recall(),
                score.f1()));
  }
}
