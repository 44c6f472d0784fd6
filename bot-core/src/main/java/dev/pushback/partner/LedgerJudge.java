package dev.pushback.partner;

import dev.pushback.partner.Concession.Direction;
import dev.pushback.partner.LedgerVerdict.Answer;
import dev.pushback.playbook.LedgerRules;
import dev.pushback.playbook.Playbook;
import dev.pushback.script.CoachText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Judges whether asking again is too much, from the account and the rules of ledger.yaml (T-092 to
 * T-106). The same account gives the same verdict.
 */
public final class LedgerJudge {
  private static final double HALF = 0.5;

  private final LedgerRules rules;
  private final LedgerLines lines;

  /**
   * @param playbook the rules and words
   */
  public LedgerJudge(Playbook playbook) {
    this.rules = playbook.ledger();
    this.lines = new LedgerLines(rules);
  }

  /**
   * The verdict on a day.
   *
   * @param ledger what happened
   * @param today the day on which somebody wants to ask
   */
  public LedgerVerdict judge(Ledger ledger, LocalDate today) {
    Standing standing = standing(ledger, today);
    Answer answer = answer(ledger, standing);
    LedgerRules.Verdict words = rules.verdict(answer.id());
    return new LedgerVerdict(
        answer,
        words.title(),
        lines.decided(answer, ledger, standing),
        new CoachText(words.why()),
        words.cites());
  }

  private Answer answer(Ledger ledger, Standing standing) {
    if (ledger.finalNo()
        || ledger.hardLimit()
        || ledger.roundsWithoutNews() >= rules.number("rounds.stop")) {
      return Answer.STOP;
    }
    double above = standing.burden() - standing.goodwill();
    boolean light = standing.burden() <= rules.number("burden.low") || above <= 0;
    if (standing.lately() >= rules.number("asks.most")
        || ledger.roundsWithoutNews() >= rules.number("rounds.pause")
        || (!light && above > rules.number("burden.near"))) {
      return Answer.PAUSE;
    }
    boolean easy = ledger.expected() || ledger.newItem();
    return light || (easy && above <= rules.number("burden.expected")) ? Answer.FINE : Answer.OFFER;
  }

  /** Where the account stands on a day. */
  private Standing standing(Ledger ledger, LocalDate today) {
    double burden =
        ledger.all(Direction.GOT).stream().mapToDouble(one -> weighed(one, today)).sum();
    double given =
        ledger.all(Direction.GAVE).stream()
            .mapToDouble(one -> cost(one) * recency(one.on(), today))
            .sum();
    double goodwill =
        given
            + Math.min(
                ledger.thanks() * rules.number("goodwill.thanks"),
                rules.number("goodwill.most_thanks"))
            + (ledger.promptPayment() ? rules.number("goodwill.prompt_payment") : 0)
            + (ledger.repeatBusiness() ? rules.number("goodwill.repeat_business") : 0);
    return new Standing(
        burden,
        goodwill,
        lately(ledger.asks(), today),
        heaviest(ledger.all(Direction.GOT), today),
        heaviest(ledger.all(Direction.GAVE), today));
  }

  private double weighed(Concession got, LocalDate today) {
    return rules.number("weights." + got.weight().id()) * cost(got) * recency(got.on(), today);
  }

  private double cost(Concession one) {
    return rules.number("costs." + one.cost().id());
  }

  /** What lies back a half-life counts half; what lies ahead counts in full. */
  private double recency(LocalDate on, LocalDate today) {
    long days = Math.max(0, ChronoUnit.DAYS.between(on, today));
    return Math.pow(HALF, days / rules.number("half_life_days"));
  }

  /** How many asks fell into the last working days, today included; no holidays are known here. */
  private int lately(List<LocalDate> asks, LocalDate today) {
    LocalDate first = today;
    int left = (int) rules.number("asks.working_days");
    while (true) {
      if (first.getDayOfWeek() != DayOfWeek.SATURDAY && first.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
      if (left <= 0) {
        break;
      }
      first = first.minusDays(1);
    }
    LocalDate from = first;
    return (int) asks.stream().filter(ask -> !ask.isBefore(from) && !ask.isAfter(today)).count();
  }

  private List<Concession> heaviest(List<Concession> some, LocalDate today) {
    return some.stream()
        .max(
            Comparator.comparingDouble(
                one ->
                    one.direction() == Direction.GOT
                        ? weighed(one, today)
                        : cost(one) * recency(one.on(), today)))
        .map(List::of)
        .orElse(List.of());
  }

  /**
   * Where the account stands.
   *
   * @param burden what was got, weighed
   * @param goodwill what was given, weighed, and what speaks for us besides
   * @param lately how often they were asked lately
   * @param heaviest what was got and weighs most; empty if nothing was got
   * @param given what was given and weighs most; empty if nothing was given
   */
  record Standing(
      double burden,
      double goodwill,
      int lately,
      List<Concession> heaviest,
      List<Concession> given) {}
}
