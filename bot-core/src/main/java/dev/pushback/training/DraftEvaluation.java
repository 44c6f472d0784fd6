package dev.pushback.training;

import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.Playbooks;
import dev.pushback.tone.DraftCheck;
import dev.pushback.tone.DraftRequest;
import dev.pushback.tone.Finding;
import dev.pushback.tone.ToneModel;
import dev.pushback.training.Examples.Said;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final Path PLAYBOOK = Path.of("config", "playbook");
  private static final Path HELD_OUT = Path.of("bot-core", "src", "evaluation");

  private final Map<DraftProblem, Score> each = new TreeMap<>();
  private final Score all = new Score();
  private final Score clean = new Score();

  /**
   * Prints how well problems are found: of each author of the playbook with the check having
   * learned from the others, of authors it never learns from, and in the folder's own drafts.
   *
   * @param folder may hold {@code examples/drafts.jsonl}
   * @throws IOException when examples can't be read
   */
  static void run(Path folder, PrintStream out) throws IOException {
    out.println();
    if (!Files.isDirectory(PLAYBOOK.resolve("examples"))) {
      out.println("Drafts: run evaluate in the project's folder to see how problems are found.");
      return;
    }
    Playbook playbook = Playbooks.in(PLAYBOOK).read();
    Examples learned = Examples.in(PLAYBOOK.resolve("examples"));
    ToneModel tone = ToneModel.load();
    out.println("Problems in drafts, each author in turn, having learned from the others:");
    DraftEvaluation all = new DraftEvaluation();
    for (String author : learned.drafters()) {
      DraftCheck check = check(playbook, learned.by(author, false), tone);
      DraftEvaluation one = new DraftEvaluation();
      one.add(check, learned.by(author, true).drafts());
      all.add(check, learned.by(author, true).drafts());
      one.row(author, out);
    }
    all.row("all", out);
    all.rows(out);
    DraftCheck check = check(playbook, learned, tone);
    if (Files.isDirectory(HELD_OUT)) {
      Examples held = Examples.in(HELD_OUT);
      out.println("Authors it never learns from:");
      print(check, held.drafts(), out);
    }
    Path own = folder.resolve("examples");
    if (Files.exists(own.resolve("drafts.jsonl"))) {
      out.println("The drafts in " + own + ":");
      print(check, Examples.of(own, "own").drafts(), out);
    } else {
      out.println("There is no " + own.resolve("drafts.jsonl") + ", so nothing is said of it.");
    }
  }

  private static DraftCheck check(Playbook playbook, Examples examples, ToneModel tone) {
    return new DraftCheck(
        playbook, new DraftTrainer(playbook.drafts(), playbook.lexicon()).train(examples), tone);
  }

  private static void print(DraftCheck check, List<Said> drafts, PrintStream out) {
    DraftEvaluation evaluation = new DraftEvaluation();
    evaluation.add(check, drafts);
    evaluation.row("all", out);
    evaluation.rows(out);
  }

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

  void row(String name, PrintStream out) {
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

  void rows(PrintStream out) {
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
