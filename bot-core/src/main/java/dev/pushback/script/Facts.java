package dev.pushback.script;

import java.util.Optional;

/**
 * What the person vouched for. Nothing about a budget, a deadline, another quote, a boss or a
 * consequence gets into {@link SendableText} unless it stands here (experts.md 5.2).
 *
 * @param budget the budget, in the person's words
 * @param deadline an outside date, in the person's words
 * @param quote another vendor's real and current quote
 * @param boss what the boss wants, and whether they agreed to be named
 * @param threat a consequence with its four keys
 */
public record Facts(
    Optional<String> budget,
    Optional<String> deadline,
    Optional<String> quote,
    Optional<Boss> boss,
    Optional<Threat> threat) {

  /** Longest fact, in characters. */
  public static final int LONGEST = 300;

  /** Nothing was vouched for. */
  public static final Facts NONE =
      new Facts(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The person's boss.
   *
   * @param consent whether the boss agreed to be named in this case (T-087)
   * @param wants what the boss wants, in the person's words
   */
  public record Boss(boolean consent, Optional<String> wants) {}

  /**
   * A consequence announced to the partner. It may only be said with all four keys (T-202, T-203).
   *
   * @param act what we would do, as a bare verb phrase
   * @param date by when
   * @param isTrue whether it is true that we can
   * @param authorised whether the boss allows it
   * @param intended whether we really mean to
   */
  public record Threat(
      String act, String date, boolean isTrue, boolean authorised, boolean intended) {
    /** Whether all four keys are there: true, authorised, intended, dated. */
    public boolean hasAllKeys() {
      return isTrue && authorised && intended && !date.isBlank() && !act.isBlank();
    }
  }

  /** These facts with a budget. */
  public Facts withBudget(String words) {
    return new Facts(Optional.of(words), deadline, quote, boss, threat);
  }

  /** These facts with a deadline. */
  public Facts withDeadline(String words) {
    return new Facts(budget, Optional.of(words), quote, boss, threat);
  }

  /** These facts with another vendor's quote. */
  public Facts withQuote(String words) {
    return new Facts(budget, deadline, Optional.of(words), boss, threat);
  }

  /** These facts with a boss. */
  public Facts withBoss(Boss who) {
    return new Facts(budget, deadline, quote, Optional.of(who), threat);
  }
}
