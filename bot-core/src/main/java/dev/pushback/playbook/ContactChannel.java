package dev.pushback.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a partner is asked. */
public enum ContactChannel {
  /** A letter or an e-mail. */
  EMAIL,
  /** A channel both sides read. */
  SHARED_CHANNEL,
  /** A message to one person. */
  DIRECT_MESSAGE,
  /** A call. */
  PHONE,
  /** A form or a ticket. */
  PORTAL;

  /** The name used in files and answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The channel with this id, if there is one. */
  public static Optional<ContactChannel> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
