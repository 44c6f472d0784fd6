package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.script.Redraft.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts what is asked where it is seen. */
final class Layout {
  private static final Pattern LEAD =
      Pattern.compile("(?i)^(?:(?:so|and|but|now|anyway|therefore)\\b,?\\s*)+(?=\\S+ \\S)");

  private final Draft draft;
  private final Asks asks;
  private final Edits edits;
  private final Scissors scissors;

  Layout(Draft draft, Asks asks, Edits edits) {
    this.draft = draft;
    this.asks = asks;
    this.edits = edits;
    this.scissors = new Scissors(draft, edits);
  }

  /** Several requests in a sentence get a line each. */
  void list(DraftLine line) {
    List<Stretch> joints = asks.joints(line);
    Optional<Integer> verb = asks.firstVerb(line);
    if (joints.size() < 2 || verb.isEmpty() || !asks.isPlainList(joints)) {
      return;
    }
    List<Token> tokens = draft.tokens();
    for (Stretch joint : joints) {
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
  void lead(DraftLine line, DraftLine first) {
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
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
