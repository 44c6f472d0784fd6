package dev.pushback.slack.web;

/** Whether a bot token works. */
public sealed interface TokenCheck {
  /**
   * It does.
   *
   * @param tenant whose it is: {@code slack:} and the workspace
   * @param botUserId who the coach is there
   */
  record Works(String tenant, String botUserId) implements TokenCheck {}

  /**
   * Slack says it doesn't, or it is one that the coach can't work with.
   *
   * @param code Slack's word, or ours: {@code not-a-bot}, {@code whole-organisation}
   * @param reason a sentence for the operator
   */
  record Refused(String code, String reason) implements TokenCheck {}

  /**
   * Slack couldn't be asked; later it may work.
   *
   * @param code what happened
   * @param reason a sentence for the operator
   */
  record Unreachable(String code, String reason) implements TokenCheck {}
}
