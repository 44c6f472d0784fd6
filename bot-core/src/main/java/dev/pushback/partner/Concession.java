package dev.pushback.partner;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that was got from a partner, or given to them.
 *
 * @param direction who gave it
 * @param what in the person's words: "10% off the room rate"
 * @param kind one of the kinds in ledger.yaml: discount, speed, notice, …
 * @param size how much it was
 * @param weight whether it is usual in that trade (T-094)
 * @param cost what it costs the one who gave it; a guess that the person may correct
 * @param on when
 * @param reason why it was given, if known
 */
public record Concession(
    Direction direction,
    String what,
    String kind,
    Size size,
    Weight weight,
    Cost cost,
    LocalDate on,
    Optional<String> reason) {

  /** Who gave it. */
  public enum Direction {
    /** They gave it to us. */
    GOT,
    /** We gave it to them. */
    GAVE
  }

  /** Whether it is usual in that trade. */
  public enum Weight {
    /** Most customers get it. */
    STANDARD,
    /** A favour. */
    SPECIAL;

    /** The name used in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it costs the one who gives it. */
  public enum Cost {
    LOW,
    MEDIUM,
    HIGH;

    /** The name used in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How much it was. It helps to guess the weight; the verdict itself doesn't use it.
   *
   * @param unit in what it is measured
   * @param value 0 to 100 percent, or 1 (hardly anything) to 5 (very much)
   */
  public record Size(Unit unit, double value) {
    /** The middle of the scale, when nothing is known. */
    public static final Size UNKNOWN = new Size(Unit.SCALE, 3);

    /** In what it is measured. */
    public enum Unit {
      PERCENT,
      SCALE
    }

    /** Checks the range. */
    public Size {
      boolean fits = unit == Unit.PERCENT ? value >= 0 && value <= 100 : value >= 1 && value <= 5;
      if (!fits) {
        throw new IllegalArgumentException(value + " is no size in " + unit);
      }
    }

    /** So many percent. */
    public static Size percent(double value) {
      return new Size(Unit.PERCENT, value);
    }
  }

  /** Checks that it is named. */
  public Concession {
    if (what.isBlank() || kind.isBlank()) {
      throw new IllegalArgumentException("a concession says what it was");
    }
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "something " + direction + ", " + weight + ", on " + on;
  }

  /** The same, corrected by the person. */
  public Concession withWeight(Weight corrected) {
    return new Concession(direction, what, kind, size, corrected, cost, on, reason);
  }

  /** The same, corrected by the person. */
  public Concession withCost(Cost corrected) {
    return new Concession(direction, what, kind, size, weight, corrected, on, reason);
  }
}
