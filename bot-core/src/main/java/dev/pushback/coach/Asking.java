package dev.pushback.coach;

import dev.pushback.followup.FollowUp;
import dev.pushback.followup.Verdict;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.playbook.ContactChannel;
import dev.pushback.playbook.Rung;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import dev.pushback.script.FollowUpRequest;
import dev.pushback.script.FollowUpWords;
import dev.pushback.store.Memory;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The next step of the ladder, and whether it is polite now.
 *
 * @param verdict what the clock says
 * @param words what to send
 */
record Asking(Verdict verdict, FollowUpWords words) {
  private static final int SEEN = 500;

  /** As the person asks for it, with the facts of what is being talked about with this partner. */
  static Asking now(FollowUpKnowledge knowledge, Waiting waiting, FollowUp one, Session session) {
    LocalDate today = LocalDate.ofInstant(session.now(), session.zone());
    Facts facts =
        Optional.of(session.talk().item())
            .filter(item -> isWith(item, one))
            .map(item -> item.factsAt(session.now()))
            .orElseGet(() -> ofItsCase(one, session.memory()));
    return of(knowledge, waiting, one, session.memory(), facts, today);
  }

  /**
   * As it is brought up: nothing is being talked about, so that only its own case's facts count.
   */
  static Asking broughtUp(
      FollowUpKnowledge knowledge, Waiting waiting, FollowUp one, Memory memory) {
    LocalDate today = LocalDate.ofInstant(memory.now(), waiting.own().zone());
    return of(knowledge, waiting, one, memory, ofItsCase(one, memory), today);
  }

  private static Facts ofItsCase(FollowUp one, Memory memory) {
    return one.caseId()
        .flatMap(id -> memory.cases().find(id))
        .filter(item -> isWith(item, one))
        .map(item -> item.factsAt(memory.now()))
        .orElse(Facts.NONE);
  }

  /** What was vouched for with one partner says nothing to another. */
  private static boolean isWith(Case item, FollowUp one) {
    return item.partnerId().filter(one.partnerId()::equals).isPresent();
  }

  private static Asking of(
      FollowUpKnowledge knowledge,
      Waiting waiting,
      FollowUp one,
      Memory memory,
      Facts facts,
      LocalDate today) {
    Partner partner = waiting.partner(one);
    Verdict verdict = waiting.verdict(one, memory.now());
    FollowUpWords words =
        knowledge
            .words()
            .write(
                new FollowUpRequest(
                    rung(one, verdict),
                    one.what(),
                    Optional.of(Shown.named(partner.name())),
                    partner.kind(),
                    attempts(memory, one),
                    one.promised().map(Shown::plainDay),
                    one.promised().filter(day -> day.isBefore(today)).isPresent(),
                    Optional.empty(),
                    facts,
                    one.channel().equals(ContactChannel.EMAIL.id())
                        ? Channel.EMAIL
                        : Channel.CHAT));
    return new Asking(verdict, words);
  }

  /** The next step; another way if the clock says that this one is used up. */
  static Rung rung(FollowUp one, Verdict verdict) {
    Rung least =
        switch (verdict.move()) {
          case CHANGE_CHANNEL -> Rung.CHANGE_CHANNEL;
          case LET_GO -> Rung.RECAP_AND_PLAN;
          default -> Rung.ASK_ETA;
        };
    return least.compareTo(one.rung()) > 0 ? least : one.rung();
  }

  /** How many messages this partner has had about anything, so that no sentence comes twice. */
  private static int attempts(Memory memory, FollowUp one) {
    return memory.followUps().with(one.partnerId(), SEEN).stream()
        .mapToInt(other -> other.contacts().size())
        .sum();
  }

  /** Whether nothing speaks against sending it now. */
  boolean isPolite() {
    return verdict.move() != Verdict.Move.WAIT;
  }

  /** When to send it, if all that speaks against it is that they are closed. */
  Optional<String> sendThen() {
    boolean onlyClosed =
        !isPolite()
            && !verdict.reasons().isEmpty()
            && verdict.reasons().stream()
                .allMatch(reason -> reason.id() == Verdict.ReasonId.OFF_HOURS);
    return onlyClosed
        ? Optional.of(verdict.reasons().get(0).text() + " Send it then.")
        : Optional.empty();
  }
}
