package dev.pushback.script;

/**
 * What was deliberately left out.
 *
 * @param what boss, budget, quote, threat, …
 * @param why told to the person
 */
public record Refusal(String what, CoachText why) {}
