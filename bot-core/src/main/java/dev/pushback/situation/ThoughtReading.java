package dev.pushback.situation;

import java.util.Optional;

/**
 * What a combative thought was read as.
 *
 * @param text the thought as it was written
 * @param grievance what it complains about, an id of reframes.yaml
 * @param limit the legitimate limit or need in it, in the person's own words
 */
public record ThoughtReading(String text, String grievance, Optional<Slot> limit) {}
