package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All that the coach can say where more than one person reads: sentences that hold nothing of
 * anybody.
 */
public enum Notice {
  /** Whoever called it finds the answer in their own chat. */
  WRITTEN_PRIVATELY("I've written to you privately."),

  /** It knows no chat with whoever called it. */
  HOW_TO_REACH_ME(
      "I answer in private only. Add me under Apps, open our chat, and say it there once more.");

  private final String text;

  Notice(String text) {
    this.text = text;
  }

  /** A message that says it. */
  public ObjectNode message() {
    return Json.object().put("type", "message").put("text", text);
  }
}
