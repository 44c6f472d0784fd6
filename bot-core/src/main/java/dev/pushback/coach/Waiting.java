package dev.pushback.coach;

import dev.pushback.followup.Ask;
import dev.pushback.followup.Contact;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.followup.OpenAsk;
import dev.pushback.followup.Verdict;
import dev.pushback.followup.WorkingCalendar;
import dev.pushback.nudge.QuietHours;
import dev.pushback.partner.Partner;
import dev.pushback.people.Profile;
import dev.pushback.playbook.ContactChannel;
import dev.pushback.playbook.WaitingDefault;
import dev.pushback.store.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the politeness clock says about a follow-up, on the partner's calendar and from all that was
 * seen of this partner, and when the coach brings it up.
 */
final class Waiting {
  private static final int MOST_SEEN = 200;

  /** So many working days after it was brought up, or said, it is brought up again. */
  private static final int AGAIN_IN_DAYS = 2;

  private final FollowUpKnowledge knowledge;
  private final Memory memory;
  private final Profile profile;
  private final ZoneId zone;
  private final WorkingCalendar own;
  private final QuietHours quietHours;
  private final Map<String, Partner> partners = new HashMap<>();

  /** By partner; a list of follow-ups asks for the same ones again and again. */
  private final Map<String, List<FollowUp>> seen = new HashMap<>();

  /**
   * @param otherwise the clock of people who haven't said where they are
   */
  Waiting(FollowUpKnowledge knowledge, Memory memory, ZoneId otherwise) {
    this.knowledge = knowledge;
    this.memory = memory;
    this.profile = memory.people().profile();
    this.zone = profile.zone().orElse(otherwise);
    this.own = own(knowledge, profile, otherwise);
    this.quietHours = NudgeCards.quietHours(knowledge, otherwise);
  }

  /** Partners, and what was seen of them, may have changed. */
  void changed() {
    partners.clear();
    seen.clear();
  }

  private List<FollowUp> seen(String partnerId) {
    return seen.computeIfAbsent(partnerId, id -> memory.followUps().with(id, MOST_SEEN));
  }

  /** Whom it is about. */
  Partner partner(FollowUp followUp) {
    return partners.computeIfAbsent(
        followUp.partnerId(), id -> memory.partners().find(id).orElseThrow());
  }

  /** When the partner works; as the person does, if nothing else is known. */
  WorkingCalendar calendar(Partner partner) {
    ZoneId theirs = partner.zone().orElse(zone);
    return partner
        .country()
        .or(profile::country)
        .flatMap(country -> knowledge.calendars().in(theirs, country))
        .orElseGet(() -> knowledge.calendars().in(theirs));
  }

  /** When the person works. */
  WorkingCalendar own() {
    return own;
  }

  static WorkingCalendar own(FollowUpKnowledge knowledge, Profile profile, ZoneId otherwise) {
    ZoneId zone = profile.zone().orElse(otherwise);
    return profile
        .country()
        .flatMap(country -> knowledge.calendars().in(zone, country))
        .orElseGet(() -> knowledge.calendars().in(zone));
  }

  /** Which usual wait is taken for a thing of a kind of partner. */
  WaitingDefault row(String kind, String what) {
    return knowledge
        .waiting()
        .find(kind, what)
        .or(() -> knowledge.waiting().find("other", what))
        .orElseThrow();
  }

  /** The judgement at this moment about asking for it with a message that adds something. */
  Verdict verdict(FollowUp followUp, Instant now) {
    Partner partner = partner(followUp);
    WorkingCalendar calendar = calendar(partner);
    return knowledge
        .clock()
        .judge(
            OpenAsk.of(row(followUp, partner), followUp.askedAt(), now, calendar)
                .by(ContactChannel.byId(followUp.channel()).orElse(ContactChannel.EMAIL))
                .partner(Optional.of(Shown.named(partner.name())))
                .contacts(followUp.contacts().stream().map(Contact::at).toList())
                .history(history(followUp))
                .promised(followUp.promised().map(calendar::endOf))
                .deadline(followUp.deadline().map(calendar::endOf))
                .weOwe(weOwe(partner))
                .outOfOffice(partner.outUntil().map(day -> morningAfter(day, calendar)))
                .blackout(partner.quietUntil().map(day -> morningAfter(day, calendar)))
                .build());
  }

  /** Which usual wait is taken for a follow-up. */
  WaitingDefault row(FollowUp followUp, Partner partner) {
    return knowledge
        .waiting()
        .byId(followUp.item())
        .orElseGet(() -> row(partner.kind(), followUp.what()));
  }

  private static Instant morningAfter(LocalDate day, WorkingCalendar calendar) {
    return calendar.nextWorkingMorning(calendar.endOf(day));
  }

  /** What was seen of this partner; what is still open tells something, too. */
  private List<Ask> history(FollowUp but) {
    return seen(but.partnerId()).stream()
        .filter(one -> one.direction() == Direction.THEY_OWE && !one.id().equals(but.id()))
        .filter(one -> one.item().equals(but.item()))
        .map(Waiting::ask)
        .toList();
  }

  /** As the clock learns from it; one that was let go was never answered. */
  static Ask ask(FollowUp one) {
    return one.endedAt()
        .map(
            end ->
                one.state().isAnswered()
                    ? Ask.answered(one.askedAt(), latest(one.askedAt(), end))
                    : Ask.abandoned(one.askedAt(), latest(one.askedAt(), end)))
        .orElseGet(() -> Ask.open(one.askedAt()));
  }

  /** Whether the person owes this partner something; asking them for other things is held then. */
  boolean weOwe(Partner partner) {
    return owed(partner).isPresent();
  }

  /** What the person owes this partner. */
  Optional<FollowUp> owed(Partner partner) {
    return seen(partner.id()).stream()
        .filter(one -> one.direction() == Direction.YOU_OWE && one.state().isOpen())
        .findFirst();
  }

  /**
   * When to bring it up next.
   *
   * @param nudgedAt when it was brought up last; none if it wasn't
   */
  Instant next(FollowUp followUp, Instant now, Optional<Instant> nudgedAt) {
    Instant due = followUp.direction() == Direction.YOU_OWE ? own(followUp) : theirs(followUp, now);
    Instant awake = followUp.snoozedUntil().map(day -> latest(due, startOf(day))).orElse(due);
    Instant again =
        nudgedAt
            .map(at -> latest(awake, own.plus(at, AGAIN_IN_DAYS * own.hoursPerDay())))
            .orElse(awake);
    return allowed(latest(again, now));
  }

  private Instant theirs(FollowUp followUp, Instant now) {
    Partner partner = partner(followUp);
    Instant polite = verdict(followUp, now).politeFrom();
    // As long as the person owes them something, that comes first.
    return owed(partner).map(owed -> latest(polite, after(owed, now))).orElse(polite);
  }

  /** The morning after the day on which something owed is due; without a day, a day from now. */
  private Instant after(FollowUp owed, Instant now) {
    return owed.promised()
        .or(owed::deadline)
        .map(day -> own.nextWorkingMorning(own.endOf(day)))
        .orElseGet(() -> own.plus(latest(own(owed), now), own.hoursPerDay()));
  }

  /** A working day before it is due; without a day, two days after it was said. */
  private Instant own(FollowUp followUp) {
    return followUp
        .promised()
        .or(followUp::deadline)
        .map(this::dayBefore)
        .orElseGet(() -> own.plus(followUp.lastAskedAt(), AGAIN_IN_DAYS * own.hoursPerDay()));
  }

  /** The morning of the day, or of the working day before it. */
  Instant onDay(LocalDate day) {
    return own.morningBefore(own.endOf(day));
  }

  /** The morning of the working day before. */
  Instant dayBefore(LocalDate day) {
    return own.morningBefore(startOf(day));
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The first moment from then on at which the person wants to be spoken to. */
  Instant allowed(Instant at) {
    return quietHours.apply(profile, at);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
