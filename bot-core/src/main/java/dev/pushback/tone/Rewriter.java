package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRules;
import dev.pushback.script.Redraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cures what was found in a draft by the smallest edit. Takes words out, turns an order into a
 * question, moves the ask to the front, and where something is missing adds a line of the playbook
 * whose facts are left for the person to fill in. It never adds a fact.
 */
final class Rewriter {
  private static final int HEAD = 5;
  private static final Pattern BLANKED = Pattern.compile("(?m)^ {3,}\\n");
  private static final String ITEM = "[what you're waiting for]";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(?:reminder|news|updates?|word|checking in|following up|progress|heard(?: back)?|joy)"
              + "\\s+(?:about|on|regarding|for|of|with)\\s+((?:the|our|my)\\s+(?!below|above|thread)"
              + "[\\p{L}\\d-]+(?:\\s+[\\p{L}\\d-]+){0,3}?)(?=\\s*(?:[.,;:!?]|$|\\n|\\s(?:from|that|which|below|yet|and|you|I|we)\\b))");
  private static final String DAY = "[day]";
  private static final Pattern BY =
      Pattern.compile(
          "(?i)\\b(?:by|before|until|till)\\s+((?:(?:the|end|of|next|this|close)\\s+){0,3}"
              + "(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\s+(?:of\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug"
              + "|sep|oct|nov|dec)\\p{L}*)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon"
              + "|midnight|tomorrow|tonight|today|week|month))\\b");

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

  /** The draft with its problems cured. */
  Redraft rewrite() {
    unblank();
    if (problems.contains(DraftProblem.EMPTY_BUMP)) {
      unbump(bump());
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
    if (cures.asked() && left().isEmpty()) {
      return edits.made();
    }
    if (problems.contains(DraftProblem.NO_ASK) || left().isEmpty()) {
      after(
          last(body), deadline().map(day -> askBy(day)).orElseGet(() -> say(DraftProblem.NO_ASK)));
    } else {
      ask(left());
    }
    return edits.made();
  }

  /** Lines that were quoted and are blank now belong to nobody's message. */
  private void unblank() {
    Matcher blank = BLANKED.matcher(draft.text());
    while (blank.find()) {
      edits.replace(blank.start(), blank.end(), "");
    }
  }

  /** The day they named in a sentence that was taken out. */
  private Optional<String> deadline() {
    return lines.stream()
        .filter(line -> edits.isGone(line.start(), line.end()))
        .map(line -> BY.matcher(draft.text()).region(line.start(), line.end()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  private String askBy(String day) {
    return say(DraftProblem.NO_ASK).replace(DAY, day);
  }

  private String say(DraftProblem problem) {
    return rules.page(problem).say().orElseThrow();
  }

  /** A question that can be answered, about what they named if they named it. */
  private String bump() {
    Matcher named = NAMED.matcher(draft.text());
    String say = say(DraftProblem.EMPTY_BUMP);
    return named.find() ? say.replace(ITEM, "an answer about " + named.group(1)) : say;
  }

  /** What only says that somebody waits becomes a question that can be answered. */
  private void unbump(String bump) {
    List<DraftLine> bumps =
        body.stream().filter(line -> line.sentence().body() < line.sentence().to()).toList();
    if (bumps.isEmpty()) {
      after(last(body), bump);
    } else {
      Draft.Sentence first = bumps.get(0).sentence();
      int start = bumps.get(0).start();
      boolean greeted = first.body() > first.from() && !draft.beginsLine(first.body());
      String words =
          greeted ? bump.substring(0, 1).toLowerCase(Locale.ROOT) + bump.substring(1) : bump;
      edits.replace(start, last(bumps).end(), words);
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
          .filter(line -> !asks.isItem(line))
          .max(Comparator.comparingDouble(line -> line.probability(Role.ASK)))
          .ifPresent(line -> layout.lead(line, greeting()));
    }
  }

  /** The line with a greeting among the first ones, such as below a subject; or else the first. */
  private DraftLine greeting() {
    return lines.stream()
        .limit(HEAD)
        .filter(line -> line.sentence().body() > line.sentence().from())
        .findFirst()
        .orElse(lines.get(0));
  }

  private void after(DraftLine line, String words) {
    Token end = draft.tokens().get(line.sentence().to() - 1);
    boolean gone = edits.isGone(line.start(), line.end());
    String between =
        asks.isItem(line)
            ? "\n\n"
            : gone && line.start() == 0 ? "" : end.isWord() && !gone ? ". " : " ";
    edits.insert(line.end(), between + words);
  }

  private static DraftLine last(List<DraftLine> some) {
    return some.get(some.size() - 1);
  }
}
