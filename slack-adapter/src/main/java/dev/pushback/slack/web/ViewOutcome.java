package dev.pushback.slack.web;

/** What came of showing a view. */
public sealed interface ViewOutcome {
  /**
   * It is shown.
   *
   * @param viewId to change it later
   * @param hash of this state of it, to notice that somebody else changed it
   */
  record Shown(String viewId, String hash) implements ViewOutcome {}

  /** What the person did is too long ago (3 seconds), or was answered already. */
  record Expired() implements ViewOutcome {}

  /** The view was closed, or changed meanwhile. */
  record Gone() implements ViewOutcome {}

  /**
   * It isn't shown, or nobody knows.
   *
   * @param code why, in Slack's word or ours: for the operator
   */
  record Failed(String code) implements ViewOutcome {}
}
