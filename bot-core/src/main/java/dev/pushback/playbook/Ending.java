package dev.pushback.playbook;

import java.util.List;

/**
 * How a path ends.
 *
 * @param title in plain words
 * @param why told to the person
 * @param cites techniques or sources
 * @param say what to send
 */
public record Ending(String title, String why, List<String> cites, Phrases say) {
  /** Checks that it is explained and backed. */
  public Ending {
    Checks.present("title", title);
    Checks.present("why", why);
    cites = Checks.cites(cites);
    if (!say.alwaysSpeaks()) {
      throw new IllegalArgumentException("'say' needs a phrase without {places}");
    }
  }
}
