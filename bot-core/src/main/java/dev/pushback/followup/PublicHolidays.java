package dev.pushback.followup;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Public holidays of a country or of one of its parts. The only class that knows Jollyday; what it
 * says is kept by year. Safe for use by many threads.
 */
public final class PublicHolidays {
  /** Nobody's calendar: no holidays at all. */
  public static final PublicHolidays NONE = new PublicHolidays("", new String[0]);

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int MOST_YEARS = 300;

  private final String country;
  private final String[] part;
  private final Map<Integer, List<LocalDate>> years = new ConcurrentHashMap<>();

  private PublicHolidays(String country, String[] part) {
    this.country = country;
    this.part = part;
  }

  /**
   * The holidays of a country.
   *
   * @param code an ISO 3166 code, such as {@code DE}, or one of a part, such as {@code DE-BY};
   *     empty when there is no such country. A country of which no holidays are known has none
   */
  public static Optional<PublicHolidays> of(String code) {
    String[] words = code.strip().toUpperCase(Locale.ROOT).split("-", -1);
    if (words.length > 3 || !COUNTRIES.contains(words[0])) {
      return Optional.empty();
    }
    if (!Known.CODES.contains(words[0])) {
      return Optional.of(new PublicHolidays(words[0], new String[0]));
    }
    String[] part =
        Arrays.stream(words)
            .skip(1)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    if (part.length > 0 && !hasPart(words[0], part[0])) {
      return Optional.empty();
    }
    return Optional.of(new PublicHolidays(words[0], part));
  }

  private static boolean hasPart(String country, String part) {
    return manager(country).getCalendarHierarchy().getChildren().containsKey(part);
  }

  /** The country's ISO 3166 code; empty for nobody's calendar. */
  public String country() {
    return country;
  }

  /** The holidays of a year, in order. One that is moved off a weekend counts on both days. */
  List<LocalDate> in(int year) {
    List<LocalDate> known = years.get(year);
    if (known != null) {
      return known;
    }
    if (years.size() > MOST_YEARS) {
      years.clear();
    }
    List<LocalDate> found = find(year);
    years.put(year, found);
    return found;
  }

  private List<LocalDate> find(int year) {
    if (!Known.CODES.contains(country)) {
      return List.of();
    }
    return holidays(year).stream()
        .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
        .flatMap(
            holiday ->
                Stream.concat(
                    Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream()))
        .filter(date -> date.getYear() == year)
        .sorted()
        .distinct()
        .toList();
  }

  private Set<Holiday> holidays(int year) {
    synchronized (PublicHolidays.class) {
      return manager(country).getHolidays(Year.of(year), part);
    }
  }

  /**
   * One thread at a time: two that ask Jollyday for the first time together find each other's
   * service loader half read.
   */
  private static HolidayManager manager(String country) {
    synchronized (PublicHolidays.class) {
      return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
  }

  /** Loaded with the first country, since listing the codes takes a moment. */
  private static final class Known {
    static final Set<String> CODES = Set.copyOf(HolidayManager.getSupportedCalendarCodes());
  }
}
