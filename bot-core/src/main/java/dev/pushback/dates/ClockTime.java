package dev.pushback.dates;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of day in some words, and the words without it.
 *
 * @param time the time, if one was said
 * @param rest the other words
 */
record ClockTime(Optional<LocalTime> time, String rest) {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d./-])(?:at )?(?:(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)|(\\d{1,2}):(\\d{2})"
              + "|(?<=at )(\\d{1,2})(?:[.](\\d{2}))?|(\\d{1,2}) o'clock"
              + "|(?<=day )(\\d{1,2})(?:h|[.](1[3-9]|[2-5]\\d|00))|(?<=(?:today|tomorrow) )(\\d{1,2}))"
              + "(?![\\d./-]|\\w| (?:day|week|month|working))");

  /** Before this hour nobody means the night. */
  private static final int EARLIEST = 8;

  private static final int NOON = 12;

  static ClockTime of(String plain) {
    Matcher matcher = TIME.matcher(plain);
    if (!matcher.find()) {
      return new ClockTime(Optional.empty(), plain);
    }
    Optional<LocalTime> time = time(matcher.toMatchResult());
    String before = plain.substring(0, matcher.start()).replaceFirst("\\bat\\s*$", "");
    String rest = (before + " " + plain.substring(matcher.end())).replaceAll("\\s+", " ").strip();
    // "friday at 17:00" and "eod" say it twice at most; the first one counts.
    String once = time.isPresent() ? of(rest).rest() : plain;
    return new ClockTime(time, once);
  }

  private static Optional<LocalTime> time(MatchResult found) {
    int hour = -1;
    int minute = 0;
    for (int group : new int[] {1, 4, 6, 8, 9, 11}) {
      hour = found.group(group) == null ? hour : Integer.parseInt(found.group(group));
    }
    for (int group : new int[] {2, 5, 7, 10}) {
      minute = found.group(group) == null ? minute : Integer.parseInt(found.group(group));
    }
    String half = found.group(3);
    if (half != null) {
      boolean fits = hour >= 1 && hour <= NOON;
      hour = fits ? hour % NOON + (half.equals("pm") ? NOON : 0) : -1;
    } else if (found.group(4) == null && hour > 0 && hour < EARLIEST) {
      hour += NOON;
    }
    return hour < 0 || hour > 23 || minute > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour, minute));
  }
}
