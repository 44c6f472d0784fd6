package dev.pushback.playbook;

import java.util.List;

/**
 * How to turn one kind of combative thought.
 *
 * @param title the thought in plain words
 * @param cites techniques or sources
 * @param feeling names the grievance, without sunshine
 * @param other another way to see it that can be checked
 * @param question the joint question for the partner
 */
public record ReframePage(
    String title, List<String> cites, Phrases feeling, Phrases other, Phrases question) {
  /** Checks that it is named and backed. */
  public ReframePage {
    Checks.present("title", title);
    cites = Checks.cites(cites);
  }
}
