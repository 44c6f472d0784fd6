package dev.pushback.people;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the coach knows about a person it speaks with.
 *
 * @param name as the platform shows it; may be empty
 * @param zone where their clock is; none if neither they nor the platform said so
 * @param country ISO 3166 code, for public holidays
 * @param dayFrom before this nothing is brought up
 * @param dayTo and nothing after it
 */
public record Profile(
    String name,
    Optional<ZoneId> zone,
    Optional<String> country,
    LocalTime dayFrom,
    LocalTime dayTo) {

  /** Nobody has told anything yet: office hours, and nothing else known. */
  public static final Profile UNKNOWN =
      new Profile("", Optional.empty(), Optional.empty(), LocalTime.of(9, 0), LocalTime.of(17, 0));

  /** Checks that there is a day between the two times. */
  public Profile {
    if (!dayFrom.isBefore(dayTo)) {
      throw new IllegalArgumentException("the day must begin before it ends");
    }
  }

  /** The same with another name. */
  public Profile withName(String other) {
    return new Profile(other, zone, country, dayFrom, dayTo);
  }

  /** The same in another zone. */
  public Profile withZone(ZoneId other) {
    return new Profile(name, Optional.of(other), country, dayFrom, dayTo);
  }

  /** The same in another country. */
  public Profile withCountry(String other) {
    return new Profile(name, zone, Optional.of(other), dayFrom, dayTo);
  }

  /** The same with other hours. */
  public Profile withHours(LocalTime from, LocalTime to) {
    return new Profile(name, zone, country, from, to);
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "profile";
  }
}
