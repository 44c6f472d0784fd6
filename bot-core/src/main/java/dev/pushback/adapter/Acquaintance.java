package dev.pushback.adapter;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What a platform says of somebody.
 *
 * @param name what they are called; may be empty
 * @param zone where their clock is
 */
public record Acquaintance(String name, Optional<ZoneId> zone) {}
