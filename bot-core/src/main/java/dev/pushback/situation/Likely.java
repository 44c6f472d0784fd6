package dev.pushback.situation;

/**
 * One thing a text may be, with how likely that is.
 *
 * @param what a situation, an objection, …
 * @param probability from 0 to 1
 */
public record Likely<T>(T what, double probability) {}
