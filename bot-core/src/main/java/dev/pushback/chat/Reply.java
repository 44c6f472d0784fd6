package dev.pushback.chat;

import dev.pushback.card.Card;

/**
 * What the coach shows in answer.
 *
 * @param card what to show, to the person alone
 * @param helped whether the coach could help; false for a kind refusal
 */
public record Reply(Card card, boolean helped) {}
