package dev.pushback.coach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How days and long texts are shown. */
final class Shown {
  /** A line of a list. */
  static final int LINE = 300;

  /** A quote. */
  static final int TEXT = 500;

  /** A button. */
  static final int BUTTON = 60;

  /** A button that has to fit into a narrow window. */
  static final int NARROW = 44;

  private static final Pattern DETERMINED =
      Pattern.compile("(?:the|our|my|their|your|a|an|this|that|\\p{L}+['’]s) ");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);

  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

  private Shown() {}

  /** The zone by its name; "Z" is none that anybody knows. */
  static String zone(ZoneId zone) {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }

  static String day(Instant at, ZoneId zone) {
    return day(LocalDate.ofInstant(at, zone));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** With an article where a name needs one: "the hotel", but "Rivera". */
  static String named(String partner) {
    return Character.isLowerCase(partner.codePointAt(0)) && !DETERMINED.matcher(partner).lookingAt()
        ? "the " + partner
        : partner;
  }

  /** "20 May", as it is said in a sentence. */
  static String plainDay(LocalDate day) {
    return PLAIN.format(day);
  }

  /** No longer than this, on one line, never cut through a sign. */
  static String shortened(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= most) {
      return line;
    }
    int space = line.lastIndexOf(' ', most - 2);
    int end = space > most / 2 ? space : most - 2;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).strip() + " …";
  }

  /** The beginning, lines and all, never cut through a sign. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
