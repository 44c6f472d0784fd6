package dev.pushback.operating;

import java.util.Locale;

/**
 * What the doctor found.
 *
 * @param level how bad it is
 * @param subject what was looked at
 * @param text what was found, and how to mend it
 */
public record Finding(Level level, String subject, String text) {

  /** How bad something is. */
  public enum Level {
    /** It is as it should be. */
    OK,
    /** It works, and somebody should look at it. */
    WARN,
    /** It doesn't work. */
    FAIL
  }

  static Finding ok(String subject, String text) {
    return new Finding(Level.OK, subject, text);
  }

  static Finding warn(String subject, String text) {
    return new Finding(Level.WARN, subject, text);
  }

  static Finding fail(String subject, String text) {
    return new Finding(Level.FAIL, subject, text);
  }

  /** As a line: {@code FAIL database …}. */
  public String line() {
    String shown = level == Level.FAIL ? "FAIL" : level.name().toLowerCase(Locale.ROOT);
    return "%-4s  %-10s  %s".formatted(shown, subject, text);
  }
}
