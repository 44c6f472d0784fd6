package dev.pushback.slack;

/**
 * Where somebody typed or pressed something, and so where the answer may be shown to them alone.
 */
sealed interface Place {
  /**
   * A command typed in a conversation.
   *
   * @param channel the conversation; others may be around
   * @param responseUrl where a private answer may go
   * @param trigger opens a window, for three seconds
   */
  record Typed(String channel, String responseUrl, String trigger) implements Place {}

  /**
   * A button of a message.
   *
   * @param channel the conversation the message is in
   * @param isEphemeral whether only this person sees the message
   * @param responseUrl where a private answer may go
   * @param trigger opens a window, for three seconds
   */
  record Message(String channel, boolean isEphemeral, String responseUrl, String trigger)
      implements Place {}

  /**
   * A button of a window.
   *
   * @param viewId the window
   * @param trigger opens another on top of it, for three seconds
   */
  record Modal(String viewId, String trigger) implements Place {}

  /**
   * A window that says "one moment", its form being worked on.
   *
   * @param viewId the window
   */
  record Waiting(String viewId) implements Place {}

  /**
   * The person's own tab, or a shortcut: somewhere that an answer can't be shown.
   *
   * @param trigger opens a window, for three seconds
   * @param isHome whether the tab has to be shown anew afterwards
   */
  record Elsewhere(String trigger, boolean isHome) implements Place {}

  /**
   * Written to the coach itself.
   *
   * @param channel the conversation of the person and the coach
   */
  record Direct(String channel) implements Place {}
}
