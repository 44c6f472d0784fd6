package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftSpeech;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a draft says why it asks. A stated fact that stands beside the ask explains it, also
 * without a "because"; a threat doesn't.
 */
final class Reasons {
  private static final int LEAST = 4;
  private static final Set<Role> NO_FACTS =
      EnumSet.of(
          Role.THREAT, Role.HARSH, Role.BOSS_EARLY, Role.APOLOGETIC, Role.HEDGED_ASK, Role.BUMP);
  private static final Set<String> BREAKS = Set.of(",", ":", ";", "-", "–", "—", "(", "so", "as");

  /** What stands behind one of these explains, whatever it is. */
  private static final Set<String> PLAINLY = Set.of("because", "bc", "cos", "otherwise");

  private static final Set<String> BECAUSE = Set.of("since", "as", "so", "before");

  static final Set<String> SUBJECTS =
      Set.of(
          "we",
          "our",
          "the",
          "it",
          "they",
          "i",
          "my",
          "it's",
          "we're",
          "i'm",
          "we've",
          "there",
          "there's",
          "this",
          "that",
          "he",
          "she",
          "his",
          "her",
          "their",
          "everyone",
          "nobody",
          "people",
          "no",
          "both",
          "all",
          "some",
          "otherwise",
          "ours");

  private final Draft draft;

  Reasons(Draft draft) {
    this.draft = draft;
  }

  /** Whether some sentence gives a reason. */
  boolean in(List<DraftLine> lines) {
    return lines.stream().anyMatch(this::isIn);
  }

  private boolean isIn(DraftLine line) {
    return line.is(Role.REASON) || (line.is(Role.ASK) ? isBesideAsk(line) : isFact(line));
  }

  /** A plain statement about the matter. */
  private boolean isFact(DraftLine line) {
    int from = line.sentence().body();
    return !draft.isMarkedQuestion(line.sentence())
        && draft.words(from, line.sentence().to()) >= LEAST
        && NO_FACTS.stream().noneMatch(line::is)
        && !line.signs().has(DraftSpeech.VAGUE)
        && !line.signs().has(DraftSpeech.QUESTION)
        && line.signs().speech().stream()
            .noneMatch(hit -> hit.value() == DraftSpeech.COURTESY && hit.from() <= from + 1);
  }

  /** A clause before the ask, or one with a subject of its own behind it. */
  private boolean isBesideAsk(DraftLine line) {
    int from = line.sentence().body();
    int to = line.sentence().to();
    int head = Asks.head(line).orElse(from);
    boolean begins =
        line.signs().speech().stream()
            .noneMatch(hit -> hit.value() == DraftSpeech.COURTESY && hit.from() <= from + 1);
    if (begins
        && !line.is(Role.APOLOGETIC)
        && !line.is(Role.HEDGED_ASK)
        && draft.words(from, head) >= LEAST) {
      return true;
    }
    List<Token> tokens = draft.tokens();
    for (int i = head + 2; i + LEAST < to; i++) {
      boolean because =
          PLAINLY.contains(tokens.get(i).lower())
              || (BECAUSE.contains(tokens.get(i).lower())
                  && SUBJECTS.contains(tokens.get(i + 1).lower()));
      if ((because
              || (BREAKS.contains(tokens.get(i).lower())
                  && SUBJECTS.contains(tokens.get(i + 1).lower())))
          && !line.is(Role.THREAT)
          && !line.is(Role.HEDGED_ASK)
          && draft.words(i + 1, to) >= LEAST) {
        return true;
      }
    }
    return false;
  }
}
