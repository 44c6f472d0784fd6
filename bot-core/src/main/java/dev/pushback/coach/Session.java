package dev.pushback.coach;

import dev.pushback.store.Memory;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a command works with: what is being talked about, and the memory of the person who speaks.
 *
 * @param talk what is being talked about
 * @param memory what is remembered of the person
 * @param zone where the person's clock is
 */
record Session(Conversation talk, Memory memory, ZoneId zone) {
  /** The time of this turn. */
  Instant now() {
    return talk.at();
  }
}
