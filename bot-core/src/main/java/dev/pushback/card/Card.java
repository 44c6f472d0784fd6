package dev.pushback.card;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the coach shows.
 *
 * @param title a few words
 * @param blocks the parts, in order
 */
public record Card(String title, List<Block> blocks) {
  /** Copies and checks the limits. */
  public Card {
    CardLimits.label(title);
    blocks = CardLimits.blocks(blocks);
    CardLimits.total(title, blocks);
  }

  /** A card of one text. */
  public static Card of(String title, String text) {
    return new Card(title, List.of(new Block.Text(text)));
  }

  /** All buttons, in order. */
  public List<Block.Button> buttons() {
    return blocks.stream()
        .flatMap(
            block -> block instanceof Block.Buttons row ? row.buttons().stream() : Stream.empty())
        .toList();
  }

  /**
   * What a number presses where everything is typed: the buttons and the forms, in order. A form is
   * a button that asks for more.
   */
  public List<Block.Button> numbered() {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Block.Buttons row
                    ? row.buttons().stream()
                    : block instanceof Block.Form form
                        ? Stream.of(new Block.Button(form.submit(), form.command() + " "))
                        : Stream.empty())
        .toList();
  }

  /** How many characters it holds altogether. */
  public int length() {
    return CardLimits.length(title, blocks);
  }

  /** Has each block write itself. */
  public void write(CardWriter writer) {
    blocks.forEach(block -> block.write(writer));
  }
}
