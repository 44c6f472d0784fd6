package dev.pushback.followup;

import java.util.Locale;

/** Who has to do something. */
public enum Direction {
  /** The partner. */
  THEY_OWE,
  /** The person; as long as they do, asking the partner for other things is held (T-106). */
  YOU_OWE;

  /** The name it is stored under. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The direction with this id. */
  public static Direction byId(String id) {
    return id.equals(YOU_OWE.id()) ? YOU_OWE : THEY_OWE;
  }
}
