package dev.pushback.nudge;

/** Brings nudges to people on one platform. */
public interface Messenger {
  /**
   * Sends one, once: no repetition within, neither by a library. Everything that can fail without
   * sending (the token, the conversation) comes before the one request. An exception counts as
   * doubt.
   */
  Outcome send(Nudge nudge);

  /** Whether one arrived, of which nobody knows. Asked no sooner than a minute after the try. */
  Lookup find(Sought nudge);
}
