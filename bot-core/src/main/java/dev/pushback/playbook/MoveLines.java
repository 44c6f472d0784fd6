package dev.pushback.playbook;

import java.util.List;

/**
 * One move of a script, and what to say for it.
 *
 * @param move what kind of step it is: ask, reason, question, trade, …
 * @param why why it works, told to the person
 * @param cites the techniques or sources it comes from
 * @param lines what to say
 */
public record MoveLines(String move, String why, List<String> cites, Lines lines) {
  /** Checks that the move is named, explained, backed, and can always be said. */
  public MoveLines {
    Checks.present("move", move);
    Checks.present("why", why);
    cites = Checks.cites(cites);
    if (!lines.alwaysSpeaks()) {
      throw new IllegalArgumentException(
          "move '"
              + move
              + "' needs a phrase without {places} for every firmness, so that there is"
              + " always something to say");
    }
  }
}
