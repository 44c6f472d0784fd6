package dev.pushback.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the person will send the words. */
public enum Channel {
  /** Short, without greeting. */
  CHAT,
  /** With greeting, paragraphs and a closing. */
  EMAIL;

  /** The name used in commands and answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel with this id, if there is one. */
  public static Optional<Channel> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
