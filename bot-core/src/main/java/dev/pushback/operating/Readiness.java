package dev.pushback.operating;

import dev.pushback.store.StoreException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Whether somebody may be sent to this copy of the program. */
public final class Readiness {
  private final Runnable check;
  private final BooleanSupplier isConnected;
  private final AtomicBoolean draining = new AtomicBoolean();

  /**
   * Is ready as long as a check does not throw.
   *
   * @param check such as {@code Database::ping}; throws a {@link StoreException} if not
   */
  public Readiness(Runnable check) {
    this(check, () -> true);
  }

  /**
   * Is ready as long as a check does not throw, and it can be reached.
   *
   * @param check as for the other
   * @param isConnected whether those who would be sent here can get here
   */
  public Readiness(Runnable check, BooleanSupplier isConnected) {
    this.check = check;
    this.isConnected = isConnected;
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
      return isConnected.getAsBoolean() ? State.READY : State.UNAVAILABLE;
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
    /** Its memory doesn't answer, or nobody can reach it. */
    UNAVAILABLE
  }
}
