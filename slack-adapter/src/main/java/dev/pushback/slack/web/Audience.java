package dev.pushback.slack.web;

/** Who is around where somebody called the coach. */
public enum Audience {
  /** Everybody of the workspace may join. */
  INTERNAL(true),
  /** Those who were invited, all of the organisation. */
  PRIVATE(true),
  /** One person and the coach. */
  DIRECT(true),
  /** Several workspaces of one organisation. */
  ORG_SHARED(true),
  /** People of another organisation, or they are invited. */
  EXTERNAL(false),
  /** Slack didn't say. */
  UNKNOWN(false);

  private final boolean inPlace;

  Audience(boolean inPlace) {
    this.inPlace = inPlace;
  }

  /**
   * Whether the coach may answer there, for the eyes of the caller alone; otherwise it takes a
   * window or a message of its own.
   */
  public boolean allowsInPlace() {
    return inPlace;
  }
}
