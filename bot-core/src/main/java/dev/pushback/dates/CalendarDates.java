package dev.pushback.dates;

import dev.pushback.dates.DateReading.Ambiguous;
import dev.pushback.dates.DateReading.Impossible;
import dev.pushback.dates.DateReading.On;
import dev.pushback.dates.DateReading.Past;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days that are named by their numbers: 31/12, 15.06., 2026-02-30, 8 August, Wednesday 14th.
 *
 * <p>Without a year the next such day is meant, unless the last one was less than a month ago: then
 * somebody speaks of a day that is over.
 */
final class CalendarDates {
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern NUMERIC =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2})?)?");
  private static final Pattern NAMED =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?(" + Names.MONTH + ")[ .,-]*(\\d{4}|\\d{2})?");
  private static final Pattern NAMED_MONTH_FIRST =
      Pattern.compile("(" + Names.MONTH + ")[ .-]*(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?[ ,]*(\\d{4})?");
  private static final Pattern OF_MONTH =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)(?: (?:of )?(this|next)? ?month)?");
  private static final Pattern WITH_WEEKDAY =
      Pattern.compile("(" + Names.WEEKDAY + ")[ .,]+(\\d.*|" + Names.MONTH + " \\d.*)");

  private static final int CENTURY = 2000;
  private static final int MONTHS = 12;

  /**
   * How far ahead a day of the month is looked for that is the right day of the week, in months.
   */
  private static final int LOOK_AHEAD = 2;

  private final DayMonth order;
  private final LocalDate today;

  CalendarDates(DayMonth order, LocalDate today) {
    this.order = order;
    this.today = today;
  }

  Optional<DateReading> read(String plain) {
    Matcher withWeekday = WITH_WEEKDAY.matcher(plain);
    if (withWeekday.matches()) {
      return withWeekday(withWeekday.group(1), withWeekday.group(2));
    }
    Matcher iso = ISO.matcher(plain);
    if (iso.matches()) {
      return Optional.of(exact(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
    }
    Matcher numeric = NUMERIC.matcher(plain);
    if (numeric.matches()) {
      return numeric(numeric);
    }
    Matcher named = NAMED.matcher(plain);
    if (named.matches()) {
      return Optional.of(
          named(number(named.group(1)), Names.month(named.group(2)), year(named.group(3))));
    }
    Matcher monthFirst = NAMED_MONTH_FIRST.matcher(plain);
    if (monthFirst.matches()) {
      return Optional.of(
          named(
              number(monthFirst.group(2)),
              Names.month(monthFirst.group(1)),
              year(monthFirst.group(3))));
    }
    Matcher ofMonth = OF_MONTH.matcher(plain);
    if (ofMonth.matches()) {
      boolean next = "next".equals(ofMonth.group(2));
      return Optional.of(ofMonth(number(ofMonth.group(1)), next));
    }
    return Optional.empty();
  }

  /** "Wednesday 14th": the next 14th that is one, or both days if they do not fit. */
  private Optional<DateReading> withWeekday(String weekday, String rest) {
    Optional<DateReading> date = read(rest).or(() -> read(rest + "th"));
    if (date.isPresent() && date.get() instanceof On on) {
      LocalDate said = on.date();
      var name = Names.weekday(weekday);
      boolean monthOpen = OF_MONTH.matcher(rest).matches() || rest.matches("\\d+");
      for (int months = 0; monthOpen && months <= LOOK_AHEAD; months++) {
        LocalDate later = said.plusMonths(months);
        if (later.getDayOfWeek() == name && later.getDayOfMonth() == said.getDayOfMonth()) {
          return Optional.of(On.day(later));
        }
      }
      if (said.getDayOfWeek() != name) {
        LocalDate from = monthOpen ? today : said.minusDays(4);
        return Optional.of(new Ambiguous(List.of(said, from.with(TemporalAdjusters.next(name)))));
      }
    }
    if (date.isPresent() && date.get() instanceof Ambiguous both) {
      List<LocalDate> fitting =
          both.options().stream()
              .filter(one -> one.getDayOfWeek() == Names.weekday(weekday))
              .toList();
      return fitting.size() == 1 ? Optional.of(On.day(fitting.get(0))) : date;
    }
    return date;
  }

  private Optional<DateReading> numeric(Matcher parts) {
    int first = number(parts.group(1));
    int second = number(parts.group(3));
    Optional<Integer> year = year(parts.group(4));
    boolean dayFirst = parts.group(2).equals(".") || order == DayMonth.DAY_FIRST;
    if (first > MONTHS && second > MONTHS) {
      return Optional.of(new Impossible("there is no month " + second));
    }
    if (first == second || second > MONTHS || first > MONTHS) {
      return Optional.of(
          second > MONTHS ? numbered(second, first, year) : numbered(first, second, year));
    }
    if (dayFirst || order == DayMonth.MONTH_FIRST) {
      return Optional.of(dayFirst ? numbered(first, second, year) : numbered(second, first, year));
    }
    return Optional.of(either(numbered(first, second, year), numbered(second, first, year)));
  }

  private DateReading numbered(int day, int month, Optional<Integer> year) {
    return month < 1
        ? new Impossible("there is no month " + month)
        : named(day, Month.of(month), year);
  }

  /** Both, unless only one is still to come. */
  private static DateReading either(DateReading one, DateReading other) {
    List<LocalDate> toCome =
        Stream.of(one, other)
            .filter(On.class::isInstance)
            .map(On.class::cast)
            .map(On::date)
            .toList();
    if (toCome.size() == 2) {
      return new Ambiguous(toCome);
    }
    return one instanceof On || !(other instanceof On) ? one : other;
  }

  private DateReading named(int day, Month month, Optional<Integer> year) {
    if (day < 1 || day > month.maxLength()) {
      return new Impossible("there is no " + day + " " + Names.written(month));
    }
    if (year.isPresent()) {
      return exact(year.get(), month.getValue(), day);
    }
    for (int ahead = 0; ahead <= 1; ahead++) {
      YearMonth in = YearMonth.of(today.getYear() + ahead, month);
      if (in.isValidDay(day)) {
        LocalDate date = in.atDay(day);
        if (date.isBefore(today) && !date.isBefore(today.minusMonths(1))) {
          return new Past(date);
        }
        if (!date.isBefore(today)) {
          // In January, "30 December" is a month ago at most, too.
          LocalDate before = date.minusYears(1);
          return ahead == 0 && before.isBefore(today) && before.isAfter(today.minusMonths(1))
              ? new Past(before)
              : On.day(date);
        }
      }
    }
    return new Impossible("there is no 29 February in " + (today.getYear() + 1));
  }

  private DateReading exact(int year, int month, int day) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return date.isBefore(today) ? new Past(date) : On.day(date);
    } catch (DateTimeException e) {
      return new Impossible(
          month < 1 || month > MONTHS
              ? "there is no month " + month
              : "there is no " + day + " " + Names.written(Month.of(month)) + " " + year);
    }
  }

  private DateReading ofMonth(int day, boolean nextMonth) {
    if (day < 1 || day > 31) {
      return new Impossible("no month has a day " + day);
    }
    YearMonth month = YearMonth.from(today).plusMonths(nextMonth ? 1 : 0);
    while (!month.isValidDay(day) || month.atDay(day).isBefore(today)) {
      month = month.plusMonths(1);
    }
    return On.day(month.atDay(day));
  }

  private static Optional<Integer> year(@org.jspecify.annotations.Nullable String digits) {
    return Optional.ofNullable(digits)
        .map(Integer::parseInt)
        .map(year -> year < 100 ? CENTURY + year : year);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
