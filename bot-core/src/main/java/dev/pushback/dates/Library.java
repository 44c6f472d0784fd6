package dev.pushback.dates;

import dev.pushback.dates.DateReading.On;
import dev.pushback.dates.DateReading.Past;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.natty.DateGroup;
import org.natty.Parser;

/**
 * What Natty knows: tomorrow, in ten days, Christmas, the first Friday in December. It finds dates
 * in any text and leaves the rest, so that it reads "Friday week" as Friday; it is believed only if
 * it used every word. It is loaded when it is first asked.
 */
final class Library {
  /** Natty would not survive it. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5}");

  private Library() {}

  /** Reads words of which nothing else could make sense. */
  static Optional<DateReading> read(String plain, LocalDateTime now) {
    if (plain.isEmpty()
        || plain.chars().noneMatch(Character::isLetter)
        || LONG_NUMBER.matcher(plain).find()) {
      return Optional.empty();
    }
    // Local time dressed up as UTC, so that no change of clocks comes between.
    Instant reference = now.toInstant(ZoneOffset.UTC);
    List<DateGroup> groups =
        new Parser(TimeZone.getTimeZone("UTC")).parse(plain, Date.from(reference));
    if (groups.size() != 1
        || !groups.get(0).getText().toLowerCase(Locale.ROOT).equals(plain)
        || groups.get(0).getDates().size() != 1) {
      return Optional.empty();
    }
    DateGroup group = groups.get(0);
    LocalDateTime found =
        LocalDateTime.ofInstant(group.getDates().get(0).toInstant(), ZoneOffset.UTC);
    LocalDate date = found.toLocalDate();
    if (date.isBefore(now.toLocalDate())) {
      return Optional.of(new Past(date));
    }
    Optional<LocalTime> time =
        group.isTimeInferred() ? Optional.empty() : Optional.of(found.toLocalTime());
    return Optional.of(new On(date, time));
  }
}
