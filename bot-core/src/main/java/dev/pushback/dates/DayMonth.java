package dev.pushback.dates;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which comes first where a day and a month are both written as numbers, as in 04/05. */
public enum DayMonth {
  DAY_FIRST,
  MONTH_FIRST,
  UNKNOWN;

  /** Where the month comes first (Unicode CLDR, short date formats of English locales). */
  private static final Set<String> MONTH_FIRST_IN =
      Set.of("US", "PH", "PW", "GU", "PR", "AS", "MH", "FM", "VI", "MP", "UM");

  /** Where both are in everyday use. */
  private static final Set<String> BOTH_IN = Set.of("CA", "KE", "GH", "ZA");

  /** What is usual in a country; unknown if no country is given. */
  public static DayMonth in(Optional<String> country) {
    if (country.isEmpty()) {
      return UNKNOWN;
    }
    String code = country.get().toUpperCase(Locale.ROOT);
    if (BOTH_IN.contains(code)) {
      return UNKNOWN;
    }
    return MONTH_FIRST_IN.contains(code) ? MONTH_FIRST : DAY_FIRST;
  }
}
