package dev.pushback.operating;

import dev.pushback.store.StoreException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether somebody may be sent to this copy of the program. */
public final class Readiness {
  private final Runnable check;
  private final AtomicBoolean draining = new AtomicBoolean();

  /**
   * Is ready as long as a check does not throw.
   *
   * @param check such as {@code Database::ping}; throws a {@link StoreException} if not
   */
  public Readiness(Runnable check) {
    this.check = check;
  }

  /** From now on it isn't: the program is about to end. */
  public void drain() {
    draining.set(true);
  }

  /** One word: ready, draining or unavailable. */
  public State state() {
    if (draining.get()) {
      return State.DRAINING;
    }
    try {
      check.run();
      return State.READY;
    } catch (StoreException e) {
      return State.UNAVAILABLE;
    }
  }

  /** What it can be. */
  public enum State {
    /** It answers. */
    READY,
    /** It is about to end. */
    DRAINING,
    /** Its memory doesn't answer. */
    UNAVAILABLE
  }
}
