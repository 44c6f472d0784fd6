package dev.pushback.console;

import dev.pushback.card.Card;
import dev.pushback.card.TextCardWriter;
import java.io.PrintStream;

/**
 * Where cards are shown.
 *
 * @param out the output
 * @param width columns
 * @param colours whether it is a terminal that shows colours and nobody asked for none
 */
record Screen(PrintStream out, int width, boolean colours) {
  void show(Card card) {
    out.print(TextCardWriter.write(card, width, colours));
    out.flush();
  }
}
