package dev.pushback.learning;

/**
 * What a {@link Detector} looks at: two sets of buckets.
 *
 * @param words buckets that share one unit of attention: the longer a text, the less each of its
 *     words says
 * @param signs buckets that say as much in a long text as in a short one
 */
@SuppressWarnings("ArrayRecordComponent") // made once for a text, never changed or shown
public record Clues(int[] words, int[] signs) {}
