package dev.pushback.slack.blockkit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button or a form says when it is pressed. It travels through Slack and back, so there is
 * nothing in it but verbs and ids that mean nothing elsewhere.
 *
 * @param about the id of the case it is about ({@link dev.pushback.chat.Reply#about()})
 * @param command what it says; may be empty
 */
public record Press(Optional<String> about, String command) {
  /** The longest value, in characters; Slack takes 2000 in a button. */
  static final int LONGEST = 2000;

  private static final Pattern ID = Pattern.compile("[\\w-]{1,100}");
  private static final char BORDER = '|';

  /** Checks the id, and that it fits. */
  public Press {
    about.ifPresent(
        id -> {
          if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of a case");
          }
        });
    if (about.map(String::length).orElse(0) + 1 + command.length() > LONGEST) {
      throw new IllegalArgumentException("a command of " + command.length() + " characters");
    }
  }

  /** What Slack carries: in a button's value, or in a form's private metadata. */
  public String value() {
    return about.orElse("") + BORDER + command;
  }

  /**
   * Reads what Slack carried.
   *
   * @return says nothing if it is something that {@link #value()} never wrote
   */
  public static Press parse(String value) {
    int border = value.indexOf(BORDER);
    if (border < 0 || value.length() > LONGEST) {
      return new Press(Optional.empty(), "");
    }
    String id = value.substring(0, border);
    String command = value.substring(border + 1);
    if (id.isEmpty()) {
      return new Press(Optional.empty(), command);
    }
    return ID.matcher(id).matches()
        ? new Press(Optional.of(id), command)
        : new Press(Optional.empty(), "");
  }
}
