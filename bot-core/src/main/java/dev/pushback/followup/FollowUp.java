package dev.pushback.followup;

import dev.pushback.playbook.Rung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a person waits for, or owes.
 *
 * @param id opaque
 * @param partnerId from whom, or to whom
 * @param caseId the case it belongs to, if any
 * @param direction who has to do something
 * @param what the thing, in the person's words
 * @param item which waiting time of waits.yaml fits
 * @param channel how the partner is asked: email, shared-channel, direct-message, phone or portal
 * @param askedAt when the partner was asked first
 * @param promised the day they named; beats every default
 * @param deadline the day the person needs it
 * @param state how it stands
 * @param endedAt when it ended
 * @param nextNudgeAt when it will be brought up; none if it won't
 * @param snoozedUntil the person doesn't want to hear of it before this day
 * @param nudges how often it was brought up
 * @param rung which step of the ladder the next contact is
 * @param whyParked why nothing can be brought up; empty unless parked
 * @param version counts the changes, so that two of them at once are noticed
 * @param contacts when they were asked again, in order
 */
public record FollowUp(
    String id,
    String partnerId,
    Optional<String> caseId,
    Direction direction,
    String what,
    String item,
    String channel,
    Instant askedAt,
    Optional<LocalDate> promised,
    Optional<LocalDate> deadline,
    State state,
    Optional<Instant> endedAt,
    Optional<Instant> nextNudgeAt,
    Optional<LocalDate> snoozedUntil,
    int nudges,
    Rung rung,
    String whyParked,
    long version,
    List<Contact> contacts) {

  /** Longest description, in characters. */
  public static final int LONGEST = 300;

  /** How a follow-up stands. */
  public enum State {
    /** It is waited for. */
    OPEN,
    /** It came. */
    DONE,
    /** It came another way: a call, a meeting, a colleague. */
    ELSEWHERE,
    /** The person stopped waiting. */
    LET_GO,
    /** It can't be brought up; see why. */
    PARKED;

    /** The name it is stored under. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the partner did what they were asked for. */
    public boolean isAnswered() {
      return this == DONE || this == ELSEWHERE;
    }

    /** Whether it is still waited for. */
    public boolean isOpen() {
      return this == OPEN || this == PARKED;
    }

    /**
     * The state with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static State byId(String id) {
      return Arrays.stream(values())
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no state of a follow-up: " + id));
    }
  }

  /** Checks the length, and that what ended is not brought up; copies the list. */
  public FollowUp {
    if (what.isBlank() || what.length() > LONGEST) {
      throw new IllegalArgumentException("what is waited for has 1 to " + LONGEST + " characters");
    }
    if (nextNudgeAt.isPresent() && state != State.OPEN) {
      throw new IllegalArgumentException("what isn't open can't be brought up");
    }
    if (endedAt.isPresent() == state.isOpen()) {
      throw new IllegalArgumentException("what ended has an end, and nothing else has");
    }
    contacts = List.copyOf(contacts);
  }

  /** When the partner heard of it last. */
  public Instant lastAskedAt() {
    return contacts.isEmpty() ? askedAt : contacts.get(contacts.size() - 1).at();
  }

  /** The same, ended in this way. */
  public FollowUp ended(State how, Instant at) {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        channel,
        askedAt,
        promised,
        deadline,
        how,
        Optional.of(at),
        Optional.empty(),
        Optional.empty(),
        nudges,
        rung,
        "",
        version,
        contacts);
  }

  /** The same, open again. */
  public FollowUp reopened() {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        channel,
        askedAt,
        promised,
        deadline,
        State.OPEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        nudges,
        rung,
        "",
        version,
        contacts);
  }

  /** The same, to be brought up then, or not at all. */
  public FollowUp nudgedAt(Optional<Instant> next) {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        channel,
        askedAt,
        promised,
        deadline,
        state,
        endedAt,
        next,
        snoozedUntil,
        nudges,
        rung,
        whyParked,
        version,
        contacts);
  }

  /** The same, not to be brought up before this day. */
  public FollowUp snoozed(Optional<LocalDate> until) {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        channel,
        askedAt,
        promised,
        deadline,
        state,
        endedAt,
        nextNudgeAt,
        until,
        nudges,
        rung,
        whyParked,
        version,
        contacts);
  }

  /** The same, promised for this day. */
  public FollowUp promised(Optional<LocalDate> day) {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        channel,
        askedAt,
        day,
        deadline,
        state,
        endedAt,
        nextNudgeAt,
        snoozedUntil,
        nudges,
        rung,
        whyParked,
        version,
        contacts);
  }

  /** The same, the partner having been asked at another time. */
  public FollowUp askedSince(Instant at) {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        channel,
        at,
        promised,
        deadline,
        state,
        endedAt,
        nextNudgeAt,
        snoozedUntil,
        nudges,
        rung,
        whyParked,
        version,
        contacts);
  }

  /** The same, needed by this day. */
  public FollowUp neededBy(Optional<LocalDate> day) {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        channel,
        askedAt,
        promised,
        day,
        state,
        endedAt,
        nextNudgeAt,
        snoozedUntil,
        nudges,
        rung,
        whyParked,
        version,
        contacts);
  }

  /** The same with another waiting time. */
  public FollowUp as(String otherItem) {
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        otherItem,
        channel,
        askedAt,
        promised,
        deadline,
        state,
        endedAt,
        nextNudgeAt,
        snoozedUntil,
        nudges,
        rung,
        whyParked,
        version,
        contacts);
  }

  /** The same, the partner having been asked again; the next time is one step up the ladder. */
  public FollowUp contacted(Contact contact, Rung nextRung) {
    List<Contact> all = new ArrayList<>(contacts);
    all.add(contact);
    return new FollowUp(
        id,
        partnerId,
        caseId,
        direction,
        what,
        item,
        contact.channel(),
        askedAt,
        promised,
        deadline,
        state,
        endedAt,
        nextNudgeAt,
        snoozedUntil,
        nudges,
        nextRung,
        whyParked,
        version,
        all);
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "follow-up " + id + ", " + state.id();
  }
}
