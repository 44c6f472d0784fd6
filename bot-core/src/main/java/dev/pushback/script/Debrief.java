package dev.pushback.script;

import dev.pushback.playbook.Endgame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A look back at a talk. The result is held against the limit, since whoever recalls the target is
 * dissatisfied with good results (Galinsky et al. 2002), and the relation counts beside the price
 * (T-191).
 *
 * @param says what to keep in mind
 * @param asks questions to answer for oneself
 * @param cites techniques or sources
 */
public record Debrief(List<CoachText> says, List<CoachText> asks, List<String> cites) {

  /** How it ended. */
  public enum End {
    WON,
    LOST;

    private String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the result stands to the limit, as the person sees it. */
  public enum Against {
    /** On the right side of it. */
    WITHIN,
    /** On the wrong side of it. */
    BEYOND,
    /** Not told. */
    UNKNOWN
  }

  /**
   * What came of it, in the person's words.
   *
   * @param end how it ended
   * @param target what they aimed for before the talk
   * @param limit what they would just have accepted
   * @param result what came out
   * @param against how the result stands to the limit; without a limit it is unknown
   */
  public record Outcome(
      End end,
      Optional<String> target,
      Optional<String> limit,
      Optional<String> result,
      Against against) {
    /** Checks that nothing is held against a limit that isn't there. */
    public Outcome {
      if (limit.isEmpty() && against != Against.UNKNOWN) {
        throw new IllegalArgumentException("there is no limit to hold it against");
      }
    }
  }

  /** Copies. */
  public Debrief {
    says = List.copyOf(says);
    asks = List.copyOf(asks);
    cites = List.copyOf(cites);
  }

  static Debrief of(Outcome outcome, Endgame.Debrief page) {
    Map<String, String> words = new HashMap<>();
    outcome.target().ifPresent(said -> words.put("target", said));
    outcome.limit().ifPresent(said -> words.put("limit", said));
    outcome.result().ifPresent(said -> words.put("result", said));
    List<String> lines = new ArrayList<>();
    lines.add(aims(outcome));
    if (outcome.result().isPresent()) {
      lines.add("result");
    }
    if (outcome.limit().isPresent()) {
      lines.add(
          switch (outcome.against()) {
            case WITHIN -> "within";
            case BEYOND -> "beyond";
            case UNKNOWN -> "open";
          });
    }
    lines.add(outcome.end().id());
    return new Debrief(
        lines.stream().map(name -> new CoachText(page.line(name).fill(words))).toList(),
        page.questions(outcome.end().id()).stream().map(CoachText::new).toList(),
        page.cites());
  }

  private static String aims(Outcome outcome) {
    if (outcome.limit().isPresent()) {
      return outcome.target().isPresent() ? "aims" : "limit";
    }
    return outcome.target().isPresent() ? "target" : "no_aims";
  }
}
