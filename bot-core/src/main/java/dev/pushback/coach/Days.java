package dev.pushback.coach;

import dev.pushback.dates.DateReader;
import dev.pushback.dates.DateReading;
import dev.pushback.dates.DayMonth;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day a person means, or what to ask them. */
final class Days {
  private static final int MOST_YEARS = 2;
  private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");

  private final DateReader reader;
  private final Session session;

  Days(DateReader reader, Session session) {
    Optional<String> country = session.memory().people().profile().country();
    this.reader = country.isEmpty() ? reader : reader.with(DayMonth.in(country));
    this.session = session;
  }

  /**
   * What was found.
   *
   * @param day the day, if there is exactly one
   * @param choices the days it may be, if there are several
   * @param problem what is wrong, told to the person; empty if nothing is
   */
  record Found(Optional<LocalDate> day, List<LocalDate> choices, String problem) {
    static Found day(LocalDate day) {
      return new Found(Optional.of(day), List.of(), "");
    }

    static Found none(String problem) {
      return new Found(Optional.empty(), List.of(), problem);
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(session.now(), session.zone());
  }

  /** A day to come. */
  Found ahead(String words) {
    Found found = any(words);
    if (found.day().filter(day -> day.isBefore(today())).isPresent()) {
      return Found.none(Shown.day(found.day().get()) + " has passed.");
    }
    return found;
  }

  /** A day that has passed, or today; without a year, the last one. */
  Found past(String words) {
    Found found = any(words);
    return found
        .day()
        .filter(day -> day.isAfter(today()))
        .map(
            day ->
                YEAR.matcher(words).find()
                    ? Found.none(Shown.day(day) + " is still to come.")
                    : Found.day(day.minusYears(1)))
        .orElse(found);
  }

  /** A day to come or past. */
  Found any(String words) {
    DateReading reading = reader.read(words, session.now(), session.zone());
    if (reading instanceof DateReading.On on) {
      return within(on.date());
    }
    if (reading instanceof DateReading.Repeating again) {
      return within(again.first());
    }
    if (reading instanceof DateReading.Past past) {
      return within(past.date());
    }
    if (reading instanceof DateReading.Ambiguous several) {
      return new Found(Optional.empty(), several.options(), "");
    }
    if (reading instanceof DateReading.Impossible impossible) {
      String why = impossible.reason();
      return Found.none(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".");
    }
    return Found.none(
        words.isBlank()
            ? ""
            : "I can't tell which day \"" + Shown.shortened(words, 100) + "\" is.");
  }

  private Found within(LocalDate day) {
    boolean far =
        day.isAfter(today().plusYears(MOST_YEARS)) || day.isBefore(today().minusYears(MOST_YEARS));
    return far
        ? Found.none(
            Shown.day(day)
                + " is more than "
                + MOST_YEARS
                + " years away; that's further than I can sensibly remember a thing for you.")
        : Found.day(day);
  }
}
