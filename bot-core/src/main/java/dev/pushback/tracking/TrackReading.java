package dev.pushback.tracking;

import dev.pushback.followup.Direction;
import dev.pushback.situation.Slot;
import java.util.Optional;

/**
 * A request to track something, as it was understood. Every slot is an exact part of the text.
 *
 * @param text what was said
 * @param what the thing that is waited for
 * @param partner who owes it, or to whom it is owed
 * @param due the words that say by when; the date of the reminder, if that is the only date
 * @param remind the words that say when to remind, if they stand beside a due date
 * @param channel the words that say how the partner is reached
 * @param kind the id of the kind of partner, as in partner-kinds.yaml, or {@code colleague}
 * @param direction who owes it
 */
public record TrackReading(
    String text,
    Optional<Slot> what,
    Optional<Slot> partner,
    Optional<Slot> due,
    Optional<Slot> remind,
    Optional<Slot> channel,
    String kind,
    Direction direction) {}
