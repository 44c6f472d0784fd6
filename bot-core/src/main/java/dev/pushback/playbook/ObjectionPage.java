package dev.pushback.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to do with one objection.
 *
 * @param title the objection in plain words
 * @param why what to know about it, told to the person
 * @param cites techniques or sources
 * @param stop whether the right move is to stop pushing
 * @param ends how the path ends when the rounds are used up
 * @param grant the opening of every answer: what is true in what they say
 * @param rounds the answers, by round
 */
public record ObjectionPage(
    String title,
    String why,
    List<String> cites,
    boolean stop,
    Lead ends,
    Phrases grant,
    Map<Integer, AnswerMove> rounds) {
  /** Checks that it is explained, backed, has a first round and a real end. */
  public ObjectionPage {
    Checks.present("title", title);
    Checks.present("why", why);
    cites = Checks.cites(cites);
    rounds = Map.copyOf(rounds);
    if (!rounds.containsKey(1)) {
      throw new IllegalArgumentException("round 1 is missing");
    }
    if (!ends.isEnd()) {
      throw new IllegalArgumentException("'ends' must be yes, trade, park or boss-report");
    }
    if (!grant.alwaysSpeaks()) {
      throw new IllegalArgumentException("'grant' needs a phrase without {places}");
    }
  }

  /** The answer of this round; none when the rounds are used up and the path ends. */
  public Optional<AnswerMove> answer(int round) {
    return Optional.ofNullable(rounds.get(round));
  }
}
