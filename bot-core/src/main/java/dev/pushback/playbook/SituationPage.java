package dev.pushback.playbook;

import dev.pushback.situation.Objection;
import java.util.List;
import java.util.Map;

/**
 * What to do in one situation.
 *
 * @param title the situation in the person's words
 * @param cites techniques or sources
 * @param likely objections to prepare for
 * @param facts which vouched facts may be used, best first: budget, deadline, quote, boss
 * @param rounds the moves of each round; at most three (the same item at most three rounds)
 * @param stop when to stop, and what then
 * @param counsel advice before the script; may be empty
 * @param toBoss whether the words go to the person's own boss and not to the partner
 * @param needsPerson whether a manager has to be told, besides a calm line (T-054)
 */
public record SituationPage(
    String title,
    List<String> cites,
    List<Objection> likely,
    List<String> facts,
    Map<Integer, List<MoveLines>> rounds,
    String stop,
    List<String> counsel,
    boolean toBoss,
    boolean needsPerson) {

  /** The same item gets at most this many rounds without new information (techniques.md 1.17). */
  public static final int MOST_ROUNDS = 3;

  /** Checks that there is a first round, no gap, and a stop rule. */
  public SituationPage {
    Checks.present("title", title);
    Checks.present("stop", stop);
    cites = Checks.cites(cites);
    likely = List.copyOf(likely);
    facts = List.copyOf(facts);
    counsel = List.copyOf(counsel);
    rounds = Map.copyOf(rounds);
    for (int round = 1; round <= rounds.size(); round++) {
      if (!rounds.containsKey(round)) {
        throw new IllegalArgumentException("round " + round + " is missing");
      }
    }
    if (rounds.isEmpty() || rounds.size() > MOST_ROUNDS) {
      throw new IllegalArgumentException("give one to " + MOST_ROUNDS + " rounds");
    }
  }

  /** Whether there is anything to say in this round. */
  public boolean has(int round) {
    return rounds.containsKey(round);
  }

  /** The moves of a round that {@link #has} says is there. */
  public List<MoveLines> moves(int round) {
    List<MoveLines> moves = rounds.get(round);
    if (moves == null) {
      throw new IllegalArgumentException("there is no round " + round);
    }
    return moves;
  }
}
