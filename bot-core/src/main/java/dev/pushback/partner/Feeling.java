package dev.pushback.partner;

/**
 * How somebody feels about asking again, in their words. It is shown beside the facts and decides
 * nothing: many who did nothing wrong believe that they went too far (Ames and Wazlawek 2014).
 *
 * @param words the person's own
 */
public record Feeling(String words) {
  /** Checks that something was said. */
  public Feeling {
    if (words.isBlank()) {
      throw new IllegalArgumentException("no feeling was named");
    }
  }
}
