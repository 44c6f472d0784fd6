package dev.pushback.tone;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRule;
import dev.pushback.playbook.DraftRules;
import dev.pushback.playbook.DraftSpeech;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the words of a sentence are signs of.
 *
 * @param signs words by which a problem is recognised, in order, without those that are excused
 * @param speech what other words do, in order
 * @param excused problems of which some words only look like signs
 */
record SentenceSigns(
    List<Hit<DraftRule.Sign>> signs, List<Hit<DraftSpeech>> speech, Set<DraftProblem> excused) {
  private static final int SHORT = 4;
  private static final int MIDDLE = 9;

  SentenceSigns {
    signs = List.copyOf(signs);
    speech = List.copyOf(speech);
    excused = Set.copyOf(excused);
  }

  static SentenceSigns of(DraftRules rules, Draft draft, Draft.Sentence sentence) {
    List<Hit<DraftRule.Sign>> found =
        rules.signs().find(draft.tokens(), sentence.body(), sentence.to());
    List<Hit<DraftRule.Sign>> excuses =
        found.stream().filter(hit -> hit.value().isExcuse()).toList();
    List<Hit<DraftRule.Sign>> signs = new ArrayList<>();
    for (Hit<DraftRule.Sign> hit : found) {
      if (!hit.value().isExcuse()
          && !isInAddress(draft, hit)
          && excuses.stream().noneMatch(other -> excuses(other, hit))) {
        signs.add(hit);
      }
    }
    Set<DraftProblem> excused =
        found.stream()
            .filter(hit -> hit.value().isExcuse())
            .map(hit -> hit.value().rule().problem())
            .collect(Collectors.toSet());
    return new SentenceSigns(
        signs, rules.speech().find(draft.tokens(), sentence.body(), sentence.to()), excused);
  }

  /** "idiot@example.com" insults nobody. */
  private static boolean isInAddress(Draft draft, Hit<DraftRule.Sign> hit) {
    String text = draft.text();
    int start = draft.tokens().get(hit.from()).start();
    int end = draft.tokens().get(Math.max(hit.from(), hit.to() - 1)).end();
    return (start > 0 && "@/._".indexOf(text.charAt(start - 1)) >= 0)
        || (end + 1 < text.length()
            && ("@/_".indexOf(text.charAt(end)) >= 0
                || (text.charAt(end) == '.' && Character.isLetter(text.charAt(end + 1)))));
  }

  private static boolean excuses(Hit<DraftRule.Sign> excuse, Hit<DraftRule.Sign> hit) {
    return excuse.value().isExcuse()
        && excuse.value().rule().id().equals(hit.value().rule().id())
        && excuse.from() < hit.to()
        && hit.from() < excuse.to();
  }

  /** The words that are signs of a problem. */
  List<Hit<DraftRule.Sign>> of(DraftProblem problem) {
    return signs.stream().filter(hit -> hit.value().rule().problem() == problem).toList();
  }

  /** Whether some words do this. */
  boolean has(DraftSpeech kind) {
    return speech.stream().anyMatch(hit -> hit.value() == kind);
  }

  /** All that is known of the sentence, for learning. */
  Set<String> marks(Draft draft, Draft.Sentence sentence) {
    Set<String> marks = new TreeSet<>();
    for (Hit<DraftRule.Sign> hit : signs) {
      marks.add("rule " + hit.value().rule().id());
      marks.add("sign " + hit.value().rule().problem().id());
    }
    Set<DraftSpeech> kinds = EnumSet.noneOf(DraftSpeech.class);
    speech.forEach(hit -> kinds.add(hit.value()));
    boolean question = draft.isMarkedQuestion(sentence);
    kinds.forEach(
        kind -> {
          marks.add("speech " + kind);
          marks.add((question ? "question " : "statement ") + kind);
        });
    speech.stream()
        .filter(hit -> hit.from() == sentence.body())
        .forEach(hit -> marks.add("begins " + hit.value()));
    int words = draft.words(sentence.body(), sentence.to());
    marks.add(question ? "question" : "statement");
    marks.add(words == 0 ? "none" : words < SHORT ? "short" : words < MIDDLE ? "middle" : "long");
    if (sentence.to() == draft.tokens().size()) {
      marks.add("last");
    }
    if (sentence.from() == 0) {
      marks.add("first");
    }
    if (draft.body(sentence).stream().anyMatch(Token::hasDigit)) {
      marks.add("number");
    }
    if (draft.isShouted(sentence)) {
      marks.add("shouts");
    }
    return marks;
  }
}
