package dev.pushback.slack.web;

/** What came of an answer. */
public enum Responded {
  /** It is shown. */
  SHOWN,
  /** Too late (30 minutes), or too many (5): it needs another way, such as a message. */
  TOO_LATE,
  /** Nobody knows. */
  UNSURE,
  /** It isn't shown. */
  FAILED
}
