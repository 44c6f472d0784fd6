package dev.pushback.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an answer leads: on to the next round, or to an end. */
public enum Lead {
  NEXT,
  YES,
  TRADE,
  PARK,
  BOSS_REPORT;

  /** The name used in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the path is over. */
  public boolean isEnd() {
    return this != NEXT;
  }

  static Optional<Lead> byId(String id) {
    return Arrays.stream(values()).filter(lead -> lead.id().equals(id)).findFirst();
  }
}
