package dev.pushback.slack;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Who may share with colleagues, and so see their names: those who belong to the organisation. A
 * guest of the workspace is often the partner.
 *
 * @param isInsider asks Slack; whoever it doesn't know isn't one
 */
record ShareGate(Predicate<Speaker> isInsider) {
  /** For guests. */
  static final Reply CLOSED =
      new Reply(
          Card.of(
              "Sharing is for members",
              "Thoughts are shared among members of the workspace. You're its guest, or Slack doesn't"
                  + " say just now; everything else works for you all the same."),
          false);

  /** Whether somebody wants to share something. */
  static boolean concerns(String text) {
    return text.strip().toLowerCase(Locale.ROOT).matches("(?s)share\\b.*");
  }

  /** Whether they may say this. */
  boolean lets(Speaker who, String text) {
    return !concerns(text) || isInsider.test(who);
  }
}
