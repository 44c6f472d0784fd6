package dev.pushback.people;

/**
 * A colleague with whom something can be shared.
 *
 * @param id opaque
 * @param name as their platform shows it; may be empty
 * @param platform where they speak with the coach: slack, teams, console
 */
public record Teammate(String id, String name, String platform) {}
