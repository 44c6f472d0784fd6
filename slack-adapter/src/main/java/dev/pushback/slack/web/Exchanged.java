package dev.pushback.slack.web;

import java.util.Set;

/** What came of exchanging the code that Slack gives out at an installation. */
public sealed interface Exchanged {
  /**
   * The coach is installed.
   *
   * @param tenant where: {@code slack:} and the workspace
   * @param botToken lets the coach act there; secret
   * @param botUserId who the coach is there
   * @param installedBy the id of the person who did it
   * @param scopes what it may do
   */
  record Installed(
      String tenant, String botToken, String botUserId, String installedBy, Set<String> scopes)
      implements Exchanged {
    /** Copies. */
    public Installed {
      scopes = Set.copyOf(scopes);
    }

    /** Not the token. */
    @Override
    public String toString() {
      return "Installed[" + tenant + "]";
    }
  }

  /**
   * Slack says no: the code is used up, too old, or not ours. Or the coach does, because it can't
   * work with what Slack gave.
   *
   * @param code Slack's word, or ours: {@code token-rotation}, {@code whole-organisation}
   */
  record Refused(String code) implements Exchanged {}

  /**
   * Slack wasn't reached, or its reply was lost. A code works once, so the person begins anew.
   *
   * @param code what happened
   */
  record Failed(String code) implements Exchanged {}
}
