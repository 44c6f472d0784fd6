package dev.pushback.tone;

/**
 * Where a draft asks for something.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Ask(int start, int end) {}
