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
   * "Please send it." becomes "Could you please send it?".
   *
   * @return whether it is such an order
   */
  boolean ask(Draft.Sentence sentence) {
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
    boolean order = draft.words(at, sentence.to()) > 1 && verbs.contains(tokens.get(at).lower());
    if (!order || Set.of("do", "let").contains(tokens.get(at).lower())) {
      return false;
    }
    Token word = tokens.get(first);
    boolean begins = first == sentence.from();
    String small = draft.text().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    edits.replace(word.start(), word.end(), (begins ? "Could you " : "could you ") + small);
    end(sentence);
    return true;
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
