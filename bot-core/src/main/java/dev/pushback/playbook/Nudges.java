package dev.pushback.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the coach brings up by itself about something the person waits for.
 *
 * @param kinds the words for each kind
 * @param digest the line above a digest: {@code none}, {@code one}, {@code many}
 * @param buttons what stands on the buttons, by name
 */
public record Nudges(
    Map<Kind, Lines> kinds, Map<String, String> digest, Map<String, String> buttons) {

  /** Why it comes up. */
  public enum Kind {
    /** They named a day, and it has passed. */
    PROMISED,
    /** It takes longer than they usually take. */
    OVERDUE,
    /** Nothing is late; a first question is polite from now on. */
    FIRST_ASK,
    /** It is the person's own turn. */
    YOU_OWE,
    /** The person put it off until today. */
    SNOOZED,
    /** Nothing for so long that another message won't help. */
    SILENT,
    /** Left on purpose. */
    PARKED;

    /** The name used in files, such as {@code first-ask}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this id, if there is one. */
    public static Optional<Kind> byId(String id) {
      return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /**
   * The words for one kind.
   *
   * @param cites techniques or sources
   * @param single when it stands alone
   * @param digest one line of several
   */
  public record Lines(List<String> cites, Phrases single, Phrases digest) {
    /** Checks that it is backed, and that there is something to say when only little is known. */
    public Lines {
      cites = Checks.cites(cites);
      for (Phrases phrases : List.of(single, digest)) {
        if (phrases.phrases().stream()
            .noneMatch(phrase -> List.of("what", "partner").containsAll(phrase.places()))) {
          throw new IllegalArgumentException(
              "a phrase is needed with no places but {what} and {partner}");
        }
      }
    }
  }

  /** Copies. */
  public Nudges {
    kinds = Map.copyOf(kinds);
    digest = Map.copyOf(digest);
    buttons = Map.copyOf(buttons);
  }

  /** The words for this kind. */
  public Lines lines(Kind kind) {
    return Objects.requireNonNull(kinds.get(kind));
  }

  /** Every phrase. */
  public Stream<Phrase> phrases() {
    return kinds.values().stream()
        .flatMap(lines -> Stream.of(lines.single(), lines.digest()))
        .flatMap(phrases -> phrases.phrases().stream());
  }
}
