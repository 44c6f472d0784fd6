package dev.pushback.nudge;

/** What a nudge went through; told to whoever watches, for figures and for tests. */
public enum Step {
  /** It is written down that a try begins. */
  BEGUN,
  /** The platform answered, or didn't. */
  TRIED,
  /** Written down: it arrived. */
  SENT,
  /** Written down: to be tried again. */
  PUT_OFF,
  /** Written down: it may have arrived, and will be looked up. */
  IN_DOUBT,
  /** Written down: nobody can tell. */
  UNKNOWN,
  /** Written down: refused for good, and parked. */
  PARKED
}
