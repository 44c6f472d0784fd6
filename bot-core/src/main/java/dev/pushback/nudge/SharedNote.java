package dev.pushback.nudge;

import dev.pushback.people.Teammate;
import java.util.Optional;

/**
 * Something a teammate shared.
 *
 * @param id of the nudge, opaque
 * @param from who, if they are still known
 * @param body what, as it was given to be shared
 */
public record SharedNote(String id, Optional<Teammate> from, String body) {}
