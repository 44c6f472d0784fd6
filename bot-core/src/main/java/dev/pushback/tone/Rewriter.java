package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRules;
import dev.pushback.script.Redraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Cures what was found in a draft by the smallest edit. Takes words out, turns an order into a
 * question, moves the ask to the front, and where something is missing adds a line of the playbook
 * whose facts are left for the person to fill in. It never adds a fact.
 */
final class Rewriter {
  private final DraftRules rules;
  private final Draft draft;
  private final List<DraftLine> lines;
  private final Asks asks;
  private final Set<DraftProblem> problems;
  private final Edits edits;
  private final List<DraftLine> body;

  /**
   * @param problems what shall be cured
   */
  Rewriter(
      DraftRules rules, Draft draft, List<DraftLine> lines, Asks asks, Set<DraftProblem> problems) {
    this.rules = rules;
    this.draft = draft;
    this.lines = lines;
    this.asks = asks;
    this.problems = problems;
    this.edits = new Edits(draft.text());
    this.body = new Closing(draft, lines, asks).before();
  }

  /**
   * The draft with its problems cured.
   *
   * @param bump what stands in place of words that only say that somebody waits
   */
  Redraft rewrite(String bump) {
    if (problems.contains(DraftProblem.EMPTY_BUMP)) {
      unbump(bump);
      return edits.made();
    }
    Cures cures = new Cures(rules, draft, lines, asks, edits);
    for (DraftLine line : lines) {
      problems.stream()
          .filter(DraftProblem::isSaid)
          .sorted()
          .filter(problem -> Cures.isIn(problem, line))
          .forEach(problem -> cures.cure(problem, line));
    }
    if (problems.contains(DraftProblem.NO_ASK) || left().isEmpty()) {
      after(last(body), say(DraftProblem.NO_ASK));
    } else {
      ask(left());
    }
    return edits.made();
  }

  private String say(DraftProblem problem) {
    return rules.page(problem).say().orElseThrow();
  }

  /** What only says that somebody waits becomes a question that can be answered. */
  private void unbump(String bump) {
    List<DraftLine> bumps =
        body.stream().filter(line -> line.sentence().body() < line.sentence().to()).toList();
    if (bumps.isEmpty()) {
      after(last(body), bump);
    } else {
      int start = bumps.get(0).start();
      edits.replace(start, last(bumps).end(), bump);
    }
  }

  /** The sentences that ask and weren't taken out. */
  private List<DraftLine> left() {
    return asks.asking().stream().filter(line -> !edits.isGone(line.start(), line.end())).toList();
  }

  /** Gives the ask a reason, a question, a form and a place. */
  private void ask(List<DraftLine> asking) {
    Questions questions = new Questions(draft, edits, rules.verbs());
    boolean asked =
        problems.contains(DraftProblem.NO_QUESTION)
            && asking.stream().anyMatch(line -> questions.ask(line.sentence()));
    List<String> more = new ArrayList<>();
    if (problems.contains(DraftProblem.NO_REASON)) {
      more.add(say(DraftProblem.NO_REASON));
    }
    if (problems.contains(DraftProblem.NO_QUESTION) && !asked) {
      more.add(say(DraftProblem.NO_QUESTION));
    }
    List<DraftLine> inBody = asking.stream().filter(body::contains).toList();
    DraftLine ask = last(inBody.isEmpty() ? asking : inBody);
    if (!more.isEmpty()) {
      after(asks.isItem(ask) ? last(body) : ask, String.join(" ", more));
    }
    Layout layout = new Layout(draft, asks, edits);
    if (problems.contains(DraftProblem.MULTIPLE_ASKS)) {
      asking.forEach(layout::list);
    }
    if (problems.contains(DraftProblem.OVERLONG)) {
      asking.stream()
          .max(Comparator.comparingDouble(line -> line.probability(Role.ASK)))
          .ifPresent(line -> layout.lead(line, lines.get(0)));
    }
  }

  private void after(DraftLine line, String words) {
    Token end = draft.tokens().get(line.sentence().to() - 1);
    String between = asks.isItem(line) ? "\n\n" : end.isWord() ? ". " : " ";
    edits.insert(line.end(), between + words);
  }

  private static DraftLine last(List<DraftLine> some) {
    return some.get(some.size() - 1);
  }
}
