package dev.pushback.coach;

import dev.pushback.card.Block.Option;
import dev.pushback.partner.Case;
import dev.pushback.partner.Round;
import java.util.List;

/** The cases that a message may be an answer in. */
final class OpenCases {
  private static final int LATEST = 50;
  private static final int SHOWN = 5;

  private OpenCases() {}

  /** The latest in which words were prepared and no answer has come, to choose from. */
  static List<Option> of(Session session) {
    return session.memory().cases().latest(LATEST).stream()
        .filter(OpenCases::waits)
        .limit(SHOWN)
        .map(item -> FactsForm.option(item, CaseJourney.about(item), session))
        .toList();
  }

  private static boolean waits(Case item) {
    List<Round> rounds = item.rounds();
    return item.state() == Case.State.OPEN
        && !rounds.isEmpty()
        && rounds.get(rounds.size() - 1).answered().isEmpty();
  }
}
