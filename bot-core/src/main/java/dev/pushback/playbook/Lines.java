package dev.pushback.playbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One thing to say, at each firmness.
 *
 * @param byFirmness phrases for gentle, steady and firm
 */
public record Lines(Map<Firmness, Phrases> byFirmness) {
  /** Checks that no firmness is missing and that each can always be said. */
  public Lines {
    byFirmness = Map.copyOf(byFirmness);
    for (Firmness firmness : Firmness.values()) {
      Phrases phrases = byFirmness.get(firmness);
      if (phrases == null) {
        throw new IllegalArgumentException(
            "'" + firmness.id() + "' is missing; give gentle, steady and firm, or 'say' for all");
      }
    }
  }

  /** The same at every firmness. */
  public static Lines same(Phrases phrases) {
    Map<Firmness, Phrases> all = new EnumMap<>(Firmness.class);
    for (Firmness firmness : Firmness.values()) {
      all.put(firmness, phrases);
    }
    return new Lines(all);
  }

  /** What to choose from at this firmness. */
  public Phrases at(Firmness firmness) {
    return Objects.requireNonNull(byFirmness.get(firmness));
  }

  /** Every phrase. */
  public Stream<Phrase> all() {
    return byFirmness.values().stream().flatMap(phrases -> phrases.phrases().stream());
  }

  /** Whether there is something to say at every firmness without any of the person's words. */
  public boolean alwaysSpeaks() {
    return byFirmness.values().stream().allMatch(Phrases::alwaysSpeaks);
  }
}
