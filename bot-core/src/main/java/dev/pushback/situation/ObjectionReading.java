package dev.pushback.situation;

import java.util.List;

/**
 * What a partner's message was read as.
 *
 * @param text the message as it was written
 * @param objection what they say back
 * @param confidence how sure that is, from 0 to 1
 * @param also other objections it may be, most likely first
 * @param amounts amounts in it
 * @param dates dates in it
 */
public record ObjectionReading(
    String text,
    Objection objection,
    double confidence,
    List<Objection> also,
    List<Slot> amounts,
    List<Slot> dates) {
  /** Copies the lists. */
  public ObjectionReading {
    also = List.copyOf(also);
    amounts = List.copyOf(amounts);
    dates = List.copyOf(dates);
  }
}
