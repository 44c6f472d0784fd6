package dev.pushback.followup;

import dev.pushback.playbook.ContactChannel;
import dev.pushback.playbook.Rung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

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

  /** Something that was asked for just now, of which nothing else is known. */
  public static FollowUp fresh(
      String id, String partnerId, Direction direction, String what, String item, Instant at) {
    return new FollowUp(
        id,
        partnerId,
        Optional.empty(),
        direction,
        what,
        item,
        ContactChannel.EMAIL.id(),
        at,
        Optional.empty(),
        Optional.empty(),
        State.OPEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Rung.ASK_ETA,
        "",
        1,
        List.of());
  }

  /** When the partner heard of it last. */
  public Instant lastAskedAt() {
    return contacts.isEmpty() ? askedAt : contacts.get(contacts.size() - 1).at();
  }

  /** The same within a case, asked for in this way. */
  public FollowUp within(Optional<String> caseOf, String by) {
    return with(
        draft -> {
          draft.caseId = caseOf;
          draft.channel = by;
        });
  }

  /** The same, ended in this way. */
  public FollowUp ended(State how, Instant at) {
    return with(
        draft -> {
          draft.state = how;
          draft.endedAt = Optional.of(at);
          draft.nextNudgeAt = Optional.empty();
          draft.snoozedUntil = Optional.empty();
          draft.whyParked = "";
        });
  }

  /** The same, not parked any more. */
  public FollowUp awake() {
    return state == State.PARKED
        ? with(
            draft -> {
              draft.state = State.OPEN;
              draft.whyParked = "";
            })
        : this;
  }

  /** The same, open again. */
  public FollowUp reopened() {
    return with(
        draft -> {
          draft.state = State.OPEN;
          draft.endedAt = Optional.empty();
          draft.nextNudgeAt = Optional.empty();
          draft.snoozedUntil = Optional.empty();
          draft.whyParked = "";
        });
  }

  /** The same, to be brought up then, or not at all. */
  public FollowUp nudgedAt(Optional<Instant> next) {
    return with(draft -> draft.nextNudgeAt = next);
  }

  /** The same, not to be brought up before this day. */
  public FollowUp snoozed(Optional<LocalDate> until) {
    return with(draft -> draft.snoozedUntil = until);
  }

  /** The same, promised for this day. */
  public FollowUp promised(Optional<LocalDate> day) {
    return with(draft -> draft.promised = day);
  }

  /** The same, the partner having been asked at another time. */
  public FollowUp askedSince(Instant at) {
    return with(draft -> draft.askedAt = at);
  }

  /** The same, needed by this day. */
  public FollowUp neededBy(Optional<LocalDate> day) {
    return with(draft -> draft.deadline = day);
  }

  /** The same with another waiting time. */
  public FollowUp as(String otherItem) {
    return with(draft -> draft.item = otherItem);
  }

  /** The same, the partner having been asked again; the next time is one step up the ladder. */
  public FollowUp contacted(Contact contact, Rung nextRung) {
    List<Contact> all = new ArrayList<>(contacts);
    all.add(contact);
    return with(
        draft -> {
          draft.contacts = all;
          draft.channel = contact.channel();
          draft.rung = nextRung;
        });
  }

  /** What a changed follow-up is made from. */
  private static final class Draft {
    private final FollowUp from;
    private Optional<String> caseId;
    private String item;
    private String channel;
    private Instant askedAt;
    private Optional<LocalDate> promised;
    private Optional<LocalDate> deadline;
    private State state;
    private Optional<Instant> endedAt;
    private Optional<Instant> nextNudgeAt;
    private Optional<LocalDate> snoozedUntil;
    private Rung rung;
    private String whyParked;
    private List<Contact> contacts;

    private Draft(FollowUp from) {
      this.from = from;
      this.caseId = from.caseId;
      this.item = from.item;
      this.channel = from.channel;
      this.askedAt = from.askedAt;
      this.promised = from.promised;
      this.deadline = from.deadline;
      this.state = from.state;
      this.endedAt = from.endedAt;
      this.nextNudgeAt = from.nextNudgeAt;
      this.snoozedUntil = from.snoozedUntil;
      this.rung = from.rung;
      this.whyParked = from.whyParked;
      this.contacts = from.contacts;
    }

    private FollowUp done() {
      return new FollowUp(
          from.id,
          from.partnerId,
          caseId,
          from.direction,
          from.what,
          item,
          channel,
          askedAt,
          promised,
          deadline,
          state,
          endedAt,
          nextNudgeAt,
          snoozedUntil,
          from.nudges,
          rung,
          whyParked,
          from.version,
          contacts);
    }
  }

  private FollowUp with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "follow-up " + id + ", " + state.id();
  }
}
