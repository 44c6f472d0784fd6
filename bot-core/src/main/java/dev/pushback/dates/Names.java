package dev.pushback.dates;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The English names of days and months, as the parts of patterns and back. */
final class Names {
  static final String WEEKDAY =
      "(?:" + Arrays.stream(DayOfWeek.values()).map(Names::lower).collect(joined()) + ")";
  static final String MONTH =
      "(?:" + Arrays.stream(Month.values()).map(Names::lower).collect(joined()) + ")";

  private Names() {}

  static DayOfWeek weekday(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static Month month(String name) {
    return Month.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** As it is written: "February". */
  static String written(Month month) {
    String name = month.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("|");
  }
}
