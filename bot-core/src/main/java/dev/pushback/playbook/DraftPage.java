package dev.pushback.playbook;

import java.util.List;
import java.util.Optional;

/**
 * What is said of a problem in a draft.
 *
 * @param title a few words
 * @param cites techniques or sources
 * @param why why it matters, told to the person
 * @param instead better words, or how to find them
 * @param say what the rewrite adds where something is missing; what only the person knows stands in
 *     square brackets
 */
public record DraftPage(
    String title, List<String> cites, String why, String instead, Optional<String> say) {
  /** Checks that it is explained and backed. */
  public DraftPage {
    Checks.present("title", title);
    cites = Checks.cites(cites);
    Checks.present("why", why);
    Checks.present("instead", instead);
  }
}
