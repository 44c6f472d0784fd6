package dev.pushback.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pushback.card.Answers;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import dev.pushback.teams.adaptivecard.Filled;
import dev.pushback.teams.adaptivecard.Said;
import dev.pushback.teams.door.Arrival;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a button says, with what was filled in beside it.
 *
 * @param said as it stood in the button
 * @param text what the person would have typed; empty if it says nothing
 * @param picked the ids of people that were picked
 */
record Pressed(Said said, String text, Collection<String> picked) {
  /** From the data that Teams carried; whatever we didn't put there says nothing. */
  static Pressed of(JsonNode data) {
    Said said = Said.read(data);
    return new Pressed(
        said,
        said.command().isBlank()
            ? ""
            : Answers.say(said.command(), Filled.values(data), Filled.prefilled(data)),
        Filled.people(data).values());
  }

  /** From a message: what a button in an old Teams wrote, or else what the person typed. */
  static Pressed orTyped(Arrival arrival) {
    Pressed pressed = of(arrival.value());
    return pressed.isButton()
        ? pressed
        : new Pressed(new Said(Optional.empty(), ""), PlainText.command(arrival), List.of());
  }

  /** Whether something was pressed that says something. */
  boolean isButton() {
    return !said.command().isBlank();
  }

  /** The words to put into the compose box. */
  Optional<String> insert() {
    return said.insert();
  }

  /** What is said by pressing it. */
  Utterance by(Person person) {
    return new Utterance(person, text, said.about());
  }
}
