package dev.pushback.playbook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follow-up lines that move the work.
 *
 * @param rungs the lines of every rung
 * @param deadline how a vouched outside date opens a message (T-034)
 * @param notes what to know on an occasion, told to the person; {@code deadline} is one of them
 * @param items words by which the kind of thing is recognised, by {@link Occasion#id} or {@code
 *     payment}
 * @param deeds how a deed is named as a thing: "approve" becomes "approval of"; empty when the verb
 *     is simply left out
 */
public record Ladder(
    Map<Rung, Line> rungs,
    Phrases deadline,
    Map<String, Note> notes,
    Map<String, List<String>> items,
    Map<String, String> deeds) {

  /** The kind of thing that is money. */
  public static final String PAYMENT = "payment";

  /** So many phrases of a kind, and no two messages in a row say the same. */
  public static final int LEAST_PHRASES = 3;

  /**
   * One rung.
   *
   * @param why told to the person
   * @param cites techniques or sources
   * @param say for everybody
   * @param special on an occasion
   */
  public record Line(String why, List<String> cites, Phrases say, Map<Occasion, Phrases> special) {
    /** Checks that it is explained, backed and varied. */
    public Line {
      Checks.present("why", why);
      cites = Checks.cites(cites);
      special = Map.copyOf(special);
      Stream.concat(Stream.of(say), special.values().stream())
          .filter(phrases -> phrases.phrases().size() < LEAST_PHRASES)
          .findFirst()
          .ifPresent(
              phrases -> {
                throw new IllegalArgumentException(
                    "give at least " + LEAST_PHRASES + " phrases beside: " + phrases.phrases());
              });
    }

    /** The first of these occasions that has phrases of its own, with those phrases. */
    public Optional<Map.Entry<Occasion, Phrases>> on(List<Occasion> occasions) {
      return occasions.stream()
          .filter(special::containsKey)
          .findFirst()
          .map(one -> Map.entry(one, Objects.requireNonNull(special.get(one))));
    }

    /** Every list of phrases. */
    public Stream<Phrases> all() {
      return Stream.concat(Stream.of(say), special.values().stream());
    }
  }

  /**
   * What to know on an occasion.
   *
   * @param cites techniques or sources
   * @param note told to the person
   */
  public record Note(List<String> cites, String note) {
    /** Checks that it is said and backed. */
    public Note {
      cites = Checks.cites(cites);
      Checks.present("note", note);
    }
  }

  /** Copies, and checks that no rung is missing. */
  public Ladder {
    rungs = Map.copyOf(rungs);
    notes = Map.copyOf(notes);
    items = Map.copyOf(items);
    deeds = Map.copyOf(deeds);
    for (Rung rung : Rung.values()) {
      if (!rungs.containsKey(rung)) {
        throw new IllegalArgumentException("'" + rung.id() + "' is missing from the ladder");
      }
    }
  }

  /** The lines of a rung. */
  public Line line(Rung rung) {
    return Objects.requireNonNull(rungs.get(rung));
  }

  /** Every phrase. */
  public Stream<Phrase> phrases() {
    return Stream.concat(rungs.values().stream().flatMap(Line::all), Stream.of(deadline))
        .flatMap(phrases -> phrases.phrases().stream());
  }
}
