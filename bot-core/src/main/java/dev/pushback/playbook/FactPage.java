package dev.pushback.playbook;

import java.util.List;
import java.util.Map;

/**
 * Lines that may only be written from a vouched fact.
 *
 * @param title the fact in plain words
 * @param why told to the person
 * @param cites techniques or sources
 * @param lines what to say
 * @param refusals why the line was left out, by case
 * @param freshDays after how many days it has to be asked for again
 */
public record FactPage(
    String title,
    String why,
    List<String> cites,
    Lines lines,
    Map<String, String> refusals,
    int freshDays) {
  /** Checks that it is explained and backed. */
  public FactPage {
    Checks.present("title", title);
    Checks.present("why", why);
    cites = Checks.cites(cites);
    refusals = Map.copyOf(refusals);
    if (freshDays < 1) {
      throw new IllegalArgumentException("'fresh_days' must be 1 or more");
    }
  }

  /** Why the line was left out. */
  public String refusal(String which) {
    return refusals.getOrDefault(which, why);
  }
}
