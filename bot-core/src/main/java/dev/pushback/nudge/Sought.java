package dev.pushback.nudge;

import dev.pushback.people.Person;
import java.time.Instant;

/**
 * A nudge of which nobody knows whether it arrived.
 *
 * @param id as it was sent
 * @param to to whom
 * @param since when the last try began
 */
public record Sought(String id, Person to, Instant since) {}
