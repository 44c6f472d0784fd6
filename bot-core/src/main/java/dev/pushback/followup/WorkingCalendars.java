package dev.pushback.followup;

import dev.pushback.playbook.WaitingRules;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Working calendars by place. Holidays are worked out once for each place. */
public final class WorkingCalendars {
  private final WaitingRules rules;
  private final Map<String, Optional<PublicHolidays>> holidays = new ConcurrentHashMap<>();

  /**
   * Calendars.
   *
   * @param rules with the weekends of countries
   */
  public WorkingCalendars(WaitingRules rules) {
    this.rules = rules;
  }

  /** A place of which only the zone is known: nine to five, Monday to Friday, no holidays. */
  public WorkingCalendar in(ZoneId zone) {
    return WorkingCalendar.in(zone);
  }

  /**
   * A place in a country, from nine to five.
   *
   * @param code ISO 3166, such as {@code SA} or {@code DE-BY}; empty when there is no such place
   */
  public Optional<WorkingCalendar> in(ZoneId zone, String code) {
    // Codes come from outside; only those that exist are kept.
    Optional<PublicHolidays> known = holidays.get(code);
    if (known == null) {
      known = PublicHolidays.of(code);
      if (known.isPresent()) {
        holidays.put(code, known);
      }
    }
    return known.map(
        days ->
            new WorkingCalendar(
                zone,
                rules.weekend(days.country()),
                days,
                WorkingCalendar.NINE,
                WorkingCalendar.FIVE));
  }
}
