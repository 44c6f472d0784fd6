package dev.pushback.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the playbook with places for the person's own words, such as {@code Could we move
 * {item} to {want.when}?}. What stands in square brackets is left for the person to fill.
 */
public final class Phrase {
  /** Every place a phrase may have, with what fits there. */
  public static final Set<String> PLACES =
      Set.of(
          "want.noun",
          "want.do",
          "want.them",
          "want.state",
          "want.when",
          "want.span",
          "want.sum",
          "theirs.noun",
          "theirs.when",
          "theirs.sum",
          "reason.says",
          "reason.clause",
          "reason.noun",
          "item",
          "waited",
          "promised.when",
          "owed.sum",
          "fact:says",
          "fact:sum",
          "fact:when",
          "fact:noun",
          "fact:do",
          "fact:clause",
          "what",
          "partner",
          "waiting",
          "usual",
          "target",
          "result",
          "detail.says",
          "detail.noun",
          "limit");

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern SENTENCE_START = Pattern.compile("(^|[.!?] )(\\p{Ll})");

  private final String source;
  private final List<String> texts = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final Set<String> placesOnce;

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when a place is unknown or a bracket has no partner; the
   *     message says what to do
   */
  public Phrase(String source) {
    this.source = source;
    Matcher matcher = PLACE.matcher(source);
    int end = 0;
    while (matcher.find()) {
      String place = matcher.group(1);
      if (!PLACES.contains(place)) {
        throw new IllegalArgumentException(
            "unknown place {" + place + "}; use one of " + new TreeSet<>(PLACES));
      }
      texts.add(source.substring(end, matcher.start()));
      places.add(place);
      end = matcher.end();
    }
    texts.add(source.substring(end));
    placesOnce = Set.copyOf(places);
    String rest = String.join("", texts);
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      throw new IllegalArgumentException("a curly bracket has no partner in: " + source);
    }
    if (rest.chars().filter(c -> c == '[').count() != rest.chars().filter(c -> c == ']').count()) {
      throw new IllegalArgumentException("a square bracket has no partner in: " + source);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("an empty phrase");
    }
  }

  /** The places in it, each once. */
  public Set<String> places() {
    return placesOnce;
  }

  /** Whether it leaves something for the person to fill. */
  public boolean hasBlank() {
    return source.indexOf('[') >= 0;
  }

  /** The line with its places filled; sentences begin with a capital. */
  public String fill(Map<String, String> words) {
    StringBuilder filled = new StringBuilder(texts.get(0));
    for (int i = 0; i < places.size(); i++) {
      String word = words.get(places.get(i));
      if (word == null) {
        throw new IllegalArgumentException("nothing to put in {" + places.get(i) + "}");
      }
      filled.append(word).append(texts.get(i + 1));
    }
    return SENTENCE_START
        .matcher(filled.toString())
        .replaceAll(match -> match.group(1) + Character.toUpperCase(match.group(2).charAt(0)));
  }

  /** The line as it stands in the playbook. */
  @Override
  public String toString() {
    return source;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phrase phrase && phrase.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
