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
  private static final Set<DraftSpeech> HEADS =
      Set.of(DraftSpeech.ASKS, DraftSpeech.WISHES, DraftSpeech.ORDERS);
  private static final Set<String> JOINTS = Set.of(",", ";", "and", "also", "then", "plus", "&");
  private static final Set<String> BETWEEN =
      Set.of(
          "and", "also", "then", "please", "to", "could", "can", "you", "pls", "finally", "lastly",
          "but", "would", "we", "just");

  private final Draft draft;
  private final List<DraftLine> lines;
  private final Set<String> verbs;

  /**
   * @param verbs what people ask others to do
   */
  Asks(Draft draft, List<DraftLine> lines, Set<String> verbs) {
    this.draft = draft;
    this.lines = lines.stream().filter(line -> line.is(Role.ASK)).toList();
    this.verbs = verbs;
  }

  /** The places, in order. */
  List<Ask> places() {
    List<Ask> asks = new ArrayList<>();
    for (DraftLine line : lines) {
      int start =
          head(line)
              .map(hit -> draft.tokens().get(hit.from()).start())
              .filter(at -> at >= line.start())
              .orElse(line.start());
      asks.add(new Ask(start, line.end()));
    }
    return asks;
  }

  private static Optional<Hit<DraftSpeech>> head(DraftLine line) {
    return line.signs().speech().stream()
        .filter(hit -> HEADS.contains(hit.value()))
        .min(Comparator.comparingInt(Hit::from));
  }

  /** How many things are asked for. */
  int count() {
    int count = 0;
    for (DraftLine line : lines) {
      count += 1 + joined(line);
    }
    return count;
  }

  /** Further requests within a sentence: "send it, sign it and tell me …". */
  private int joined(DraftLine line) {
    int more = 0;
    int from = head(line).map(Hit::from).orElse(line.sentence().body());
    List<Token> tokens = draft.tokens();
    for (int i = from + 1; i + 1 < line.sentence().to(); i++) {
      if (JOINTS.contains(tokens.get(i).lower())) {
        int next = i + 1;
        while (next + 1 < line.sentence().to() && BETWEEN.contains(tokens.get(next).lower())) {
          next++;
        }
        if (verbs.contains(tokens.get(next).lower())) {
          more++;
          i = next;
        }
      }
    }
    return more;
  }
}
