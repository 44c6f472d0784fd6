package dev.pushback.playbook;

import java.util.List;

/**
 * How a message is recognised that only says that somebody waits.
 *
 * @param cites techniques or sources
 * @param why told to the person
 * @param hint what is known about such messages, with how well it is known
 * @param say what would be better
 * @param bumps words that add nothing, in lower case
 * @param adds words that add something, in lower case
 */
public record EmptyBumps(
    List<String> cites,
    String why,
    String hint,
    Phrases say,
    List<String> bumps,
    List<String> adds) {
  /** Checks that it is explained and backed, and that there are words. */
  public EmptyBumps {
    cites = Checks.cites(cites);
    Checks.present("why", why);
    Checks.present("hint", hint);
    bumps = List.copyOf(bumps);
    adds = List.copyOf(adds);
    if (bumps.isEmpty() || adds.isEmpty()) {
      throw new IllegalArgumentException("'bumps' and 'adds' need words");
    }
  }
}
