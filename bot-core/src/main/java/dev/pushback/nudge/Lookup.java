package dev.pushback.nudge;

/** What the platform says about a nudge that may have arrived. */
public sealed interface Lookup {
  /**
   * It did.
   *
   * @param ref what the platform calls it
   */
  record Found(String ref) implements Lookup {}

  /** It didn't, for sure; it is sent again. */
  record Missing() implements Lookup {}

  /** This platform can't be asked; nothing is sent again. */
  record CannotTell() implements Lookup {}

  /** It couldn't be asked just now. */
  record NotNow() implements Lookup {}
}
