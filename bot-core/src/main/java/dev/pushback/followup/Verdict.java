package dev.pushback.followup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The judgement about one more message at an instant.
 *
 * @param move what to do
 * @param politeFrom from when on a message is polite; always within working hours
 * @param overdueAt nine of ten answers are there by then
 * @param silenceAt hardly any answer comes after this
 * @param reasons everything that speaks against a message now, in the order of {@link ReasonId}
 * @param basis what is known of the partner
 * @param prior the row of the table
 * @param stillNormal the share of asks, 0 to 1, for which waiting this long is still normal
 * @param explanation a few sentences for the person
 */
public record Verdict(
    Move move,
    Instant politeFrom,
    Instant overdueAt,
    Instant silenceAt,
    List<Reason> reasons,
    Basis basis,
    Prior prior,
    double stillNormal,
    String explanation) {
  /** What to do. */
  public enum Move {
    /** Not now. */
    WAIT,
    /** A message is polite. */
    ASK,
    /** Another way or another person. */
    CHANGE_CHANNEL,
    /** Plan without it. */
    LET_GO;

    /** The name used in answers. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What can speak against a message. */
  public enum ReasonId {
    /** The last one is too recent. */
    TOO_SOON,
    /** There were too many. */
    TOO_MANY,
    /** It adds nothing. */
    EMPTY,
    /** They wait for us. */
    OWED,
    /** Nobody is at work there. */
    OFF_HOURS,
    /** A tender or quiet period. */
    BLACKOUT,
    /** They named a date that is still to come. */
    PROMISED,
    /** They are away, or just back. */
    OUT_OF_OFFICE;

    /** The name used in answers. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Something that speaks against a message now.
   *
   * @param id what
   * @param text a sentence for the person
   */
  public record Reason(ReasonId id, String text) {}

  /**
   * What is known of the partner, in working hours.
   *
   * @param seen how many asks it was learned from
   * @param medianHours half of the answers are there by then
   * @param q90Hours nine of ten are
   */
  public record Basis(int seen, double medianHours, double q90Hours) {}

  /**
   * The row of the table that was believed first.
   *
   * @param id its id
   * @param title in plain words
   */
  public record Prior(String id, String title) {}

  /** Copies. */
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** Whether this is among the reasons. */
  public boolean has(ReasonId id) {
    return reasons.stream().anyMatch(reason -> reason.id() == id);
  }
}
