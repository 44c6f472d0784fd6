package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Block.Field;
import dev.pushback.card.Block.Form;
import dev.pushback.card.Card;
import java.util.List;

/** Asks for what a command still needs. */
final class Forms {
  private Forms() {}

  /** A card that says what is missing, and a form of one field to fill it in. */
  static Card ask(String title, String say, Form form) {
    return new Card(title, List.of(new Block.Text(say), form));
  }

  /** Some words that follow the command. */
  static Form words(String command, String submit, String label, String hint) {
    return new Form(command, submit, List.of(Field.lines("", label, hint).needed()));
  }

  /** A line that follows the command. */
  static Form line(String command, String submit, String label, String hint) {
    return new Form(command, submit, List.of(Field.line("", label, hint).needed()));
  }
}
