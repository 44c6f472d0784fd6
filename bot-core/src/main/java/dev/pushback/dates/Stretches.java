package dev.pushback.dates;

import dev.pushback.dates.DateReading.On;
import dev.pushback.dates.DateReading.Past;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days that are a place in a longer time: end of the month, mid next week, early June, end of Q1. A
 * time alone means its end, since it is said of something that is due; a week ends on Friday.
 */
final class Stretches {
  private static final Pattern STRETCH =
      Pattern.compile(
          "(?:(end|mid|early|late|later|start|in|during|first half)(?: of)?(?: in)? )?"
              + "(?:(this|next|last|after next) )?"
              + "(week|month|quarter|year|q[1-4]|h[12]|[12]\\d{3}|"
              + Names.MONTH
              + ")(?: (?:of )?(\\d{4}|next year|this year))?");
  private static final Pattern WEEK = Pattern.compile("(?:in )?week (\\d{1,2})(?: (\\d{4}))?");
  private static final Pattern WEEK_OF_MONTH =
      Pattern.compile("([1-4])(?:st|nd|rd|th) week (?:of|in) (" + Names.MONTH + ")");
  private static final Pattern FIRST_TO_FOURTH =
      Pattern.compile("\\b(first|second|third|fourth) (?=week )");

  private final LocalDate today;

  Stretches(LocalDate today) {
    this.today = today;
  }

  /** From a day to a day, both in it. */
  private record Stretch(LocalDate from, LocalDate to, String unit) {
    LocalDate at(String place) {
      return switch (place) {
        case "start" -> from;
        case "early" ->
            switch (unit) {
              case "week" -> from.plusDays(1);
              case "month" -> from.plusDays(9);
              default -> from.with(TemporalAdjusters.lastDayOfMonth());
            };
        case "mid", "first half" ->
            unit.equals("month")
                ? from.plusDays(14)
                : from.plusDays((to.toEpochDay() - from.toEpochDay()) / 2);
        default -> to;
      };
    }
  }

  Optional<DateReading> read(String plain) {
    Matcher week = WEEK.matcher(plain);
    if (week.matches()) {
      return week(Integer.parseInt(week.group(1)), week.group(2));
    }
    String counted =
        FIRST_TO_FOURTH
            .matcher(plain)
            .replaceAll(
                one ->
                    switch (one.group(1)) {
                      case "first" -> "1st ";
                      case "second" -> "2nd ";
                      case "third" -> "3rd ";
                      default -> "4th ";
                    });
    Matcher ofMonth = WEEK_OF_MONTH.matcher(counted);
    if (ofMonth.matches()) {
      Stretch month = month(Names.month(ofMonth.group(2)), Optional.empty());
      return toCome(month.from().plusDays(7L * Integer.parseInt(ofMonth.group(1)) - 1));
    }
    String inOrder = plain.replaceFirst("\\b(week|month) after next$", "after next $1");
    Matcher stretch = STRETCH.matcher(inOrder);
    if (!stretch.matches()) {
      return Optional.empty();
    }
    String place = stretch.group(1) == null ? "" : stretch.group(1);
    return toCome(date(place, stretch.group(2), stretch.group(3), stretch.group(4)));
  }

  private LocalDate date(String place, @Nullable String which, String unit, @Nullable String year) {
    Optional<Integer> inYear =
        Optional.ofNullable(year)
            .map(
                said ->
                    switch (said) {
                      case "next year" -> today.getYear() + 1;
                      case "this year" -> today.getYear();
                      default -> Integer.parseInt(said);
                    });
    int steps =
        which == null || which.equals("this")
            ? 0
            : which.equals("next") ? 1 : which.equals("last") ? -1 : 2;
    LocalDate date = stretch(unit, steps, inYear).at(place);
    boolean rolls = which == null && inYear.isEmpty() && !unit.matches("\\d+");
    return rolls && date.isBefore(today) ? stretch(unit, 1, inYear).at(place) : date;
  }

  /** So many of them ahead; a month or quarter by name is the next one that is not over. */
  private Stretch stretch(String unit, int ahead, Optional<Integer> year) {
    return switch (unit) {
      case "week" -> {
        LocalDate monday = today.with(DayOfWeek.MONDAY).plusWeeks(ahead);
        yield new Stretch(monday, monday.with(DayOfWeek.FRIDAY), "week");
      }
      case "month" -> months(today.plusMonths(ahead).withDayOfMonth(1), 1);
      case "quarter" -> {
        LocalDate from =
            today
                .withDayOfMonth(1)
                .minusMonths((today.getMonthValue() - 1) % 3)
                .plusMonths(3L * ahead);
        yield months(from, 3);
      }
      case "year" -> months(LocalDate.of(today.getYear() + ahead, 1, 1), 12);
      case "q1", "q2", "q3", "q4" -> named(3 * (unit.charAt(1) - '1') + 1, 3, ahead, year);
      case "h1", "h2" -> named(6 * (unit.charAt(1) - '1') + 1, 6, ahead, year);
      default ->
          Character.isDigit(unit.charAt(0))
              ? months(LocalDate.of(Integer.parseInt(unit), 1, 1), 12)
              : ahead == 0
                  ? month(Names.month(unit), year)
                  : named(Names.month(unit).getValue(), 1, 1, year);
    };
  }

  private Stretch month(Month month, Optional<Integer> year) {
    return named(month.getValue(), 1, 0, year);
  }

  private Stretch named(int firstMonth, int length, int ahead, Optional<Integer> year) {
    Stretch thisYear = months(LocalDate.of(year.orElse(today.getYear()), firstMonth, 1), length);
    boolean over = year.isEmpty() && thisYear.to().isBefore(today);
    int years = (over ? 1 : 0) + (ahead > 0 && !over ? 1 : 0);
    return months(thisYear.from().plusYears(years), length);
  }

  private static Stretch months(LocalDate from, int months) {
    return new Stretch(
        from, from.plusMonths(months).minusDays(1), months == 1 ? "month" : "longer");
  }

  private Optional<DateReading> week(int number, @Nullable String year) {
    int in = year == null ? today.get(IsoFields.WEEK_BASED_YEAR) : Integer.parseInt(year);
    LocalDate friday = friday(in, number);
    boolean over = year == null && friday.isBefore(today);
    return number < 1 || number > 53
        ? Optional.empty()
        : toCome(over ? friday(in + 1, number) : friday);
  }

  private static LocalDate friday(int year, int week) {
    return LocalDate.of(year, 1, 4).with(DayOfWeek.FRIDAY).plusWeeks(week - 1L);
  }

  private Optional<DateReading> toCome(LocalDate date) {
    return Optional.of(date.isBefore(today) ? new Past(date) : On.day(date));
  }
}
