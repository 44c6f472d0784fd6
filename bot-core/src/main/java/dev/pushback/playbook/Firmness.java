package dev.pushback.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How firm the words are. All of them are courteous (T-142). */
public enum Firmness {
  GENTLE,
  STEADY,
  FIRM;

  /** The name used in files and answers, such as {@code gentle}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The firmness with this id, if there is one. */
  public static Optional<Firmness> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }

  /** One step gentler; gentle stays gentle. */
  public Firmness softer() {
    return this == FIRM ? STEADY : GENTLE;
  }

  /** One step firmer; firm stays firm. */
  public Firmness firmer() {
    return this == GENTLE ? STEADY : FIRM;
  }
}
