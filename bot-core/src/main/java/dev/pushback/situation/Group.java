package dev.pushback.situation;

import java.util.Locale;

/** What a situation is about, coarsely. */
public enum Group {
  TIME,
  MONEY,
  WORK,
  PEOPLE,
  ENDGAME,
  SELF,
  NONE;

  /** The name used in files and answers, such as {@code time}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
