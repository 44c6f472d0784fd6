package dev.pushback.script;

/**
 * What the coach says to its person. Never meant for the partner, and never put where one could
 * read it.
 *
 * @param words one or more sentences
 */
public record CoachText(String words) {
  /** Checks that something is said. */
  public CoachText {
    if (words.isBlank()) {
      throw new IllegalArgumentException("nothing said");
    }
  }

  @Override
  public String toString() {
    return words;
  }
}
