package dev.pushback.chat;

import dev.pushback.people.Person;
import java.util.Optional;

/**
 * What a person says to the coach, typed or by a button.
 *
 * @param person who says it
 * @param text what they say; may be empty, long, or nonsense
 * @param about the id of the case that the pressed button was about ({@link Reply#about}): people
 *     press buttons of yesterday
 */
public record Utterance(Person person, String text, Optional<String> about) {
  /** About whatever is being talked about. */
  public Utterance(Person person, String text) {
    this(person, text, Optional.empty());
  }
}
