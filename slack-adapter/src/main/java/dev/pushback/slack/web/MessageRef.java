package dev.pushback.slack.web;

import java.util.Optional;

/**
 * What Slack calls a message. Written {@code D0123/1503435956.000247}, as in {@link
 * dev.pushback.nudge.Outcome.Sent#ref}.
 *
 * @param channel the conversation
 * @param ts the time, which within it is the name
 */
public record MessageRef(String channel, String ts) {
  /** Reads what {@link #toString} wrote. */
  public static Optional<MessageRef> parse(String ref) {
    int slash = ref.indexOf('/');
    return slash < 1 || slash == ref.length() - 1
        ? Optional.empty()
        : Optional.of(new MessageRef(ref.substring(0, slash), ref.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return channel + "/" + ts;
  }
}
