package dev.pushback.tone;

import dev.pushback.learning.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes words out of a draft so that what is left can still be read. */
final class Scissors {
  private static final Set<String> BREAKS = Set.of(",", ";", ":", "-", "–", "—", "(", ")", "…");
  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "but", "so", "or", "because", "since", "as", "though", "although");
  private static final Set<String> LINKS =
      Set.of("and", "but", "so", "or", "though", "although", "then", "therefore", "because");

  /** What begins a clause, wherever it stands. */
  private static final Set<String> BEGINS = Set.of("or", "otherwise", "else", "unless");

  private static final Set<String> GOES_ON = Set.of("and", "but", "or", "so", "also");
  private static final int FRAGMENT = 4;

  /** Words that are written small inside a sentence. */
  private static final Set<String> SMALL =
      Set.of(
          "could", "can", "would", "will", "may", "shall", "we", "the", "our", "please", "it", "is",
          "are", "do", "does", "what", "which", "when", "how", "who", "this", "that", "these",
          "your", "you", "there", "as", "because", "since", "if", "have", "has", "my", "a", "an",
          "in", "on", "for", "to", "any", "send", "let", "they", "where");

  private final Draft draft;
  private final Edits edits;

  Scissors(Draft draft, Edits edits) {
    this.draft = draft;
    this.edits = edits;
  }

  /**
   * The clause around some words of a sentence.
   *
   * @param head where an ask begins, which begins a clause of its own
   */
  Stretch clause(Draft.Sentence sentence, int from, int to, Optional<Integer> head) {
    List<Token> tokens = draft.tokens();
    int first = from;
    while (first > sentence.body()
        && !BEGINS.contains(tokens.get(first).lower())
        && !isBreak(first - 1, sentence)) {
      first--;
    }
    int last = to;
    int stop = head.filter(at -> at >= to).orElse(sentence.to());
    while (last < stop && !isBreak(last, sentence)) {
      last++;
    }
    while (last > to && !tokens.get(last - 1).isWord()) {
      last--;
    }
    return new Stretch(first, last);
  }

  private boolean isBreak(int at, Draft.Sentence sentence) {
    Token token = draft.tokens().get(at);
    if (BREAKS.contains(token.lower())) {
      return true;
    }
    boolean joins =
        CONJUNCTIONS.contains(token.lower())
            && at + 1 < sentence.to()
            && at > sentence.body()
            && Reasons.SUBJECTS.contains(draft.tokens().get(at + 1).lower());
    return joins || Set.of(".", "!", "?").contains(token.lower());
  }

  /** Takes a whole sentence out, with the space behind it. */
  void cutSentence(Draft.Sentence sentence) {
    cut(sentence.body(), sentence.to(), sentence);
  }

  /** Takes some words of a sentence out, with the signs and small words that only linked them. */
  void cut(int from, int to, Draft.Sentence sentence) {
    List<Token> tokens = draft.tokens();
    int first = from;
    int last = to;
    boolean begins = first == sentence.body();
    if (begins) {
      while (last < sentence.to() && isLink(tokens.get(last))) {
        last++;
      }
    } else {
      while (first > sentence.body() && isLink(tokens.get(first - 1))) {
        first--;
      }
      // "…, he said, and" keeps one of its commas.
      if (last < sentence.to() && BREAKS.contains(tokens.get(last).lower()) && first == from) {
        last++;
      }
    }
    boolean nothing = !begins && draft.words(sentence.body(), first) <= 1;
    boolean all = (begins || nothing) && (last >= sentence.to() || !hasWords(last, sentence.to()));
    if (all) {
      cutAll(sentence);
      return;
    }
    if (begins) {
      Token next = tokens.get(last);
      edits.replace(
          tokens.get(first).start(), next.end(), cased(next, sentence.body() == sentence.from()));
    } else if (first > 0) {
      edits.replace(tokens.get(first - 1).end(), tokens.get(last - 1).end(), "");
    }
  }

  /** Takes some words out of the middle of a sentence, and nothing with them but their commas. */
  void cutWords(int from, int to, Draft.Sentence sentence) {
    if (from == sentence.body() || to >= sentence.to()) {
      cut(from, to, sentence);
      return;
    }
    List<Token> tokens = draft.tokens();
    boolean enclosed =
        from - 2 >= sentence.body()
            && tokens.get(from - 1).lower().equals(",")
            && tokens.get(to).lower().equals(",");
    Token before = tokens.get(enclosed ? from - 2 : from - 1);
    edits.replace(before.end(), tokens.get(to - 1).end() + (enclosed ? 1 : 0), "");
  }

  private void cutAll(Draft.Sentence sentence) {
    List<Token> tokens = draft.tokens();
    String text = draft.text();
    int start = tokens.get(sentence.body()).start();
    int end = tokens.get(sentence.to() - 1).end();
    boolean greeted = sentence.body() > sentence.from();
    if (sentence.to() < tokens.size()) {
      int behind = sentence.to();
      boolean sameLine = !text.substring(end, tokens.get(behind).start()).contains("\n");
      if (GOES_ON.contains(tokens.get(behind).lower()) && sameLine) {
        behind = goesOn(behind);
        if (behind >= tokens.size()) {
          edits.replace(start, tokens.get(behind - 1).end(), "");
          return;
        }
      }
      Token next = tokens.get(behind);
      if (sameLine && (greeted || behind > sentence.to())) {
        edits.replace(start, next.end(), cased(next, !greeted));
        return;
      }
      end = sameLine ? next.start() : end;
    }
    if (sentence.from() > 0 && (sentence.to() >= tokens.size() || text.startsWith("\n", end))) {
      int before = tokens.get(sentence.body() - 1).end();
      boolean ownLine = text.substring(before, start).contains("\n");
      edits.replace(ownLine ? start : before, ownLine ? lineEnd(end) : end, "");
      return;
    }
    edits.replace(start, end, "");
  }

  /** "And the day before." only went on with what is gone; of a longer one just the link goes. */
  private int goesOn(int link) {
    return draft
        .beginningAt(link)
        .filter(next -> draft.words(next.from(), next.to()) <= FRAGMENT)
        .map(Draft.Sentence::to)
        .orElse(link + 1);
  }

  /** A line that becomes empty goes altogether, with the empty ones behind it. */
  private int lineEnd(int end) {
    int behind = end;
    while (behind < draft.text().length() && draft.text().charAt(behind) == '\n') {
      behind++;
    }
    return behind;
  }

  private static boolean isLink(Token token) {
    return BREAKS.contains(token.lower()) || LINKS.contains(token.lower());
  }

  private boolean hasWords(int from, int to) {
    return draft.words(from, to) > 0;
  }

  /** The word as it is written at the beginning of a sentence, or behind a greeting. */
  String cased(Token token, boolean begins) {
    String word = draft.text().substring(token.start(), token.end());
    if (begins) {
      return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
    return SMALL.contains(token.lower())
        ? word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1)
        : word;
  }
}
