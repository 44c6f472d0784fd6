package dev.pushback.followup;

import dev.pushback.playbook.Wait;
import dev.pushback.playbook.WaitingDefault;
import dev.pushback.playbook.WaitingRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When things are due for one ask: the table's waits on the partner's calendar, made longer or
 * shorter by all that bears on them (follow-up-norms 4.5, adjusters).
 */
final class Timing {
  /** From the second signature on. */
  private static final int TWO = 2;

  private final WaitingRules rules;
  private final OpenAsk ask;
  private final WaitingDefault row;
  private final WorkingCalendar calendar;
  private final UsualWait usual;
  private final TableWait table;
  private final double longer;
  private final Optional<Instant> due;

  Timing(WaitingRules rules, OpenAsk ask) {
    this.rules = rules;
    this.ask = ask;
    this.row = ask.row();
    this.calendar = ask.calendar();
    this.due =
        row.dueAfter().map(after -> ask.promised().orElseGet(() -> later(ask.askedAt(), after)));
    this.table = table();
    this.usual = UsualWait.learned(rules, table, ask.observations());
    this.longer =
        (ask.attachment() ? rules.attachment() : 1)
            * (ask.signers() >= TWO ? rules.twoSigners() : 1);
  }

  private TableWait table() {
    double day = calendar.hoursPerDay();
    double extra = due.map(at -> calendar.hoursBetween(ask.askedAt(), at)).orElse(0.0);
    double median = Math.max(extra + row.median().hours(day), 0.5);
    return new TableWait(median, Math.max(extra + row.overdue().hours(day), median * 1.01));
  }

  UsualWait usual() {
    return usual;
  }

  Optional<Instant> due() {
    return due;
  }

  /** Working hours since the asking. */
  double waited() {
    return calendar.hoursBetween(ask.askedAt(), ask.now());
  }

  double stillNormal() {
    return usual.stillNormal(waited() / longer);
  }

  /** Before this a message is not merely early but rude. */
  Instant rudeUntil() {
    return later(ask.lastMessage(), rudeGap());
  }

  Wait rudeGap() {
    boolean first = ask.contactsSoFar().isEmpty();
    return !first
            && row.thenEvery().hours(calendar.hoursPerDay())
                < row.rudeBefore().hours(calendar.hoursPerDay())
        ? row.thenEvery()
        : row.rudeBefore();
  }

  /** When the clock alone, without dates and duties, lets a message go. */
  Instant ordinary() {
    List<Instant> contacts = ask.contactsSoFar();
    if (due.isPresent()) {
      Instant courtesy = calendar.minus(due.get(), row.askFrom().hours(calendar.hoursPerDay()));
      if (contacts.isEmpty()) {
        return calendar.nextOpen(latest(courtesy, ask.askedAt()));
      }
      return latest(later(ask.lastMessage(), gap()), overdue());
    }
    Wait wait = contacts.isEmpty() ? row.askFrom() : gap();
    double factor = usual.medianHours() / table.medianHours() * longer * channel().factor();
    Instant full = notBefore(later(ask.lastMessage(), wait.times(factor)));
    boolean presses =
        ask.deadline()
            .filter(at -> at.isBefore(calendar.plus(full, usual.q90Hours() * longer)))
            .isPresent();
    return presses
        ? notBefore(later(ask.lastMessage(), wait.times(factor * rules.deadline())))
        : full;
  }

  private WaitingRules.ChannelFactor channel() {
    return rules.channel(ask.channel());
  }

  private Wait gap() {
    int more = Math.max(0, ask.contactsSoFar().size() - 1);
    return row.thenEvery().times(Math.pow(row.widening(), Math.min(more, 10)));
  }

  private Instant notBefore(Instant at) {
    return latest(latest(at, rudeUntil()), later(ask.lastMessage(), channel().atLeast()));
  }

  /** The morning after a date they named, unless they were asked since, or it is a due date. */
  Optional<Instant> promisedMorning() {
    return ask.promised()
        .filter(at -> due.isEmpty() && at.isAfter(ask.askedAt()))
        .map(calendar::nextWorkingMorning)
        .filter(morning -> ask.contactsSoFar().isEmpty() || ask.lastMessage().isBefore(morning));
  }

  /** When somebody who was away has had a day for the inbox. */
  Optional<Instant> backAtDesk() {
    return ask.outOfOffice().map(back -> later(calendar.nextOpen(back), rules.backAtDesk()));
  }

  /** When a quiet period is over. */
  Optional<Instant> quietUntil() {
    return ask.blackout().map(calendar::nextOpen);
  }

  Instant overdue() {
    if (due.isPresent()) {
      return later(due.get(), row.overdue());
    }
    double factor = usual.q90Hours() / table.q90Hours() * longer;
    Instant usually = later(ask.askedAt(), row.overdue().times(factor));
    // A date they named beats every default, also when it is earlier.
    Instant named = promisedMorning().orElse(usually);
    return latest(named, backAtDesk().orElse(named));
  }

  Instant silence() {
    Instant silent = calendar.plus(ask.askedAt(), usual.meanHours() * longer * rules.silence());
    return latest(silent, overdue());
  }

  static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** So much later on the partner's calendar, at an hour when they work. */
  private Instant later(Instant from, Wait wait) {
    if (wait.unit() == Wait.Unit.CALENDAR_DAYS) {
      return calendar.nextOpen(
          from.atZone(calendar.zone()).plusDays(Math.round(wait.amount())).toInstant());
    }
    return calendar.plus(from, wait.hours(calendar.hoursPerDay()));
  }
}
