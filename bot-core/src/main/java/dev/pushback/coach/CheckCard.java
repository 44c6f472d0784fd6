package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftProblem.Side;
import dev.pushback.playbook.DraftRules;
import dev.pushback.script.Redraft;
import dev.pushback.script.SendableText;
import dev.pushback.tone.DraftReport;
import dev.pushback.tone.DraftRequest;
import dev.pushback.tone.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a checked draft is shown: how it lands on two axes, what to change, and how it reads then.
 */
final class CheckCard {
  /** More nobody takes in. */
  private static final int FINDINGS = 3;

  private static final int CHANGES = 4;
  private static final int QUOTED = 100;

  private final DraftRules rules;

  CheckCard(DraftRules rules) {
    this.rules = rules;
  }

  /**
   * The card.
   *
   * @param request what was checked
   * @param leftOut what isn't looked for in this draft alone
   * @param praised whether it is warm and firm, whatever isn't looked for
   */
  Card of(DraftRequest request, DraftReport report, Set<DraftProblem> leftOut, boolean praised) {
    List<Block> blocks = new ArrayList<>();
    List<DraftProblem> shown = report.problems().stream().limit(FINDINGS).toList();
    if (report.isClean()) {
      blocks.add(
          new Block.Text(
              praised
                  ? "It's kind, and the ask is plain. I wouldn't change a word."
                  : "I found nothing in it that gets in your way."));
    } else {
      blocks.add(
          new Block.Facts(
              "", shown.stream().map(problem -> row(problem, report, request)).toList()));
      blocks.addAll(rewrite(report));
      blocks.addAll(others(report));
    }
    if (!leftOut.isEmpty()) {
      blocks.add(new Block.Note("Left out for this draft: " + titles(leftOut) + "."));
    }
    Set<DraftProblem> muted = new TreeSet<>(request.muted());
    muted.removeAll(leftOut);
    if (!muted.isEmpty()) {
      blocks.add(new Block.Note("Never looked for, as you asked: " + titles(muted) + "."));
    }
    blocks.add(buttons(shown, leftOut));
    return new Card(title(report, praised), blocks);
  }

  private static String title(DraftReport report, boolean praised) {
    if (report.isClean()) {
      return praised ? "Warm and firm: send it" : "Ready to send";
    }
    Set<Side> sides =
        report.problems().stream().map(DraftProblem::side).collect(Collectors.toSet());
    boolean asks = !report.asks().isEmpty();
    if (sides.contains(Side.HARSH)) {
      return sides.contains(Side.SOFT)
          ? "Harsh and soft at once"
          : asks ? "Firm, but harsh" : "It sounds harsh";
    }
    if (sides.contains(Side.SOFT)) {
      return report.warm() ? "Warm, but soft" : "Too soft";
    }
    if (report.problems().contains(DraftProblem.NO_ASK)) {
      return "Where is the ask?";
    }
    return sides.contains(Side.HONESTY) ? "One thing before you send it" : "Nearly there";
  }

  /** The words it is about, why, and better ones. */
  private Block.Row row(DraftProblem problem, DraftReport report, DraftRequest request) {
    Finding first =
        report.findings().stream()
            .filter(finding -> finding.problem() == problem)
            .findFirst()
            .orElseThrow();
    boolean whole = first.start() == 0 && first.end() >= request.text().length();
    String words = whole ? "" : quoted(unended(first.in(request.text()))) + ": ";
    String round =
        problem == DraftProblem.BOSS_EARLY && request.round() == 1
            ? " I take this for the first round."
            : "";
    return new Block.Row(
        rules.page(problem).title(), words + first.why() + round + " Better: " + first.instead());
  }

  private static String unended(String words) {
    return words.strip().replaceFirst("(?<=\\w)[.,;:]+$", "");
  }

  private static String quoted(String words) {
    return '"' + Shown.shortened(words.strip(), QUOTED) + '"';
  }

  private static List<Block> rewrite(DraftReport report) {
    if (!report.rewrite().isChanged()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    List<SendableText> parts = report.rewrite().words().parts(CardLimits.TEXT);
    for (int i = 0; i < parts.size() - 1; i++) {
      blocks.add(new Block.Words(i == 0 ? "Send this instead:" : "It goes on:", parts.get(i)));
    }
    blocks.addAll(
        Pieces.words(
            parts.size() == 1 ? "Send this instead:" : "It goes on:", parts.get(parts.size() - 1)));
    blocks.add(new Block.Facts("What changed", changes(report.rewrite().changes())));
    return blocks;
  }

  private static List<Block.Row> changes(List<Redraft.Change> all) {
    List<Redraft.Change> told =
        all.stream().filter(one -> !(one.before() + one.after()).isBlank()).toList();
    List<Block.Row> rows = new ArrayList<>();
    for (Redraft.Change change : told.subList(0, Math.min(told.size(), CHANGES))) {
      rows.add(
          change.before().isBlank()
              ? new Block.Row("added", quoted(change.after()))
              : change.after().isBlank()
                  ? new Block.Row("taken out", quoted(change.before()))
                  : new Block.Row("", quoted(change.before()) + " → " + quoted(change.after())));
    }
    int more = told.size() - CHANGES;
    if (more > 0) {
      rows.add(new Block.Row("", "and " + more + " more"));
    }
    return rows;
  }

  /** What was found beside the three. */
  private List<Block> others(DraftReport report) {
    List<DraftProblem> others = report.problems().stream().skip(FINDINGS).toList();
    return others.isEmpty() ? List.of() : List.of(new Block.Note("Also: " + titles(others) + "."));
  }

  private Block buttons(List<DraftProblem> shown, Set<DraftProblem> leftOut) {
    List<Block.Button> buttons = new ArrayList<>();
    shown.forEach(
        problem ->
            buttons.add(
                new Block.Button("Not for this draft: " + lower(problem), "skip " + problem.id())));
    leftOut.stream()
        .sorted()
        .forEach(
            problem ->
                buttons.add(
                    new Block.Button(
                        "Not in any draft: " + lower(problem), "mute " + problem.id())));
    buttons.add(new Block.Button("They answered", "answer "));
    return new Block.Buttons(buttons);
  }

  private String lower(DraftProblem problem) {
    String title = rules.page(problem).title();
    return Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  /** Their titles in a sentence. */
  String titles(Collection<DraftProblem> problems) {
    return problems.stream().sorted().map(this::lower).collect(Collectors.joining(", "));
  }

  /** What is never looked for, and how to have it back. */
  Card muted(String title, String say, Set<DraftProblem> muted, boolean hasDraft) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(say));
    List<Block.Button> buttons = new ArrayList<>();
    muted.stream()
        .sorted()
        .forEach(
            problem ->
                buttons.add(
                    new Block.Button(
                        "Check again for: " + lower(problem), "unmute " + problem.id())));
    if (hasDraft) {
      buttons.add(new Block.Button("The last draft again", CheckJourney.AGAIN));
    }
    if (!muted.isEmpty()) {
      blocks.add(new Block.Facts("Never checked", List.of(new Block.Row("", titles(muted)))));
    }
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Card(title, blocks);
  }

  /** The problem that is meant, by its id or its title. */
  Optional<DraftProblem> meant(String words) {
    String name = words.strip().replaceFirst("[.!?]+$", "");
    return DraftProblem.byId(name.toLowerCase(Locale.ROOT))
        .or(
            () ->
                rules.pages().entrySet().stream()
                    .filter(page -> page.getValue().title().equalsIgnoreCase(name))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }
}
