package dev.pushback.playbook;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the account of what was got and given is judged.
 *
 * @param numbers every weight and threshold, by {@code group.name} as in ledger.yaml
 * @param verdicts the words for each verdict: {@code fine}, {@code offer}, {@code pause}, {@code
 *     stop}
 * @param lines what may have decided, by name
 * @param words small words inside the lines, by {@code group.name}
 * @param times how often, in words, from none on
 * @param rounds how many rounds, in words, from none on
 * @param kinds what can be got or given, by name
 * @param trades what is usual in which trade, in order
 * @param got words that tell that something was got
 * @param gave words that tell that something was given
 * @param plain those of them that tell nothing else
 */
public record LedgerRules(
    Map<String, Double> numbers,
    Map<String, Verdict> verdicts,
    Map<String, String> lines,
    Map<String, String> words,
    List<String> times,
    List<String> rounds,
    Map<String, Kind> kinds,
    List<Trade> trades,
    List<String> got,
    List<String> gave,
    List<String> plain) {

  /**
   * The words for a verdict.
   *
   * @param title in plain words
   * @param cites techniques or sources
   * @param why what to do now
   */
  public record Verdict(String title, List<String> cites, String why) {
    /** Checks that it is named and backed. */
    public Verdict {
      Checks.present("title", title);
      Checks.present("why", why);
      cites = Checks.cites(cites);
    }
  }

  /**
   * Something that can be got or given.
   *
   * @param cost what it mostly costs the other side: {@code low}, {@code medium} or {@code high}
   * @param words by which it is recognised, in lower case
   */
  public record Kind(String cost, List<String> words) {
    /** Checks the cost. */
    public Kind {
      if (!List.of("low", "medium", "high").contains(cost)) {
        throw new IllegalArgumentException("'cost' must be low, medium or high");
      }
      words = List.copyOf(words);
    }
  }

  /**
   * A trade.
   *
   * @param id its name
   * @param kinds the kinds of partner in it
   * @param cites techniques or sources
   * @param partners words for such a partner, in lower case; none if it serves all the others
   * @param usual what is usual in it
   */
  public record Trade(
      String id, List<String> kinds, List<String> cites, List<String> partners, List<Usual> usual) {
    /** Checks that it is backed. */
    public Trade {
      kinds = List.copyOf(kinds);
      cites = Checks.cites(cites);
      partners = List.copyOf(partners);
      usual = List.copyOf(usual);
    }
  }

  /**
   * What is usual.
   *
   * @param words by which it is recognised, in lower case
   * @param upTo the most percent that is still usual, 0 to 100
   */
  public record Usual(List<String> words, double upTo) {
    /** Checks the range. */
    public Usual {
      words = List.copyOf(words);
      if (upTo < 0 || upTo > 100) {
        throw new IllegalArgumentException("'up_to' is a percentage from 0 to 100");
      }
    }
  }

  /** Copies. */
  public LedgerRules {
    numbers = Map.copyOf(numbers);
    verdicts = Map.copyOf(verdicts);
    lines = Map.copyOf(lines);
    words = Map.copyOf(words);
    times = List.copyOf(times);
    rounds = List.copyOf(rounds);
    kinds = Map.copyOf(kinds);
    trades = List.copyOf(trades);
    got = List.copyOf(got);
    gave = List.copyOf(gave);
    plain = List.copyOf(plain);
  }

  /** A weight or threshold, such as {@code burden.low}. */
  public double number(String name) {
    return get(numbers, name);
  }

  /** The words for a verdict. */
  public Verdict verdict(String id) {
    return get(verdicts, id);
  }

  /** A line that may have decided. */
  public String line(String name) {
    return get(lines, name);
  }

  /** A small word inside a line. */
  public String word(String name) {
    return get(words, name);
  }

  private static <V> V get(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> "the ledger has nothing for " + key);
  }
}
