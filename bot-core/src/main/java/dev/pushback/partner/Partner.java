package dev.pushback.partner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An outside party a person deals with.
 *
 * @param id opaque
 * @param name as the person calls them
 * @param kind id of partner-kinds.yaml
 * @param zone where their clock is; none: the person's own
 * @param country ISO 3166 code, for their public holidays; none: the person's own
 * @param outUntil out of office up to and including this day
 * @param quietUntil a tender or another quiet period lasts up to and including this day
 */
public record Partner(
    String id,
    String name,
    String kind,
    Optional<ZoneId> zone,
    Optional<String> country,
    Optional<LocalDate> outUntil,
    Optional<LocalDate> quietUntil) {

  /** Longest name, in characters. */
  public static final int LONGEST = 120;

  /** Checks the name. */
  public Partner {
    if (name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException("a partner's name has 1 to " + LONGEST + " characters");
    }
  }

  /** A partner of whom only the name and the kind are known. */
  public static Partner named(String id, String name, String kind) {
    return new Partner(
        id, name, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same of another kind. */
  public Partner withKind(String other) {
    return new Partner(id, name, other, zone, country, outUntil, quietUntil);
  }

  /** The same, out of office up to and including this day. */
  public Partner withOutUntil(Optional<LocalDate> day) {
    return new Partner(id, name, kind, zone, country, day, quietUntil);
  }

  /** The same, not to be written to up to and including this day. */
  public Partner withQuietUntil(Optional<LocalDate> day) {
    return new Partner(id, name, kind, zone, country, outUntil, day);
  }

  /** The same in another place. */
  public Partner in(Optional<ZoneId> otherZone, Optional<String> otherCountry) {
    return new Partner(id, name, kind, otherZone, otherCountry, outUntil, quietUntil);
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "partner " + id;
  }
}
