package dev.pushback.tone;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRule;
import dev.pushback.playbook.DraftRules;
import dev.pushback.playbook.DraftSpeech;
import dev.pushback.script.Redraft;
import dev.pushback.script.Redraft.Change;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cures what was found in a draft by the smallest edit. Takes words out, turns an order into a
 * question, moves the ask to the front, and where something is missing adds a line of the playbook
 * whose facts are left for the person to fill in. It never adds a fact, and never takes the ask
 * away.
 */
final class Rewriter {
  private static final Set<DraftProblem> SAID =
      EnumSet.of(
          DraftProblem.THREAT,
          DraftProblem.HARSH,
          DraftProblem.BLAME,
          DraftProblem.BOSS_EARLY,
          DraftProblem.GUILT,
          DraftProblem.FUTURE_BUSINESS,
          DraftProblem.NAMED_QUOTE,
          DraftProblem.APOLOGETIC,
          DraftProblem.HEDGED_ASK);
  private static final Set<String> POLITE = Set.of("please", "pls", "plz", "kindly", "just");
  private static final Set<String> LEADS = Set.of("so", "then", "therefore", "and", "now", "ok", "okay");
  private static final int SHOUT = 4;

  private final DraftRules rules;
  private final Draft draft;
  private final List<DraftLine> lines;
  private final Asks asks;
  private final Set<DraftProblem> problems;
  private final Edits edits;
  private final Scissors scissors;

  /**
   * @param problems what shall be cured
   */
  Rewriter(
      DraftRules rules,
      Draft draft,
      List<DraftLine> lines,
      Asks asks,
      Set<DraftProblem> problems) {
    this.rules = rules;
    this.draft = draft;
    this.lines = lines;
    this.asks = asks;
    this.problems = problems;
    this.edits = new Edits(draft.text());
    this.scissors = new Scissors(draft, edits);
  }

  /** The draft with its problems cured. */
  Redraft rewrite(String bump) {
    for (DraftLine line : lines) {
      SAID.stream()
          .filter(problems::contains)
          .filter(problem -> isIn(problem, line))
          .forEach(problem -> cure(problem, line));
    }
    if (problems.contains(DraftProblem.EMPTY_BUMP)) {
      unbump(bump);
      return edits.made();
    }
    boolean lost = asks.asking().stream().allMatch(line -> edits.isGone(line.start(), line.end()));
    if (problems.contains(DraftProblem.NO_ASK) || (lost && !problems.isEmpty())) {
      append(say(DraftProblem.NO_ASK));
    } else {
      structure();
    }
    return edits.made();
  }

  static boolean isIn(DraftProblem problem, DraftLine line) {
    return line.is(problem)
        || (Role.of(problem).isEmpty() && !line.signs().of(problem).isEmpty());
  }

  private String say(DraftProblem problem) {
    return rules.page(problem).say().orElseThrow();
  }

  private void cure(DraftProblem problem, DraftLine line) {
    List<Hit<DraftRule.Sign>> hits = line.signs().of(problem);
    boolean asking = asks.asking().contains(line);
    if (problem == DraftProblem.HARSH) {
      unshout(line);
    }
    if (hits.isEmpty() && !asking && problem.side() == DraftProblem.Side.HARSH) {
      scissors.cutSentence(line.sentence());
    }
    for (Hit<DraftRule.Sign> hit : hits) {
      cure(line, hit, asking);
    }
  }

  private void cure(DraftLine line, Hit<DraftRule.Sign> hit, boolean asking) {
    Optional<String> better = hit.value().better();
    if (better.isPresent()) {
      better(line, hit, better.get());
      return;
    }
    switch (hit.value().rule().cut()) {
      case QUESTION -> ask(line);
      case WORDS -> scissors.cut(hit.from(), hit.to(), line.sentence());
      case CLAUSE -> cutClause(line, hit, asking);
      case SENTENCE -> {
        if (asking) {
          cutClause(line, hit, true);
        } else {
          scissors.cutSentence(line.sentence());
        }
      }
    }
  }

  private void better(DraftLine line, Hit<DraftRule.Sign> hit, String better) {
    Token first = draft.tokens().get(hit.from());
    Token last = draft.tokens().get(hit.to() - 1);
    if (better.isEmpty()) {
      scissors.cut(hit.from(), hit.to(), line.sentence());
    } else {
      boolean begins = hit.from() == line.sentence().from() && first.isWord();
      edits.replace(
          first.start(),
          last.end(),
          begins
              ? better.substring(0, 1).toUpperCase(Locale.ROOT) + better.substring(1)
              : better);
    }
  }

  /** The clause goes, unless the ask is in it; then only the words that did the harm. */
  private void cutClause(DraftLine line, Hit<DraftRule.Sign> hit, boolean asking) {
    Scissors.Stretch clause = scissors.clause(line.sentence(), hit.from(), hit.to());
    boolean holdsAsk = asking && Asks.head(line).filter(clause::holds).isPresent();
    if (!holdsAsk) {
      scissors.cut(clause.from(), clause.to(), line.sentence());
    } else if (Asks.head(line).filter(at -> at >= hit.to() || at < hit.from()).isPresent()) {
      scissors.cut(hit.from(), hit.to(), line.sentence());
    }
  }

  private void unshout(DraftLine line) {
    for (Token token : draft.body(line.sentence())) {
      if (token.shape().equals("XX") && token.end() - token.start() >= SHOUT) {
        String word = draft.text().substring(token.start(), token.end());
        boolean begins = token.start() == line.start();
        edits.replace(
            token.start() + (begins ? 1 : 0),
            token.end(),
            word.substring(begins ? 1 : 0).toLowerCase(Locale.ROOT));
      }
    }
  }

  /** What only says that somebody waits becomes a question that can be answered. */
  private void unbump(String bump) {
    List<DraftLine> bumps =
        lines.stream()
            .filter(line -> line.sentence().body() < line.sentence().to())
            .filter(line -> !isClosing(line))
            .toList();
    if (bumps.isEmpty()) {
      append(bump);
      return;
    }
    int start = bumps.get(0).start();
    int end = bumps.get(bumps.size() - 1).end();
    edits.replace(start, end, bump);
  }

  private boolean isClosing(DraftLine line) {
    int from = line.sentence().body();
    return from > 0
        && line.signs().speech().stream()
            .anyMatch(hit -> hit.value() == DraftSpeech.COURTESY && hit.from() == from)
        && !line.is(Role.BUMP);
  }

  private void structure() {
    DraftLine last = lastAsk();
    boolean asked = false;
    if (problems.contains(DraftProblem.NO_QUESTION)) {
      asked = asks.asking().stream().filter(line -> !isGone(line)).anyMatch(this::ask);
    }
    if (problems.contains(DraftProblem.NO_REASON)) {
      after(last, say(DraftProblem.NO_REASON));
    }
    if (problems.contains(DraftProblem.NO_QUESTION) && !asked) {
      after(last, say(DraftProblem.NO_QUESTION));
    }
    if (problems.contains(DraftProblem.MULTIPLE_ASKS)) {
      asks.asking().stream().filter(line -> !isGone(line)).forEach(this::list);
    }
    if (problems.contains(DraftProblem.OVERLONG)) {
      lead(asks.asking().get(0));
    }
  }

  private boolean isGone(DraftLine line) {
    return edits.isGone(line.start(), line.end());
  }

  private DraftLine lastAsk() {
    List<DraftLine> asking = asks.asking().stream().filter(line -> !isGone(line)).toList();
    return asking.get(asking.size() - 1);
  }

  /** "Please send it." becomes "Could you please send it?". */
  private boolean ask(DraftLine line) {
    Draft.Sentence sentence = line.sentence();
    List<Token> tokens = draft.tokens();
    int at = sentence.body();
    while (at + 1 < sentence.to() && LEADS.contains(tokens.get(at).lower())) {
      at++;
      if (tokens.get(at).lower().equals(",")) {
        at++;
      }
    }
    int first = at;
    while (at + 1 < sentence.to() && POLITE.contains(tokens.get(at).lower())) {
      at++;
    }
    Token end = tokens.get(sentence.to() - 1);
    boolean order = at < sentence.to() && rules.verbs().contains(tokens.get(at).lower());
    if (!order || Set.of("do", "let").contains(tokens.get(at).lower())) {
      return false;
    }
    Token word = tokens.get(first);
    boolean begins = first == sentence.from();
    String small = draft.text().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    edits.replace(word.start(), word.end(), (begins ? "Could you " : "could you ") + small);
    if (end.isWord()) {
      edits.insert(end.end(), "?");
    } else {
      edits.replace(end.start(), end.end(), "?");
    }
    return true;
  }

  private void after(DraftLine line, String words) {
    edits.insert(line.end(), (endsOpen(line) ? ". " : " ") + words);
  }

  private boolean endsOpen(DraftLine line) {
    return draft.tokens().get(line.sentence().to() - 1).isWord();
  }

  /** Behind the last sentence that says something, before the closing. */
  private void append(String words) {
    DraftLine last = lines.get(lines.size() - 1);
    for (DraftLine line : lines) {
      if (!isClosing(line) && line.sentence().body() < line.sentence().to()) {
        last = line;
      }
      if (isClosing(line) && line != lines.get(0)) {
        break;
      }
    }
    after(last, words);
  }

  /** Several requests in a sentence get a line each. */
  private void list(DraftLine line) {
    List<Scissors.Stretch> joints = asks.joints(line);
    if (joints.size() < 2) {
      return;
    }
    List<Token> tokens = draft.tokens();
    for (Scissors.Stretch joint : joints) {
      edits.replace(tokens.get(joint.from() - 1).end(), tokens.get(joint.to()).start(), "\n- ");
    }
    asks.firstVerb(line)
        .ifPresent(
            verb -> edits.replace(tokens.get(verb - 1).end(), tokens.get(verb).start(), "\n- "));
  }

  /** The ask moves to the front, as a paragraph of its own. */
  private void lead(DraftLine line) {
    DraftLine first = lines.get(0);
    if (line == first || line.start() < draft.text().length() / 4) {
      return;
    }
    int at =
        first.sentence().body() > first.sentence().from() ? first.start() : first.sentence().from();
    int to = Math.min(at, draft.text().length());
    List<Change> within = edits.take(line.start(), line.end());
    String ask = changed(line, within);
    int start = first.sentence().body() >= first.sentence().to() ? first.end() : startOf(first);
    scissors.cutSentence(line.sentence());
    boolean greeted = first.sentence().body() > first.sentence().from();
    String lead = greeted ? "\n\n" + capital(ask) + "\n\n" : capital(ask) + "\n\n";
    if (greeted && start > 0) {
      edits.replace(
          draft.tokens().get(first.sentence().body() - 1).end(), Math.max(start, to), lead);
    } else {
      edits.insert(0, lead);
    }
  }

  private static int startOf(DraftLine line) {
    return line.start();
  }

  private String changed(DraftLine line, List<Change> within) {
    StringBuilder words = new StringBuilder();
    int copied = line.start();
    for (Change change :
        within.stream().sorted(java.util.Comparator.comparingInt(Change::start)).toList()) {
      words.append(draft.text(), copied, change.start()).append(change.after());
      copied = change.end();
    }
    return words.append(draft.text(), copied, line.end()).toString().strip();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
