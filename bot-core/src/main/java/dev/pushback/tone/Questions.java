package dev.pushback.tone;

import dev.pushback.learning.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what orders into what asks. */
final class Questions {
  private static final Set<String> POLITE = Set.of("please", "pls", "plz", "kindly", "just");
  private static final Set<String> LEADS =
      Set.of("so", "then", "therefore", "and", "now", "ok", "okay", "but");
  private static final Set<String> HENCE = Set.of("so", "then", "therefore");
  private static final Set<String> NO_ORDERS = Set.of("do", "let");
  private static final Set<String> NOUNS =
      Set.of("invoice", "order", "quote", "list", "note", "test", "call", "review", "post", "book");
  private static final Set<String> STATES =
      Set.of("is", "are", "was", "were", "has", "have", "no", "number", "had", "will");
  private static final Pattern ASKING =
      Pattern.compile("^(?:could|can|would|will|is|are|may|shall|what|when|how) ");

  private final Draft draft;
  private final Edits edits;
  private final Set<String> verbs;

  /**
   * @param verbs what people ask others to do
   */
  Questions(Draft draft, Edits edits, Set<String> verbs) {
    this.draft = draft;
    this.edits = edits;
    this.verbs = verbs;
  }

  /** Whether words begin a question. */
  static boolean begin(String words) {
    return ASKING.matcher(words + " ").find();
  }

  /** Whether a question may begin at a token: where a sentence or a clause does. */
  boolean mayBegin(Draft.Sentence sentence, int token) {
    return token == sentence.body()
        || !draft.tokens().get(token - 1).isWord()
        || LEADS.contains(draft.tokens().get(token - 1).lower());
  }

  /**
   * "Please send it." becomes "Could you please send it?", also behind "As agreed, …".
   *
   * @return whether there is such an order in it
   */
  boolean ask(Draft.Sentence sentence) {
    for (int at = sentence.body(); at + 1 < sentence.to(); at++) {
      if (mayBegin(sentence, at) && isOrder(sentence, at)) {
        Token word = draft.tokens().get(at);
        boolean begins = at == sentence.from();
        String small = draft.text().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
        edits.replace(word.start(), word.end(), (begins ? "Could you " : "could you ") + small);
        end(sentence);
        return true;
      }
    }
    return false;
  }

  /**
   * A verb, or "please" and a verb; in the middle of a sentence only the latter is plain enough.
   */
  private boolean isOrder(Draft.Sentence sentence, int from) {
    List<Token> tokens = draft.tokens();
    int at = from;
    while (at + 1 < sentence.to() && POLITE.contains(tokens.get(at).lower())) {
      at++;
    }
    boolean polite = at > from;
    String verb = tokens.get(at).lower();
    return (polite || from == sentence.body() || HENCE.contains(tokens.get(from - 1).lower()))
        && verbs.contains(verb)
        && !NO_ORDERS.contains(verb)
        && !isNoun(sentence, at)
        && draft.words(at, sentence.to()) > 1;
  }

  /** "Invoice 2207 has been open …", "Delivery is late": a thing, and nothing to do. */
  private boolean isNoun(Draft.Sentence sentence, int verb) {
    Token next = draft.tokens().get(Math.min(verb + 1, sentence.to() - 1));
    return STATES.contains(next.lower())
        || (next.hasDigit() && NOUNS.contains(draft.tokens().get(verb).lower()));
  }

  /** Gives a sentence a question mark at its end. */
  void end(Draft.Sentence sentence) {
    Token end = draft.tokens().get(sentence.to() - 1);
    if (end.isWord()) {
      edits.insert(end.end(), "?");
    } else if (end.lower().equals(".") || end.lower().equals("!")) {
      edits.replace(end.start(), end.end(), "?");
    }
  }
}
