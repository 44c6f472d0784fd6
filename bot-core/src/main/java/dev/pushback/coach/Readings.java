package dev.pushback.coach;

import dev.pushback.situation.Objection;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slots;
import java.util.List;
import java.util.Optional;

/** A text taken as a situation that the person chose, and not the reader. */
final class Readings {
  private Readings() {}

  /** The reading, as this situation. */
  static Reading as(Reading read, Situation chosen) {
    return read.situation() == chosen
        ? read
        : new Reading(
            read.text(), chosen, 1, List.of(), "", read.objection(), slots(read.slots(), chosen));
  }

  /**
   * How a case ended. What was wanted is not asked for again; what they wanted is what the person
   * gives in to.
   */
  static Reading ended(Reading read, Situation how) {
    return new Reading(
        read.text(), how, 1, List.of(), "", Objection.NONE, slots(read.slots(), how));
  }

  private static Slots slots(Slots slots, Situation chosen) {
    return switch (chosen) {
      case WON -> Slots.NONE;
      case LOSING ->
          new Slots(
              slots.partner(),
              Optional.empty(),
              slots.theyWant(),
              Optional.empty(),
              slots.amounts(),
              slots.dates());
      default -> slots;
    };
  }
}
