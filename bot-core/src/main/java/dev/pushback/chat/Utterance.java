package dev.pushback.chat;

import dev.pushback.people.Person;

/**
 * What a person says to the coach, typed or by a button.
 *
 * @param person who says it
 * @param text what they say; may be empty, long, or nonsense
 */
public record Utterance(Person person, String text) {}
