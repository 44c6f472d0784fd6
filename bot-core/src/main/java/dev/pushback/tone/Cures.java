package dev.pushback.tone;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRule;
import dev.pushback.playbook.DraftRules;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out of a sentence, or says better, what would make it land badly. */
final class Cures {
  private static final int SHOUT = 2;
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august"
              + "|september|october|november|december|i|i'm|i've|i'll|i'd");
  private static final Set<String> ELSE = Set.of("or", "otherwise", "else", "and", "but");
  private static final String GAP = "{}";
  private static final Set<String> BACK =
      Set.of(
          "it",
          "them",
          "that",
          "those",
          "these",
          "one",
          "ones",
          "its",
          "replacement",
          "replacements");

  private final DraftRules rules;
  private final Draft draft;
  private final List<DraftLine> lines;
  private final Asks asks;
  private final Edits edits;
  private final Scissors scissors;
  private final Questions questions;

  private final Set<DraftLine> saidAnew = new HashSet<>();

  /** Whether what happened was asked for, which is enough once. */
  private boolean told;

  /** Whether a threat was turned into an ask. */
  private boolean asked;

  Cures(DraftRules rules, Draft draft, List<DraftLine> lines, Asks asks, Edits edits) {
    this.rules = rules;
    this.draft = draft;
    this.lines = lines;
    this.asks = asks;
    this.edits = edits;
    this.scissors = new Scissors(draft, edits);
    this.questions = new Questions(draft, edits, rules.verbs());
  }

  /** In a draft that has the problem, words that are a sign of it need less to count. */
  static boolean isIn(DraftProblem problem, DraftLine line) {
    return line.is(problem) || (!line.signs().of(problem).isEmpty() && line.mayBe(problem));
  }

  /** Cures a sentence of a problem. */
  void cure(DraftProblem problem, DraftLine line) {
    if (saidAnew.contains(line)) {
      return;
    }
    List<Hit<DraftRule.Sign>> hits = line.signs().of(problem);
    boolean asking = asks.isAsking(line);
    if (problem == DraftProblem.HARSH) {
      unshout(line);
    }
    Optional<Hit<DraftRule.Sign>> whole = hits.stream().filter(this::isForAll).findFirst();
    if (whole.isPresent()) {
      sayAll(line, whole.get());
      return;
    }
    if (hits.isEmpty() && !asking && problem != DraftProblem.HEDGED_ASK) {
      cutSentence(problem, line);
    }
    for (Hit<DraftRule.Sign> hit : hits) {
      cure(line, hit, asking);
    }
  }

  /** Whether something is asked for that wasn't before. */
  boolean asked() {
    return asked;
  }

  /** Better words for the whole sentence, if what they need was said. */
  private boolean isForAll(Hit<DraftRule.Sign> hit) {
    return hit.value()
        .better()
        .filter(DraftRule.Better::isForAll)
        .filter(better -> !better.words().contains(GAP) || !gap(hit).isEmpty())
        .isPresent();
  }

  private void sayAll(DraftLine line, Hit<DraftRule.Sign> hit) {
    String better = filled(hit);
    saidAnew.add(line);
    asked |= hit.value().rule().problem() == DraftProblem.THREAT;
    boolean greeted = line.sentence().body() > line.sentence().from();
    String words =
        greeted ? better : better.substring(0, 1).toUpperCase(Locale.ROOT) + better.substring(1);
    edits.replace(line.start(), line.end(), words + (Questions.begin(better) ? "?" : "."));
  }

  /** The better words, with what stood in the gap. */
  private String filled(Hit<DraftRule.Sign> hit) {
    return hit.value()
        .better()
        .map(DraftRule.Better::words)
        .orElse("")
        .replace(GAP, gap(hit))
        .strip();
  }

  /** What stood in the gap, without a "yet" at its end. */
  private String gap(Hit<DraftRule.Sign> hit) {
    if (hit.gapFrom() >= hit.gapTo()) {
      return "";
    }
    return draft
        .text()
        .substring(
            draft.tokens().get(hit.gapFrom()).start(), draft.tokens().get(hit.gapTo() - 1).end())
        .replaceFirst("(?i)(?:^|\\s+)(?:yet|still)$", "");
  }

  /**
   * A sentence goes. What happened must not get lost with the blame for it, or what the next
   * sentence speaks of: then it is asked for as a plain fact.
   */
  private void cutSentence(DraftProblem problem, DraftLine line) {
    boolean tells =
        problem == DraftProblem.BLAME || (problem == DraftProblem.HARSH && line.is(Role.REASON));
    if (tells && !told && (explainsAlone(line) || isSpokenOf(line))) {
      told = true;
      edits.replace(line.start(), line.end(), rules.page(DraftProblem.BLAME).say().orElseThrow());
    } else {
      scissors.cutSentence(line.sentence());
    }
  }

  private boolean explainsAlone(DraftLine line) {
    List<DraftLine> others =
        lines.stream()
            .filter(other -> !other.equals(line) && !other.is(Role.BLAME) && !other.is(Role.HARSH))
            .toList();
    boolean tells = line.is(Role.REASON) || line.signs().of(DraftProblem.BLAME).isEmpty();
    return tells && !new Reasons(draft).in(others);
  }

  /** Whether the next sentence says "it" or "them" and would hang in the air. */
  private boolean isSpokenOf(DraftLine line) {
    int next = lines.indexOf(line) + 1;
    return line.is(Role.REASON)
        && next < lines.size()
        && draft.body(lines.get(next).sentence()).stream()
            .map(Token::lower)
            .anyMatch(BACK::contains);
  }

  private void cure(DraftLine line, Hit<DraftRule.Sign> hit, boolean asking) {
    Optional<String> better =
        hit.value().better().filter(words -> !words.isForAll()).map(words -> filled(hit));
    if (better.isPresent() && !better.get().isEmpty() && !fits(hit, better.get(), line)) {
      return;
    }
    if (better.isPresent()) {
      better(line, hit, better.get());
      return;
    }
    switch (hit.value().rule().cut()) {
      case QUESTION -> questions.ask(line.sentence());
      case WORDS -> {
        if (asking || line.is(hit.value().rule().problem())) {
          scissors.cutWords(hit.from(), hit.to(), line.sentence());
        }
      }
      case CLAUSE -> cutClause(line, hit, asking);
      case SENTENCE -> {
        if (asking) {
          cutClause(line, hit, true);
        } else {
          cutSentence(hit.value().rule().problem(), line);
        }
      }
      case NOTHING -> {
        // The words tell, but taking them out alone would leave no sentence.
      }
    }
  }

  /** A question only stands where a sentence or a clause begins. */
  private boolean fits(Hit<DraftRule.Sign> hit, String better, DraftLine line) {
    return !Questions.begin(better) || questions.mayBegin(line.sentence(), hit.from());
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
          begins ? better.substring(0, 1).toUpperCase(Locale.ROOT) + better.substring(1) : better);
      if (Questions.begin(better)) {
        questions.end(line.sentence());
      }
    }
  }

  /** The clause goes, unless the ask is in it; then only the words that did the harm. */
  private void cutClause(DraftLine line, Hit<DraftRule.Sign> hit, boolean asking) {
    Optional<Integer> head = Asks.head(line).filter(at -> asking);
    Stretch clause = scissors.clause(line.sentence(), hit.from(), hit.to(), head);
    boolean holdsAsk = head.filter(clause::holds).isPresent();
    boolean aside =
        head.isEmpty()
            || clause.to() <= head.get()
            || clause.from() == hit.from()
            || ELSE.contains(draft.tokens().get(clause.from()).lower());
    if (aside && !holdsAsk) {
      scissors.cut(clause.from(), clause.to(), line.sentence());
    } else if (isUnit(hit) && head.filter(at -> at < hit.from() || at >= hit.to()).isPresent()) {
      scissors.cut(hit.from(), hit.to(), line.sentence());
    }
  }

  /** Whether the words are a whole, and no part of something that is said. */
  private static boolean isUnit(Hit<DraftRule.Sign> hit) {
    DraftProblem problem = hit.value().rule().problem();
    return problem == DraftProblem.HEDGED_ASK || problem == DraftProblem.APOLOGETIC;
  }

  private void unshout(DraftLine line) {
    List<Token> shouted =
        draft.body(line.sentence()).stream().filter(token -> token.shape().equals("XX")).toList();
    for (Token token : shouted) {
      if (shouted.size() > SHOUT) {
        String word = draft.text().substring(token.start(), token.end());
        int kept = token.start() == line.start() ? 1 : 0;
        String small = word.substring(kept).toLowerCase(Locale.ROOT);
        edits.replace(
            token.start() + kept,
            token.end(),
            NAMED.matcher(token.lower()).matches() && kept == 0
                ? Character.toUpperCase(small.charAt(0)) + small.substring(1)
                : small);
      }
    }
  }
}
