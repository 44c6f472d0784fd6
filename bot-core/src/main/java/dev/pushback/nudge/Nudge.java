package dev.pushback.nudge;

import dev.pushback.card.Card;
import dev.pushback.people.Person;

/**
 * One message that the coach sends by itself.
 *
 * @param id opaque, and the same if it is sent again; fit to be found by on the platform, and to
 *     make the platform notice a repetition
 * @param to whom; nobody else may see it
 * @param card what it says
 * @param isShared whether a teammate shared it; else it is about the person's own affairs
 */
public record Nudge(String id, Person to, Card card, boolean isShared) {}
