package dev.pushback.nudge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A platform that does what it is told, and survives the crashes of those who send to it. */
final class FakePlatform implements Messenger {
  /** What happens to a message. */
  enum Mishap {
    NONE,
    CRASH_BEFORE_SENDING,
    CRASH_WAITING_FOR_THE_REPLY,
    REPLY_LOST,
    ERROR_AFTER_ACCEPTING,
    ERROR_WITHOUT_ACCEPTING,
    TOO_MANY,
    UNREACHABLE,
    REFUSED_FOR_NOW,
    REFUSED_FOR_GOOD,
    BUG
  }

  /** The end of a process. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final boolean canTell;
  private final InstantSource clock;
  private final List<Nudge> accepted = new ArrayList<>();
  private final Deque<Mishap> mishaps = new ArrayDeque<>();
  private Runnable meanwhile = () -> {};
  private int asked;

  FakePlatform(boolean canTell, InstantSource clock) {
    this.canTell = canTell;
    this.clock = clock;
  }

  void then(Mishap... next) {
    mishaps.addAll(List.of(next));
  }

  /** What happens while the next message is on its way. */
  void meanwhile(Runnable what) {
    this.meanwhile = what;
  }

  List<Nudge> accepted() {
    return List.copyOf(accepted);
  }

  List<String> titles() {
    return accepted.stream().map(one -> one.card().title()).toList();
  }

  int asked() {
    return asked;
  }

  @Override
  public Outcome send(Nudge nudge) {
    Runnable now = meanwhile;
    meanwhile = () -> {};
    now.run();
    Mishap mishap = mishaps.isEmpty() ? Mishap.NONE : mishaps.removeFirst();
    return switch (mishap) {
      case NONE -> accept(nudge, new Outcome.Sent("ref-" + nudge.id()));
      case CRASH_BEFORE_SENDING -> throw new Crash();
      case CRASH_WAITING_FOR_THE_REPLY -> {
        accepted.add(nudge);
        throw new Crash();
      }
      case REPLY_LOST -> accept(nudge, new Outcome.InDoubt("eof"));
      case ERROR_AFTER_ACCEPTING -> accept(nudge, new Outcome.InDoubt("http-500"));
      case ERROR_WITHOUT_ACCEPTING -> new Outcome.InDoubt("http-500");
      case TOO_MANY -> new Outcome.RateLimitedUntil(clock.instant().plusSeconds(30));
      case UNREACHABLE -> new Outcome.NotSent("connect", true);
      case REFUSED_FOR_NOW -> new Outcome.Rejected("not_now", false);
      case REFUSED_FOR_GOOD -> new Outcome.Rejected("channel_not_found", true);
      case BUG -> throw new IllegalStateException("a bug of the adapter");
    };
  }

  private Outcome accept(Nudge nudge, Outcome outcome) {
    accepted.add(nudge);
    return outcome;
  }

  @Override
  public Lookup find(Sought sought) {
    asked++;
    if (!canTell) {
      return new Lookup.CannotTell();
    }
    Instant earliest = sought.since().plusSeconds(60);
    if (clock.instant().isBefore(earliest)) {
      throw new AssertionError("asked too soon");
    }
    return accepted.stream()
        .filter(one -> one.id().equals(sought.id()))
        .findFirst()
        .<Lookup>map(one -> new Lookup.Found("ref-" + one.id()))
        .orElseGet(Lookup.Missing::new);
  }
}
