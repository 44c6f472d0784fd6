package dev.pushback.partner;

import dev.pushback.partner.LedgerJudge.Standing;
import dev.pushback.partner.LedgerVerdict.Answer;
import dev.pushback.playbook.LedgerRules;
import dev.pushback.script.CoachText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts into words what decided a verdict: the two or three facts that weighed most. */
final class LedgerLines {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final int MOST = 3;

  private final LedgerRules rules;

  LedgerLines(LedgerRules rules) {
    this.rules = rules;
  }

  List<CoachText> decided(Answer answer, Ledger ledger, Standing standing) {
    List<String> lines =
        switch (answer) {
          case STOP -> stop(ledger);
          case PAUSE -> pause(ledger, standing);
          case OFFER -> offer(ledger, standing);
          case FINE -> fine(ledger, standing);
        };
    return lines.stream().limit(MOST).map(CoachText::new).toList();
  }

  private List<String> stop(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    if (ledger.finalNo()) {
      lines.add(rules.line("final_no"));
    }
    if (ledger.hardLimit()) {
      lines.add(rules.line("hard_limit"));
    }
    if (ledger.roundsWithoutNews() >= rules.number("rounds.stop")) {
      lines.add(rounds("rounds_stop", ledger));
    }
    lines.add(rules.line("only_this"));
    return lines;
  }

  private List<String> pause(Ledger ledger, Standing standing) {
    List<String> lines = new ArrayList<>();
    if (ledger.roundsWithoutNews() >= rules.number("rounds.pause")) {
      lines.add(rounds("rounds_pause", ledger));
    }
    boolean asksDecide = standing.lately() >= rules.number("asks.most");
    if (asksDecide) {
      lines.add(asks("asks", standing));
    }
    lines.add(balance(standing));
    lines.addAll(heaviest(standing));
    return lines;
  }

  private List<String> offer(Ledger ledger, Standing standing) {
    List<String> lines = new ArrayList<>(heaviest(standing));
    lines.add(balance(standing));
    lines.addAll(given(ledger, standing));
    return lines;
  }

  private List<String> fine(Ledger ledger, Standing standing) {
    List<String> lines = new ArrayList<>();
    if (ledger.newItem()) {
      lines.add(rules.line("new_item"));
    } else if (ledger.expected()) {
      lines.add(rules.line("expected"));
    }
    lines.add(
        standing.burden() <= rules.number("burden.low")
            ? rules.line(standing.heaviest().isEmpty() ? "nothing_got" : "little_got")
            : balance(standing));
    if (standing.lately() > 0) {
      lines.add(asks("asks_calm", standing));
    } else if (ledger.newItem() && ledger.expected()) {
      lines.add(rules.line("expected"));
    } else if (!standing.given().isEmpty()) {
      lines.addAll(given(ledger, standing));
    } else if (lines.size() < 2) {
      lines.add(rules.line(ledger.roundsWithoutNews() > 0 ? "rounds_open" : "rounds_none"));
    }
    return lines;
  }

  /** How what was got and what was given compare. */
  private String balance(Standing standing) {
    double above = standing.burden() - standing.goodwill();
    if (standing.burden() <= rules.number("burden.low")) {
      return rules.line(standing.heaviest().isEmpty() ? "nothing_got" : "little_got");
    }
    if (above <= 0) {
      return rules.line("covered");
    }
    return rules.line(above > rules.number("burden.near") ? "above" : "near");
  }

  private List<String> heaviest(Standing standing) {
    return standing.heaviest().stream()
        .map(
            one ->
                rules
                    .line("heaviest")
                    .replace("{date}", day(one.on()))
                    .replace("{weight}", one.weight().id())
                    .replace("{cost}", rules.word("costs." + one.cost().id()))
                    .replace("{what}", one.what()))
        .toList();
  }

  private List<String> given(Ledger ledger, Standing standing) {
    if (!standing.given().isEmpty()) {
      return standing.given().stream()
          .map(
              one ->
                  rules
                      .line("given")
                      .replace("{date}", day(one.on()))
                      .replace("{what}", one.what()))
          .toList();
    }
    List<String> goods = new ArrayList<>();
    if (ledger.thanks() > 0) {
      goods.add(rules.word("goods.thanks"));
    }
    if (ledger.promptPayment()) {
      goods.add(rules.word("goods.prompt_payment"));
    }
    if (ledger.repeatBusiness()) {
      goods.add(rules.word("goods.repeat_business"));
    }
    return List.of(
        goods.isEmpty()
            ? rules.line("nothing_given")
            : rules.line("goodwill").replace("{goods}", String.join(", ", goods)));
  }

  private String rounds(String line, Ledger ledger) {
    return rules
        .line(line)
        .replace("{rounds}", counted(rules.rounds(), ledger.roundsWithoutNews(), " rounds"));
  }

  private String asks(String line, Standing standing) {
    return rules
        .line(line)
        .replace("{asks}", counted(rules.times(), standing.lately(), " times"))
        .replace("{days}", String.valueOf((int) rules.number("asks.working_days")));
  }

  private static String counted(List<String> words, int count, String unit) {
    return count < words.size() ? words.get(count) : count + unit;
  }

  private static String day(LocalDate on) {
    return DAY.format(on);
  }
}
