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

  /** Whether it is about a matter on which one pushes; not about people or how it ends. */
  public boolean isPush() {
    return this == MONEY || this == TIME || this == WORK;
  }

  /** The name used in files and answers, such as {@code time}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
