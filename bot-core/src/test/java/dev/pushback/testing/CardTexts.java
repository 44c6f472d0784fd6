package dev.pushback.testing;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardWriter;
import java.util.ArrayList;
import java.util.List;

/** The texts that a person must find on a card, however a platform shows it. */
public final class CardTexts {
  private CardTexts() {}

  /** As they are compared: where lines end doesn't matter. */
  public static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** All texts of a card but those of its buttons and fields, in their order. */
  public static List<String> of(Card card) {
    List<String> texts = new ArrayList<>();
    texts.add(card.title());
    card.write(
        new CardWriter() {
          @Override
          public void text(Block.Text block) {
            texts.add(block.text());
          }

          @Override
          public void words(Block.Words block) {
            texts.add(block.label());
            texts.add(block.words().words());
          }

          @Override
          public void quote(Block.Quote block) {
            texts.add(block.text());
          }

          @Override
          public void facts(Block.Facts block) {
            texts.add(block.label());
            block.rows().forEach(row -> texts.add(row.value()));
          }

          @Override
          public void note(Block.Note block) {
            texts.add(block.text());
          }

          @Override
          public void buttons(Block.Buttons block) {
            // Their labels are no texts here; what they say is compared by pressing them.
          }

          @Override
          public void form(Block.Form block) {
            // Not everywhere do the fields stand on the card.
          }
        });
    return texts;
  }
}
