package dev.pushback.people;

/**
 * A colleague with whom something can be shared.
 *
 * @param id opaque
 * @param name as their platform shows it
 */
public record Teammate(String id, String name) {}
