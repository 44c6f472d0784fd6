package dev.pushback.tone;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftSpeech;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a draft asks for something, and for how many things. */
final class Asks {
  /** What asks, the plainest first. */
  private static final List<DraftSpeech> HEADS =
      List.of(DraftSpeech.REQUESTS, DraftSpeech.ASKS, DraftSpeech.ORDERS, DraftSpeech.WISHES);

  private static final Set<String> FACTS =
      Set.of("how", "when", "what", "which", "where", "who", "what's", "when's", "where's");
  private static final Set<String> JOINTS =
      Set.of(",", ";", ":", "and", "also", "then", "plus", "&", "or", ")");
  private static final Set<String> BULLETS = Set.of("-", "*", "•", "–", "·", "o");
  private static final Set<String> BETWEEN =
      Set.of(
          "and",
          "also",
          "then",
          "please",
          "to",
          "you",
          "pls",
          "finally",
          "lastly",
          "but",
          "just",
          "perhaps",
          "maybe",
          "possibly",
          "at",
          "least",
          "(",
          ")");
  private static final Set<String> MODALS =
      Set.of("can", "could", "would", "will", "may", "is", "are", "does", "do", "what", "when");

  /** What stands behind a verb and before its object. */
  private static final Set<String> OBJECTS =
      Set.of(
          "the",
          "a",
          "an",
          "our",
          "your",
          "my",
          "me",
          "us",
          "it",
          "them",
          "his",
          "her",
          "their",
          "all",
          "both",
          "this",
          "that",
          "these",
          "those",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "one",
          "everything",
          "each",
          "every",
          "any",
          "him",
          "up",
          "back",
          "out",
          "off",
          "down");

  private static final Set<String> THINGS = Set.of("the", "a", "an", "your", "our", "my");

  /** What no request begins with. */
  private static final Set<String> NO_VERBS =
      Set.of(
          "the", "a", "an", "our", "your", "my", "his", "her", "their", "we", "i", "it", "they",
          "he", "she", "you", "which", "that", "this", "these", "those", "who", "as", "because",
          "since", "so", "if", "when", "where", "not", "in", "on", "at", "by", "for", "with",
          "from", "of", "is", "are", "was", "were", "has", "have", "had", "instead", "after",
          "before", "than", "into", "over", "under", "about", "all", "both", "more", "some", "no",
          "two", "three", "or", "until", "till", "while", "now", "once", "there", "only", "even",
          "but", "plus", "like", "per", "against", "between", "without", "to", "half", "gets");

  private final Draft draft;
  private final List<DraftLine> lines;
  private final List<DraftLine> asking;
  private final Set<DraftLine> isAsking;
  private final Set<String> verbs;

  /**
   * @param verbs what people ask others to do
   */
  Asks(Draft draft, List<DraftLine> lines, Set<String> verbs) {
    this.draft = draft;
    this.lines = lines;
    this.asking = lines.stream().filter(this::isAsk).toList();
    this.isAsking = Set.copyOf(asking);
    this.verbs = verbs;
  }

  /** Whether a sentence asks: learned, or plain from its words. */
  boolean isAsk(DraftLine line) {
    if (line.signs().has(DraftSpeech.FORMULA) && !draft.isMarkedQuestion(line.sentence())) {
      return false;
    }
    if (line.is(Role.ASK)) {
      return true;
    }
    boolean plain =
        line.signs().has(DraftSpeech.REQUESTS)
            || (line.signs().has(DraftSpeech.AGREES) && draft.isMarkedQuestion(line.sentence()));
    return plain && !line.is(Role.HARSH) && !line.is(Role.BUMP);
  }

  /** Whether a sentence is one of those that ask. */
  boolean isAsking(DraftLine line) {
    return isAsking.contains(line);
  }

  /** Whether all that is asked for is something to know: "How much is the deposit?" */
  boolean onlyAskForFacts() {
    return asking.stream()
        .allMatch(
            line ->
                draft.isMarkedQuestion(line.sentence())
                    && FACTS.contains(draft.tokens().get(line.sentence().body()).lower())
                    && !line.signs().has(DraftSpeech.REQUESTS));
  }

  /** The sentences that ask, in order. */
  List<DraftLine> asking() {
    return asking;
  }

  /** The places, in order. */
  List<Ask> places() {
    List<Ask> asks = new ArrayList<>();
    for (DraftLine line : asking) {
      int start =
          head(line)
              .map(at -> draft.tokens().get(at).start())
              .filter(at -> at >= line.start())
              .orElse(line.start());
      asks.add(new Ask(start, line.end()));
    }
    return asks;
  }

  /** The first token of the words that ask; the plainest of them count. */
  static Optional<Integer> head(DraftLine line) {
    return HEADS.stream()
        .map(
            kind ->
                line.signs().speech().stream()
                    .filter(hit -> hit.value() == kind)
                    .map(Hit::from)
                    .min(Comparator.naturalOrder()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** How many things are asked for. */
  int count() {
    int items = items();
    int count = 0;
    for (DraftLine line : asking) {
      count += isItem(line) ? 0 : 1 + joined(line);
    }
    return Math.max(count, items + Math.min(count, 1));
  }

  /** Lines of a list that asks: each by itself, or all by the words above them. */
  private int items() {
    int items = 0;
    boolean asks = false;
    for (DraftLine line : lines) {
      if (!isItem(line)) {
        asks = isNeed(line);
      } else if (asks || isAsk(line) || isThingToDo(line)) {
        items++;
      }
    }
    return items;
  }

  /** "From you we need:" */
  private static boolean isNeed(DraftLine line) {
    return line.signs().has(DraftSpeech.WISHES) || line.signs().has(DraftSpeech.REQUESTS);
  }

  private boolean isThingToDo(DraftLine line) {
    int at = line.sentence().from();
    while (at + 1 < line.sentence().to()
        && (!draft.tokens().get(at).isWord() || draft.tokens().get(at).hasDigit())) {
      at++;
    }
    return verbs.contains(draft.tokens().get(at).lower());
  }

  /** A line of a list. */
  boolean isItem(DraftLine line) {
    int from = line.sentence().from();
    Token first = draft.tokens().get(from);
    boolean own = draft.beginsLine(from);
    return own
        && line.sentence().to() - from > 2
        && (BULLETS.contains(first.lower())
            || (first.shape().startsWith("9")
                && Set.of(".", ")").contains(draft.tokens().get(from + 1).lower())));
  }

  /** Whether all that is joined are things to do, and no questions. */
  boolean isPlainList(List<Stretch> joints) {
    return joints.stream()
        .noneMatch(joint -> MODALS.contains(draft.tokens().get(joint.to()).lower()));
  }

  private int joined(DraftLine line) {
    List<Token> tokens = draft.tokens();
    int numbered = 0;
    for (int i = line.sentence().body() + 1; i < line.sentence().to(); i++) {
      if (tokens.get(i).lower().equals(")") && tokens.get(i - 1).shape().startsWith("9")) {
        numbered++;
      }
    }
    return Math.max(Math.max(joints(line).size(), numbered - 1), things(line) - 1);
  }

  /** How many things one verb asks for: "send the plan, the list, your bank details and …". */
  private int things(DraftLine line) {
    Optional<Integer> verb = firstVerb(line);
    if (verb.isEmpty()) {
      return 0;
    }
    List<Token> tokens = draft.tokens();
    int things = 0;
    for (int i = verb.get() + 1; i + 1 < line.sentence().to(); i++) {
      boolean begins =
          i == verb.get() + 1
              || tokens.get(i - 1).lower().equals(",")
              || (tokens.get(i - 1).lower().equals("and") && things > 1);
      if (begins && THINGS.contains(tokens.get(i).lower())) {
        things++;
      }
    }
    return things;
  }

  /** The verb of the first request of a sentence, if it follows the words that ask. */
  Optional<Integer> firstVerb(DraftLine line) {
    List<Token> tokens = draft.tokens();
    int from = head(line).orElse(line.sentence().body());
    for (int i = from + 1; i < Math.min(line.sentence().to(), from + 5); i++) {
      if (isRequest(tokens, i, line.sentence().to()) && !MODALS.contains(tokens.get(i).lower())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** What joins further requests to the first: "send it, sign it and tell me …". */
  List<Stretch> joints(DraftLine line) {
    List<Stretch> joints = new ArrayList<>();
    int from = head(line).orElse(line.sentence().body());
    int to = line.sentence().to();
    List<Token> tokens = draft.tokens();
    for (int i = from + 1; i + 1 < to; i++) {
      if (JOINTS.contains(tokens.get(i).lower())) {
        int next = i + 1;
        while (next + 1 < to
            && (BETWEEN.contains(tokens.get(next).lower()) || tokens.get(next).hasDigit())) {
          next++;
        }
        if (isRequest(tokens, next, to)) {
          joints.add(new Stretch(i, next));
          i = next;
        }
      }
    }
    return joints;
  }

  private boolean isRequest(List<Token> tokens, int at, int to) {
    String word = tokens.get(at).lower();
    String next = at + 1 < to ? tokens.get(at + 1).lower() : "";
    if (MODALS.contains(word)) {
      return OBJECTS.contains(next) || Set.of("we", "i", "you", "there").contains(next);
    }
    if (NO_VERBS.contains(word) || !tokens.get(at).shape().startsWith("x")) {
      return false;
    }
    return verbs.contains(word) || OBJECTS.contains(next);
  }
}
