package dev.pushback.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several ways of saying one thing. The one that takes up most of the person's own words is chosen;
 * among equals the first kind listed, and among those of the same kind one by the seed, so that the
 * coach does not sound like a form letter and yet says the same thing twice to the same question.
 *
 * @param phrases at least one
 */
public record Phrases(List<Phrase> phrases) {
  /** Copies the list. */
  public Phrases {
    phrases = List.copyOf(phrases);
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("at least one phrase is needed");
    }
  }

  /** Whether some phrase can be said without any of the person's words. */
  public boolean alwaysSpeaks() {
    return phrases.stream().anyMatch(phrase -> phrase.places().isEmpty());
  }

  /** The phrase that fits best, if one fits. */
  public Optional<Phrase> choose(Map<String, String> words, int seed) {
    int most = -1;
    Set<String> places = Set.of();
    List<Phrase> candidates = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (words.keySet().containsAll(phrase.places())) {
        int count = phrase.places().size();
        if (count > most) {
          most = count;
          places = phrase.places();
          candidates.clear();
        }
        if (count == most && phrase.places().equals(places)) {
          candidates.add(phrase);
        }
      }
    }
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(Math.floorMod(seed, candidates.size())));
  }
}
