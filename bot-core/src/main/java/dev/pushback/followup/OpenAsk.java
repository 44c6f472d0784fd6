package dev.pushback.followup;

import dev.pushback.playbook.ContactChannel;
import dev.pushback.playbook.WaitingDefault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something a person waits for, and all that bears on whether to ask about it now.
 *
 * @param row the table's row for it
 * @param channel how they would ask
 * @param askedAt when it was asked for
 * @param now the moment to judge; may be before askedAt when a clock was set back
 * @param calendar when the partner works
 * @param partner who answers, such as "Rivera's office"; empty for "them"
 * @param contacts follow-ups since then, in any order; those in the future are not counted
 * @param history what the partner was asked before
 * @param promised a date they named
 * @param deadline a real date by which it is needed
 * @param weOwe whether they wait for something from us
 * @param addsSomething whether the message would add anything
 * @param outOfOffice when somebody who is away comes back
 * @param blackout the end of a tender or quiet period
 * @param attachment whether they have something long to read first
 * @param signers how many people must sign
 */
public record OpenAsk(
    WaitingDefault row,
    ContactChannel channel,
    Instant askedAt,
    Instant now,
    WorkingCalendar calendar,
    Optional<String> partner,
    List<Instant> contacts,
    List<Ask> history,
    Optional<Instant> promised,
    Optional<Instant> deadline,
    boolean weOwe,
    boolean addsSomething,
    Optional<Instant> outOfOffice,
    Optional<Instant> blackout,
    boolean attachment,
    int signers) {
  /** Copies. */
  public OpenAsk {
    contacts = contacts.stream().sorted().toList();
    history = List.copyOf(history);
    if (signers < 0) {
      throw new IllegalArgumentException("signers are not negative");
    }
  }

  /** Something that was asked by e-mail, of which nothing further is known. */
  public static Builder of(
      WaitingDefault row, Instant askedAt, Instant now, WorkingCalendar calendar) {
    return new Builder(row, askedAt, now, calendar);
  }

  /** The follow-ups between the asking and now. */
  List<Instant> contactsSoFar() {
    return contacts.stream().filter(at -> at.isAfter(askedAt) && !at.isAfter(now)).toList();
  }

  /** The last message, the asking included. */
  Instant lastMessage() {
    List<Instant> soFar = contactsSoFar();
    return soFar.isEmpty() ? askedAt : soFar.get(soFar.size() - 1);
  }

  /** What was known of the partner; the ask that is judged is none of it. */
  List<Observation> observations() {
    return history.stream()
        .filter(one -> one.answeredAt().isPresent() || !one.askedAt().equals(askedAt))
        .flatMap(one -> one.at(now, calendar).stream())
        .toList();
  }

  /** Puts an ask together; what is not said is not so. */
  public static final class Builder {
    private final WaitingDefault row;
    private final Instant askedAt;
    private final Instant now;
    private final WorkingCalendar calendar;
    private ContactChannel channel = ContactChannel.EMAIL;
    private Optional<String> partner = Optional.empty();
    private final List<Instant> contacts = new ArrayList<>();
    private final List<Ask> history = new ArrayList<>();
    private Optional<Instant> promised = Optional.empty();
    private Optional<Instant> deadline = Optional.empty();
    private boolean weOwe;
    private boolean addsSomething = true;
    private Optional<Instant> outOfOffice = Optional.empty();
    private Optional<Instant> blackout = Optional.empty();
    private boolean attachment;
    private int signers = 1;

    private Builder(WaitingDefault row, Instant askedAt, Instant now, WorkingCalendar calendar) {
      this.row = row;
      this.askedAt = askedAt;
      this.now = now;
      this.calendar = calendar;
    }

    /** How they would ask. */
    public Builder by(ContactChannel way) {
      channel = way;
      return this;
    }

    /** Who answers. */
    public Builder partner(Optional<String> who) {
      partner = who;
      return this;
    }

    /** Follow-ups. */
    public Builder contacts(List<Instant> more) {
      contacts.addAll(more);
      return this;
    }

    /** What they were asked before. */
    public Builder history(List<Ask> more) {
      history.addAll(more);
      return this;
    }

    /** A date they named. */
    public Builder promised(Optional<Instant> at) {
      promised = at;
      return this;
    }

    /** A real date by which it is needed. */
    public Builder deadline(Optional<Instant> at) {
      deadline = at;
      return this;
    }

    /** They wait for something from us. */
    public Builder weOwe(boolean owe) {
      weOwe = owe;
      return this;
    }

    /** Whether the message would add anything. */
    public Builder addsSomething(boolean adds) {
      addsSomething = adds;
      return this;
    }

    /** When somebody who is away comes back. */
    public Builder outOfOffice(Optional<Instant> back) {
      outOfOffice = back;
      return this;
    }

    /** The end of a quiet period. */
    public Builder blackout(Optional<Instant> end) {
      blackout = end;
      return this;
    }

    /** Something long to read first. */
    public Builder attachment(boolean something) {
      attachment = something;
      return this;
    }

    /** How many people must sign. */
    public Builder signers(int people) {
      signers = people;
      return this;
    }

    /** The ask. */
    public OpenAsk build() {
      return new OpenAsk(
          row,
          channel,
          askedAt,
          now,
          calendar,
          partner,
          contacts,
          history,
          promised,
          deadline,
          weOwe,
          addsSomething,
          outOfOffice,
          blackout,
          attachment,
          signers);
    }
  }
}
