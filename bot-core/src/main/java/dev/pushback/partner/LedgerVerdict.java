package dev.pushback.partner;

import dev.pushback.script.CoachText;
import java.util.List;
import java.util.Locale;

/**
 * Whether asking again is too much.
 *
 * @param answer the answer
 * @param title the answer in plain words
 * @param decided the two or three lines that decided it
 * @param advice what to do now
 * @param cites techniques or sources
 */
public record LedgerVerdict(
    Answer answer, String title, List<CoachText> decided, CoachText advice, List<String> cites) {

  /** The answers, from the mildest to the harshest. */
  public enum Answer {
    /** Fine to ask. */
    FINE,
    /** Ask once, with an offer. */
    OFFER,
    /** Bundle or pause. */
    PAUSE,
    /** Stop on this item. */
    STOP;

    /** The name used in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that it can be explained. */
  public LedgerVerdict {
    decided = List.copyOf(decided);
    cites = List.copyOf(cites);
    if (decided.size() < 2 || decided.size() > 3) {
      throw new IllegalArgumentException("two or three lines decide a verdict");
    }
  }
}
