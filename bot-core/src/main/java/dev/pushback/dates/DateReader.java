package dev.pushback.dates;

import dev.pushback.dates.DateReading.Ambiguous;
import dev.pushback.dates.DateReading.None;
import dev.pushback.dates.DateReading.On;
import dev.pushback.dates.DateReading.Past;
import dev.pushback.dates.DateReading.Repeating;
import dev.pushback.dates.DateReading.Vague;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which day some words mean. The words are first put plainly by {@link DateWords}; then days
 * named by numbers, ends and beginnings, days of the week and lengths are read with the JDK's
 * calendar, and all else by a library. Pure and deterministic; safe for use by many threads.
 */
public final class DateReader {
  /** Longer words are a story. */
  private static final int LONGEST = 100;

  private static final int DEEPEST = 4;
  private static final Pattern EVERY = Pattern.compile("(?:(.+?) )?(?:of )?every (.+)");
  private static final Pattern UNIT =
      Pattern.compile("(?:working )?(day|week|month|quarter|year)s?");
  private static final Pattern FROM =
      Pattern.compile("(?:in )?(" + Lengths.LENGTH + ") (from|after|before) (.+)");
  private static final Pattern LENGTH = Pattern.compile("(?:in )?(" + Lengths.LENGTH + ")");
  private static final Pattern WEEK_AFTER =
      Pattern.compile("(" + Names.WEEKDAY + "|today|tomorrow) (?:(\\d+) )?(weeks?)");
  private static final Pattern WEEK_BEFORE =
      Pattern.compile("(\\d+) (weeks?) (" + Names.WEEKDAY + "|today|tomorrow)");
  private static final Pattern BESIDE = Pattern.compile("(before|after) (.+)");
  private static final Pattern WEEK_OF = Pattern.compile("(?:in )?week of (.+)");

  private final DateWords words;
  private final DayMonth order;
  private final Lengths lengths;

  /**
   * @param words colloquial forms and what they mean
   * @param order which comes first in 04/05
   * @param workingDay whether people work on a day
   */
  public DateReader(DateWords words, DayMonth order, Predicate<LocalDate> workingDay) {
    this.words = words;
    this.order = order;
    this.lengths = new Lengths(workingDay);
  }

  /** Monday to Friday. */
  public static boolean isWeekday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  /** The same reader for a person for whom day and month come in this order. */
  public DateReader with(DayMonth otherOrder) {
    return new DateReader(words, otherOrder, lengths.workingDay());
  }

  /**
   * Reads words that are about a date, such as "by Friday week".
   *
   * @param said the words
   * @param now when they were said
   * @param zone where
   */
  public DateReading read(String said, Instant now, ZoneId zone) {
    String bare = DateWords.bare(said);
    if (bare.isEmpty() || words.isNever(bare)) {
      return new None();
    }
    if (bare.length() > LONGEST || words.isVague(bare)) {
      return new Vague(said.strip());
    }
    ZonedDateTime here = now.atZone(zone);
    String plain = Lengths.longerOfRange(words.plain(bare));
    if (words.isNever(plain)) {
      return new None();
    }
    Optional<DateReading> hours = Lengths.hours(plain, here, zone);
    if (hours.isPresent()) {
      return hours.get();
    }
    ClockTime clock = ClockTime.of(plain);
    if (clock.rest().isEmpty() && clock.time().isPresent()) {
      boolean over = !clock.time().get().isAfter(here.toLocalTime());
      return new On(here.toLocalDate().plusDays(over ? 1 : 0), clock.time());
    }
    return day(clock.rest(), here, 0)
        .map(reading -> at(clock.time(), reading))
        .map(reading -> inTheirWords(reading, bare))
        .orElseGet(() -> new Vague(said.strip()));
  }

  private static DateReading at(Optional<LocalTime> time, DateReading reading) {
    return time.isPresent() && reading instanceof On on ? new On(on.date(), time) : reading;
  }

  private static DateReading inTheirWords(DateReading reading, String bare) {
    return reading instanceof Repeating often ? new Repeating(often.first(), bare) : reading;
  }

  private Optional<DateReading> day(String plain, ZonedDateTime now, int depth) {
    LocalDate today = now.toLocalDate();
    if (depth > DEEPEST || plain.isEmpty()) {
      return Optional.empty();
    }
    return repeating(plain, now, depth)
        .or(() -> new CalendarDates(order, today).read(plain))
        .or(() -> new Weekdays(today).read(plain))
        .or(() -> new Stretches(today).read(plain))
        .or(() -> shifted(plain, now, depth))
        .or(() -> Library.read(plain.replaceFirst("^in (?=\\D)", ""), now.toLocalDateTime()));
  }

  private Optional<DateReading> repeating(String plain, ZonedDateTime now, int depth) {
    Matcher every = EVERY.matcher(plain);
    if (!every.matches()) {
      return Optional.empty();
    }
    String unit = every.group(2);
    String day = Optional.ofNullable(every.group(1)).orElse("");
    String of = day.isEmpty() ? day : day + " of " + unit;
    String first =
        !of.isEmpty()
            ? of.strip()
            : UNIT.matcher(unit).matches()
                ? length(unit)
                : unit.replaceFirst("^\\d+ (?=[^dwmy])", "");
    return Arrays.stream(first.split(" and ", -1))
        .flatMap(one -> day(one, now, depth + 1).stream())
        .filter(On.class::isInstance)
        .map(one -> ((On) one).date())
        .min(Comparator.naturalOrder())
        .map(date -> new Repeating(date, plain));
  }

  private static String length(String unit) {
    return unit.equals("quarter") ? "3 months" : "1 " + unit;
  }

  private Optional<DateReading> shifted(String plain, ZonedDateTime now, int depth) {
    LocalDate today = now.toLocalDate();
    Matcher alone = LENGTH.matcher(plain);
    if (alone.matches()) {
      return lengths.shift(today, alone.group(1), false).map(On::day);
    }
    Matcher from = FROM.matcher(plain);
    if (from.matches()) {
      boolean back = from.group(2).equals("before");
      return move(day(from.group(3), now, depth + 1), from.group(1), back, today);
    }
    Matcher after = WEEK_AFTER.matcher(plain);
    if (after.matches()) {
      String count = Optional.ofNullable(after.group(2)).orElse("1");
      return move(day(after.group(1), now, depth + 1), count + " weeks", false, today);
    }
    Matcher before = WEEK_BEFORE.matcher(plain);
    if (before.matches()) {
      return move(day(before.group(3), now, depth + 1), before.group(1) + " weeks", false, today);
    }
    Matcher weekOf = WEEK_OF.matcher(plain);
    if (weekOf.matches()) {
      return day(weekOf.group(1), now, depth + 1)
          .map(
              reading ->
                  reading instanceof On on ? On.day(on.date().with(DayOfWeek.FRIDAY)) : reading);
    }
    Matcher beside = BESIDE.matcher(plain);
    if (beside.matches()) {
      boolean back = beside.group(1).equals("before");
      return move(day(beside.group(2), now, depth + 1), "1 working day", back, today);
    }
    return Optional.empty();
  }

  /** The same reading, so much later or earlier. */
  private Optional<DateReading> move(
      Optional<DateReading> reading, String length, boolean back, LocalDate today) {
    return reading.map(
        one -> {
          if (one instanceof On on) {
            return moved(on.date(), length, back, today);
          }
          if (one instanceof Past past) {
            return moved(past.date(), length, back, today);
          }
          if (one instanceof Ambiguous several) {
            return new Ambiguous(
                several.options().stream()
                    .map(date -> lengths.shift(date, length, back).orElse(date))
                    .toList());
          }
          return one;
        });
  }

  private DateReading moved(LocalDate from, String length, boolean back, LocalDate today) {
    LocalDate date = lengths.shift(from, length, back).orElse(from);
    return date.isBefore(today) ? new Past(date) : On.day(date);
  }
}
