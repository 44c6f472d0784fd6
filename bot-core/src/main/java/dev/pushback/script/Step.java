package dev.pushback.script;

import java.util.List;

/**
 * One move of a script.
 *
 * @param move what kind of step it is: ask, reason, question, …
 * @param say its words within the message
 * @param why why it works, told to the person
 * @param cites techniques or sources
 */
public record Step(String move, String say, CoachText why, List<String> cites) {
  /** Copies the list. */
  public Step {
    cites = List.copyOf(cites);
  }

  boolean hasBlank() {
    return say.indexOf('[') >= 0;
  }
}
