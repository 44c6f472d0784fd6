package dev.pushback.chat;

import dev.pushback.card.Card;
import java.util.Optional;

/**
 * What the coach shows in answer.
 *
 * @param card what to show, to the person alone
 * @param helped whether the coach could help; false for a kind refusal
 * @param beside whether it stands beside what was shown before, instead of taking its place: an
 *     explanation, one of a list
 * @param about the id of the case the card's buttons are about, for {@link Utterance#about}
 */
public record Reply(Card card, boolean helped, boolean beside, Optional<String> about) {
  /** One that takes the place of what was pressed, and is about no case in particular. */
  public Reply(Card card, boolean helped) {
    this(card, helped, false, Optional.empty());
  }
}
