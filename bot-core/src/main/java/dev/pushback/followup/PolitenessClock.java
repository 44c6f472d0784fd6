package dev.pushback.followup;

import dev.pushback.followup.Verdict.Move;
import dev.pushback.followup.Verdict.Reason;
import dev.pushback.followup.Verdict.ReasonId;
import dev.pushback.playbook.WaitingRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges whether one more message to a partner is polite (follow-up-norms 4.6). Pure: the moment is
 * part of the question, and the same question gets the same answer. Safe for use by many threads.
 */
public final class PolitenessClock {
  private final WaitingRules rules;

  /**
   * A clock.
   *
   * @param rules the table and its adjusters
   */
  public PolitenessClock(WaitingRules rules) {
    this.rules = rules;
  }

  /** The judgement at the ask's own now. */
  public Verdict judge(OpenAsk ask) {
    Timing timing = new Timing(rules, ask);
    Sentences say = new Sentences(rules, ask, timing);
    Instant ordinary = timing.ordinary();
    Instant polite = polite(ask, timing, ordinary);
    List<Reason> reasons = reasons(ask, timing, ordinary, polite, say);
    Move move = move(ask, timing, reasons);
    UsualWait usual = timing.usual();
    return new Verdict(
        move,
        polite,
        timing.overdue(),
        timing.silence(),
        reasons,
        new Verdict.Basis(usual.seen(), usual.medianHours(), usual.q90Hours()),
        new Verdict.Prior(ask.row().id(), ask.row().title()),
        timing.stillNormal(),
        say.explanation(move, polite));
  }

  private static Instant polite(OpenAsk ask, Timing timing, Instant ordinary) {
    Instant polite = timing.promisedMorning().orElse(ordinary);
    polite = Timing.latest(polite, timing.backAtDesk().orElse(polite));
    polite = Timing.latest(polite, timing.quietUntil().orElse(polite));
    return ask.now().isBefore(polite) || ask.calendar().isOpen(ask.now())
        ? polite
        : ask.calendar().nextOpen(ask.now());
  }

  private static List<Reason> reasons(
      OpenAsk ask, Timing timing, Instant ordinary, Instant polite, Sentences say) {
    Instant now = ask.now();
    List<Reason> reasons = new ArrayList<>();
    Instant clock =
        timing
            .promisedMorning()
            .map(morning -> earliest(morning, timing.rudeUntil()))
            .orElse(ordinary);
    if (now.isBefore(clock)) {
      reasons.add(new Reason(ReasonId.TOO_SOON, say.tooSoon(polite)));
    }
    int contacts = ask.contactsSoFar().size();
    if (contacts >= ask.row().max()) {
      reasons.add(new Reason(ReasonId.TOO_MANY, say.tooMany(contacts)));
    }
    if (!ask.addsSomething()) {
      reasons.add(new Reason(ReasonId.EMPTY, say.empty()));
    }
    if (ask.weOwe()) {
      reasons.add(new Reason(ReasonId.OWED, say.owed()));
    }
    if (!ask.calendar().isOpen(now)) {
      reasons.add(new Reason(ReasonId.OFF_HOURS, say.offHours(ask.calendar().nextOpen(now))));
    }
    timing
        .quietUntil()
        .filter(now::isBefore)
        .ifPresent(end -> reasons.add(new Reason(ReasonId.BLACKOUT, say.blackout(end))));
    timing
        .promisedMorning()
        .filter(now::isBefore)
        .ifPresent(morning -> reasons.add(new Reason(ReasonId.PROMISED, say.promised(morning))));
    timing
        .backAtDesk()
        .filter(now::isBefore)
        .ifPresent(back -> reasons.add(new Reason(ReasonId.OUT_OF_OFFICE, say.outOfOffice(back))));
    return reasons;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Move move(OpenAsk ask, Timing timing, List<Reason> reasons) {
    Set<ReasonId> against = reasons.stream().map(Reason::id).collect(Collectors.toSet());
    boolean silent = !ask.now().isBefore(timing.silence());
    int contacts = ask.contactsSoFar().size();
    if (against.remove(ReasonId.TOO_MANY)) {
      // Planning without it needs no office hours and no news.
      Set<ReasonId> holding =
          against.stream()
              .filter(id -> id != ReasonId.EMPTY && id != ReasonId.OFF_HOURS)
              .collect(Collectors.toSet());
      if (holding.isEmpty() && (silent || contacts >= 2 * ask.row().max())) {
        return Move.LET_GO;
      }
      against.remove(ReasonId.EMPTY);
      return against.isEmpty() ? Move.CHANGE_CHANNEL : Move.WAIT;
    }
    if (!against.isEmpty()) {
      return Move.WAIT;
    }
    return silent && contacts > 0 ? Move.CHANGE_CHANNEL : Move.ASK;
  }
}
