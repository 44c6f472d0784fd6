package dev.pushback.tone;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRule;
import dev.pushback.playbook.DraftRules;
import dev.pushback.playbook.DraftSpeech;
import dev.pushback.script.Redraft;
import dev.pushback.script.Redraft.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cures what was found in a draft by the smallest edit. Takes words out, turns an order into a
 * question, moves the ask to the front, and where something is missing adds a line of the playbook
 * whose facts are left for the person to fill in. It never adds a fact, and never takes the ask
 * away.
 */
final class Rewriter {
  private static final Set<String> POLITE = Set.of("please", "pls", "plz", "kindly", "just");
  private static final Set<String> LEADS =
      Set.of("so", "then", "therefore", "and", "now", "ok", "okay", "but");
  private static final Pattern ASKING =
      Pattern.compile("^(?:could|can|would|will|is|are|may|shall|what|when|how) ");
  private static final Pattern LEAD =
      Pattern.compile("(?i)^(?:(?:so|and|but|now|anyway|therefore)\\b,?\\s*)+(?=\\S+ \\S)");
  private static final int SHOUT = 4;
  private static final int SHORT = 6;
  private static final int NAME = 4;

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
      DraftRules rules, Draft draft, List<DraftLine> lines, Asks asks, Set<DraftProblem> problems) {
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
    if (problems.contains(DraftProblem.EMPTY_BUMP)) {
      unbump(bump);
      return edits.made();
    }
    for (DraftLine line : lines) {
      problems.stream()
          .filter(DraftProblem::isSaid)
          .sorted()
          .filter(problem -> isIn(problem, line))
          .forEach(problem -> cure(problem, line));
    }
    boolean lost = asks.asking().stream().allMatch(line -> edits.isGone(line.start(), line.end()));
    if (problems.contains(DraftProblem.NO_ASK) || (lost && !problems.isEmpty())) {
      append(say(DraftProblem.NO_ASK));
    } else {
      structure();
    }
    return edits.made();
  }

  /** In a draft that has the problem, words that are a sign of it need less to count. */
  private static boolean isIn(DraftProblem problem, DraftLine line) {
    return line.is(problem) || (!line.signs().of(problem).isEmpty() && line.mayBe(problem));
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
    if (hits.isEmpty() && !asking && problem != DraftProblem.HEDGED_ASK) {
      cutSentence(problem, line);
    }
    for (Hit<DraftRule.Sign> hit : hits) {
      cure(line, hit, asking);
    }
  }

  /**
   * What happened must not get lost with the blame for it: if nothing else says why, it is asked
   * for.
   */
  private void cutSentence(DraftProblem problem, DraftLine line) {
    Optional<String> fact = rules.page(problem).say();
    boolean explains =
        line.is(Role.REASON)
            && lines.stream().noneMatch(other -> !other.equals(line) && other.is(Role.REASON));
    if (explains && fact.isPresent() && problem == DraftProblem.BLAME) {
      edits.replace(line.start(), line.end(), fact.get());
    } else {
      scissors.cutSentence(line.sentence());
    }
  }

  private void cure(DraftLine line, Hit<DraftRule.Sign> hit, boolean asking) {
    Optional<String> better = hit.value().better();
    if (better.isPresent() && !better.get().isEmpty() && !isWhole(hit, better.get(), line)) {
      return;
    }
    if (better.isPresent()) {
      better(line, hit, better.get());
      return;
    }
    switch (hit.value().rule().cut()) {
      case QUESTION -> ask(line);
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

  /** Words that ask only stand where a sentence or a clause begins. */
  private boolean isWhole(Hit<DraftRule.Sign> hit, String better, DraftLine line) {
    return !ASKING.matcher(better + " ").find()
        || hit.from() == line.sentence().body()
        || !draft.tokens().get(hit.from() - 1).isWord()
        || LEADS.contains(draft.tokens().get(hit.from() - 1).lower());
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
      if (ASKING.matcher(better).find()) {
        endAsQuestion(line.sentence());
      }
    }
  }

  private void endAsQuestion(Draft.Sentence sentence) {
    Token end = draft.tokens().get(sentence.to() - 1);
    if (end.isWord()) {
      edits.insert(end.end(), "?");
    } else if (end.lower().equals(".") || end.lower().equals("!")) {
      edits.replace(end.start(), end.end(), "?");
    }
  }

  /** The clause goes, unless the ask is in it; then only the words that did the harm. */
  private void cutClause(DraftLine line, Hit<DraftRule.Sign> hit, boolean asking) {
    Optional<Integer> head = Asks.head(line).filter(at -> asking);
    Scissors.Stretch clause = scissors.clause(line.sentence(), hit.from(), hit.to(), head);
    boolean aside = head.isEmpty() || clause.to() <= head.get() || clause.from() == hit.from();
    if (aside && head.filter(clause::holds).isEmpty()) {
      scissors.cut(clause.from(), clause.to(), line.sentence());
    } else if (head.filter(at -> at < hit.from() || at >= hit.to()).isPresent()) {
      scissors.cut(hit.from(), hit.to(), line.sentence());
    }
  }

  private void unshout(DraftLine line) {
    List<Token> shouted =
        draft.body(line.sentence()).stream().filter(token -> token.shape().equals("XX")).toList();
    for (Token token : shouted) {
      if (shouted.size() > 2 || token.end() - token.start() >= SHOUT) {
        String word = draft.text().substring(token.start(), token.end());
        int kept = token.start() == line.start() ? 1 : 0;
        edits.replace(
            token.start() + kept, token.end(), word.substring(kept).toLowerCase(Locale.ROOT));
      }
    }
  }

  /** What only says that somebody waits becomes a question that can be answered. */
  private void unbump(String bump) {
    List<DraftLine> bumps =
        lines.subList(0, closing()).stream()
            .filter(line -> line.sentence().body() < line.sentence().to())
            .toList();
    if (bumps.isEmpty()) {
      append(bump);
      return;
    }
    int start = bumps.get(0).start();
    int end = bumps.get(bumps.size() - 1).end();
    edits.replace(start, end, bump);
  }

  /**
   * The first line of the closing: "Kind regards", a name; the number of lines if there is none.
   */
  private int closing() {
    int at = lines.size();
    while (at > 1 && isClosing(lines.get(at - 1))) {
      at--;
    }
    return at;
  }

  private boolean isClosing(DraftLine line) {
    List<Token> words = draft.body(line.sentence()).stream().filter(Token::isWord).toList();
    boolean signature =
        words.size() <= NAME
            && (draft.beginsLine(line.sentence().from())
                || words.stream().allMatch(word -> word.shape().startsWith("X")));
    boolean courteous =
        words.size() <= SHORT
            && line.signs().speech().stream()
                .anyMatch(
                    hit ->
                        hit.value() == DraftSpeech.COURTESY
                            && hit.from() == line.sentence().body());
    return !draft.isMarkedQuestion(line.sentence())
        && (signature || courteous)
        && !line.is(Role.BUMP)
        && !asks.isItem(line);
  }

  private void structure() {
    DraftLine last = lastAsk();
    boolean asked = false;
    if (problems.contains(DraftProblem.NO_QUESTION)) {
      asked = asks.asking().stream().filter(line -> !isGone(line)).anyMatch(this::ask);
    }
    if (asks.isItem(last)) {
      last = lines.get(closing() - 1);
    }
    List<String> more = new ArrayList<>();
    if (problems.contains(DraftProblem.NO_REASON)) {
      more.add(say(DraftProblem.NO_REASON));
    }
    if (problems.contains(DraftProblem.NO_QUESTION) && !asked) {
      more.add(say(DraftProblem.NO_QUESTION));
    }
    if (!more.isEmpty()) {
      after(last, String.join(" ", more));
    }
    if (problems.contains(DraftProblem.MULTIPLE_ASKS)) {
      asks.asking().stream().filter(line -> !isGone(line)).forEach(this::list);
    }
    if (problems.contains(DraftProblem.OVERLONG)) {
      asks.asking().stream()
          .filter(line -> !isGone(line))
          .max(Comparator.comparingDouble(line -> line.probability(Role.ASK)))
          .ifPresent(this::lead);
    }
  }

  private boolean isGone(DraftLine line) {
    return edits.isGone(line.start(), line.end());
  }

  private DraftLine lastAsk() {
    List<DraftLine> body = lines.subList(0, closing());
    List<DraftLine> asking = asks.asking().stream().filter(line -> !isGone(line)).toList();
    return asking.stream()
        .filter(body::contains)
        .reduce((first, second) -> second)
        .orElse(asking.get(asking.size() - 1));
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
    boolean order =
        draft.words(at, sentence.to()) > 1 && rules.verbs().contains(tokens.get(at).lower());
    if (!order || Set.of("do", "let").contains(tokens.get(at).lower())) {
      return false;
    }
    Token word = tokens.get(first);
    boolean begins = first == sentence.from();
    String small = draft.text().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    edits.replace(word.start(), word.end(), (begins ? "Could you " : "could you ") + small);
    endAsQuestion(sentence);
    return true;
  }

  private void after(DraftLine line, String words) {
    String between = asks.isItem(line) ? "\n\n" : endsOpen(line) ? ". " : " ";
    edits.insert(line.end(), between + words);
  }

  private boolean endsOpen(DraftLine line) {
    return draft.tokens().get(line.sentence().to() - 1).isWord();
  }

  /** Behind the last sentence that says something, before the closing. */
  private void append(String words) {
    after(lines.get(closing() - 1), words);
  }

  /** Several requests in a sentence get a line each. */
  private void list(DraftLine line) {
    List<Scissors.Stretch> joints = asks.joints(line);
    Optional<Integer> verb = asks.firstVerb(line);
    if (joints.size() < 2 || verb.isEmpty() || !asks.isPlainList(joints)) {
      return;
    }
    List<Token> tokens = draft.tokens();
    for (Scissors.Stretch joint : joints) {
      edits.part(tokens.get(joint.from() - 1), tokens.get(joint.to()), "\n- ");
    }
    begin(verb.get());
  }

  /** The first request, too, gets a line, and loses its number. */
  private void begin(int verb) {
    List<Token> tokens = draft.tokens();
    int before = verb - 1;
    while (before > 0 && (!tokens.get(before).isWord() || tokens.get(before).hasDigit())) {
      before--;
    }
    edits.part(tokens.get(before), tokens.get(verb), "\n- ");
  }

  /** The ask moves to the front, as a paragraph of its own. */
  private void lead(DraftLine line) {
    DraftLine first = lines.get(0);
    if (line.equals(first) || line.start() < draft.text().length() / 4) {
      return;
    }
    String ask =
        capital(LEAD.matcher(changed(line, edits.take(line.start(), line.end()))).replaceFirst(""));
    scissors.cutSentence(line.sentence());
    boolean greets = first.sentence().body() > first.sentence().from();
    if (!greets) {
      edits.insert(0, ask + "\n\n");
    } else if (first.sentence().body() == first.sentence().to()) {
      edits.insert(first.end(), "\n\n" + ask);
    } else {
      int greeted = draft.tokens().get(first.sentence().body() - 1).end();
      Token next = draft.tokens().get(first.sentence().body());
      edits.replace(greeted, next.end(), "\n\n" + ask + "\n\n" + scissors.cased(next, true));
    }
  }

  private String changed(DraftLine line, List<Change> within) {
    StringBuilder words = new StringBuilder();
    int copied = line.start();
    for (Change change : within.stream().sorted(Comparator.comparingInt(Change::start)).toList()) {
      words.append(draft.text(), copied, change.start()).append(change.after());
      copied = change.end();
    }
    return words.append(draft.text(), copied, line.end()).toString().strip();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
