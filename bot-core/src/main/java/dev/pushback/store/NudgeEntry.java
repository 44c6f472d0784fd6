package dev.pushback.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the ledger of nudges: a message that is to be sent, or was.
 *
 * @param id opaque; the same at every try
 * @param kind what it is
 * @param state how it stands
 * @param attempt how many tries were begun
 * @param madeAt when it was written down
 * @param dueAt when to see to it again, while it is pending or sending
 * @param sendingSince when the last try began
 * @param code why the last try failed; may be empty
 * @param sender who shared it, as an id of a person
 * @param body what was shared; empty for a reminder
 */
public record NudgeEntry(
    String id,
    Kind kind,
    State state,
    int attempt,
    Instant madeAt,
    Instant dueAt,
    Optional<Instant> sendingSince,
    String code,
    Optional<String> sender,
    String body) {

  /** What a nudge is. */
  public enum Kind {
    /** The person's own follow-ups, one or several. */
    REMINDER,
    /** Something a teammate shared with them. */
    SHARED;

    /** The name it is stored under. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind byId(String id) {
      return Arrays.stream(values())
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no kind of a nudge: " + id));
    }
  }

  /** How a nudge stands. */
  public enum State {
    /** To be sent. */
    PENDING,
    /** A try has begun, and it isn't known yet how it ended. */
    SENDING,
    /** The platform took it. */
    SENT,
    /** It may have arrived or not, and nobody can tell; it is not sent again. */
    UNKNOWN,
    /** There was no reason for it any more. */
    SKIPPED,
    /** The platform refused it for good. */
    FAILED;

    /** The name it is stored under. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State byId(String id) {
      return Arrays.stream(values())
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no state of a nudge: " + id));
    }
  }

  /** A fresh one, to be sent now. */
  public static NudgeEntry fresh(String id, Kind kind, Instant now) {
    return new NudgeEntry(
        id, kind, State.PENDING, 0, now, now, Optional.empty(), "", Optional.empty(), "");
  }

  /**
   * The same, the next try having begun.
   *
   * @param lookAgain when to find out what became of it if nobody writes it down
   */
  public NudgeEntry begun(Instant now, Instant lookAgain) {
    return new NudgeEntry(
        id,
        kind,
        State.SENDING,
        attempt + 1,
        madeAt,
        lookAgain,
        Optional.of(now),
        code,
        sender,
        body);
  }

  /** The same; nobody can tell whether it was sent. */
  public NudgeEntry asUnknown() {
    return new NudgeEntry(
        id, kind, State.UNKNOWN, attempt, madeAt, dueAt, sendingSince, code, sender, body);
  }
}
