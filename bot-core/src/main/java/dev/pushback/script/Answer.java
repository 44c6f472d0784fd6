package dev.pushback.script;

import dev.pushback.situation.Objection;
import java.util.List;

/**
 * What to say to a partner's objection.
 *
 * @param objection what they said
 * @param title the same in plain words
 * @param say the words to send
 * @param why what to know about it
 * @param cites techniques or sources
 * @param stop whether the right move is to stop pushing
 * @param next what comes after this, told to the person
 * @param namesBoss whether the boss line was used
 * @param refused what was deliberately left out
 */
public record Answer(
    Objection objection,
    String title,
    SendableText say,
    CoachText why,
    List<String> cites,
    boolean stop,
    CoachText next,
    boolean namesBoss,
    List<Refusal> refused) {
  /** Copies the lists. */
  public Answer {
    cites = List.copyOf(cites);
    refused = List.copyOf(refused);
  }
}
