package dev.pushback.situation;

import java.util.List;
import java.util.Optional;

/**
 * The words of a message that say who and what it is about. All are taken over as written.
 *
 * @param partner the outside party
 * @param want what we want
 * @param theyWant what the partner wants or did
 * @param reason our reason, or the fact we lean on
 * @param amounts money, percentages, counts
 * @param dates days, deadlines, durations, frequencies
 */
public record Slots(
    Optional<Slot> partner,
    Optional<Slot> want,
    Optional<Slot> theyWant,
    Optional<Slot> reason,
    List<Slot> amounts,
    List<Slot> dates) {

  /** No slot at all. */
  public static final Slots NONE =
      new Slots(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  /** Copies the lists. */
  public Slots {
    amounts = List.copyOf(amounts);
    dates = List.copyOf(dates);
  }
}
