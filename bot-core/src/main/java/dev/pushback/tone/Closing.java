package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftSpeech;
import java.util.Arrays;
import java.util.List;

/** Where a draft closes: "Kind regards", a name. */
final class Closing {
  private static final int SHORT = 6;
  private static final int NAME = 4;

  private final Draft draft;
  private final List<DraftLine> lines;
  private final Asks asks;

  Closing(Draft draft, List<DraftLine> lines, Asks asks) {
    this.draft = draft;
    this.lines = lines;
    this.asks = asks;
  }

  /** What stands before it; never nothing. */
  List<DraftLine> before() {
    int at = lines.size();
    while (at > 1 && isClosing(lines.get(at - 1))) {
      at--;
    }
    return lines.subList(0, at);
  }

  private boolean isClosing(DraftLine line) {
    List<Token> words = draft.body(line.sentence()).stream().filter(Token::isWord).toList();
    boolean signature =
        words.size() <= NAME
            && ((draft.beginsLine(line.sentence().from())
                    && line.signs().signs().isEmpty()
                    && !asks.isAsk(line))
                || words.stream().allMatch(word -> word.shape().startsWith("X")));
    boolean courteous =
        words.size() <= SHORT
            && line.signs().speech().stream()
                .anyMatch(
                    hit ->
                        hit.value() == DraftSpeech.COURTESY
                            && hit.from() == line.sentence().body());
    return !draft.isMarkedQuestion(line.sentence())
        && Arrays.stream(DraftProblem.values()).noneMatch(line::is)
        && (signature || courteous)
        && !asks.isItem(line);
  }
}
