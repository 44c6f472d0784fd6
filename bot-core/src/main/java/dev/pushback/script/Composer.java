package dev.pushback.script;

import dev.pushback.playbook.AnswerMove;
import dev.pushback.playbook.FactPage;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.ObjectionPage;
import dev.pushback.playbook.Phrases;
import dev.pushback.playbook.Playbook;
import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What scripts and answers are both put together from: chosen phrases, fact lines, refusals. */
final class Composer {
  /** Which facts serve in a matter of money; elsewhere a date weighs more. */
  private static final List<String> MONEY_FACTS = List.of("budget", "quote", "deadline");

  private static final List<String> OTHER_FACTS = List.of("deadline", "budget");

  private final Playbook playbook;
  private final FactLine factLine;

  Composer(Playbook playbook, FactLine factLine) {
    this.playbook = playbook;
    this.factLine = factLine;
  }

  /** The same text always gives the same seed. */
  static int seed(String text, int round) {
    int hash = text.strip().hashCode() * 31 + round;
    return hash ^ (hash >>> 15);
  }

  static String say(Phrases phrases, Map<String, String> words, int seed) {
    return phrases
        .choose(words, seed)
        .orElseThrow(() -> new IllegalStateException("the playbook has nothing to say"))
        .fill(words);
  }

  /** The answer to an objection: what is true in it, then the move. */
  String answer(ObjectionPage page, AnswerMove move, Group group, Firmness firmness, int seed) {
    return say(page.grant(), Map.of(), seed)
        + " "
        + say(move.about(group).at(firmness), Map.of(), seed >>> 3);
  }

  /** What they may say, and the answers at this round. */
  List<Prepared> prepared(
      List<Objection> likely, Group group, int round, Firmness firmness, int seed) {
    List<Prepared> prepared = new ArrayList<>();
    for (Objection objection : likely) {
      ObjectionPage page = playbook.page(objection);
      AnswerMove move = page.answer(round).or(() -> page.answer(1)).orElseThrow();
      prepared.add(
          new Prepared(
              objection,
              page.title(),
              new SendableText(answer(page, move, group, firmness, seed + prepared.size()))));
    }
    return prepared;
  }

  /** The fact to lean on in this round: the best first, the next in the next round. */
  Optional<Step> fact(List<String> usable, Facts facts, int round, Firmness firmness, int seed) {
    List<Step> lines = new ArrayList<>();
    for (String name : usable) {
      value(name, facts)
          .flatMap(value -> factStep(name, value, firmness, seed))
          .ifPresent(lines::add);
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.get(Math.min(round - 1, lines.size() - 1)));
  }

  /** The facts that serve when only the group of the matter is known. */
  static List<String> factsFor(Group group) {
    return group == Group.MONEY ? MONEY_FACTS : OTHER_FACTS;
  }

  private static Optional<String> value(String name, Facts facts) {
    return switch (name) {
      case "budget" -> facts.budget();
      case "deadline" -> facts.deadline();
      case "quote" -> facts.quote();
      default -> Optional.empty();
    };
  }

  private Optional<Step> factStep(String name, String value, Firmness firmness, int seed) {
    FactPage page = playbook.fact(name);
    Map<String, String> words = factLine.fit(name, value);
    return page.lines()
        .at(firmness)
        .choose(words, seed)
        .map(
            phrase ->
                new Step("fact", phrase.fill(words), new CoachText(page.why()), page.cites()));
  }

  /**
   * The boss line: only from round 2 on, with consent, with something they want, once a case, and
   * never without an option (T-084 to T-091).
   */
  Optional<Step> boss(Facts facts, int round, boolean used, Firmness firmness, int seed) {
    if (round < 2 || used) {
      return Optional.empty();
    }
    FactPage page = playbook.fact("boss");
    return facts
        .boss()
        .filter(Facts.Boss::consent)
        .flatMap(Facts.Boss::wants)
        .map(factLine::fitWish)
        .filter(words -> !words.isEmpty())
        .map(
            words ->
                new Step(
                    "boss",
                    say(page.lines().at(firmness), words, seed),
                    new CoachText(page.why()),
                    page.cites()));
  }

  /** A consequence, with all four keys, from round 2 on (T-202, T-203). */
  Optional<Step> threat(Facts facts, int round, Firmness firmness) {
    FactPage page = playbook.fact("threat");
    return facts
        .threat()
        .filter(threat -> round > 1 && threat.hasAllKeys())
        .map(factLine::fitThreat)
        .filter(words -> !words.isEmpty())
        .map(
            words ->
                new Step(
                    "consequence",
                    say(page.lines().at(firmness), words, 0),
                    new CoachText(page.why()),
                    page.cites()));
  }

  /** Why the boss is not named, if one was offered or this is the first round. */
  Optional<Refusal> bossRefusal(Facts facts, int round, boolean used, boolean mentioned) {
    if (round < 2) {
      return Optional.of(refusal("boss", "too_early"));
    }
    if (facts.boss().isEmpty()) {
      return mentioned ? Optional.of(refusal("boss", "no_fact")) : Optional.empty();
    }
    Facts.Boss boss = facts.boss().get();
    if (!boss.consent()) {
      return Optional.of(refusal("boss", "no_consent"));
    }
    if (used) {
      return Optional.of(refusal("boss", "used_up"));
    }
    return boss.wants().isEmpty() ? Optional.of(refusal("boss", "no_fact")) : Optional.empty();
  }

  Refusal refusal(String fact, String which) {
    return new Refusal(fact, new CoachText(playbook.fact(fact).refusal(which)));
  }
}
